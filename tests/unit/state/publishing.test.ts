import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Post } from '../../../lib/model/post';
import { publicationId } from '../../../lib/model/publication';
import type { Connection, FieldValues, Target } from '../../../lib/model/target';
import { connect, targetOf } from '../../../lib/state/connections';
import { db } from '../../../lib/state/db';
import { checkPublication } from '../../../lib/state/ledger';
import { outlinePost, tooEarly } from '../../../lib/state/publish-facts';
import {
  cancelPublishing,
  lastPlace,
  publishPost,
  publishProgress,
  rememberPlace,
} from '../../../lib/state/publishing';
import { getPost, putPost } from '../../../lib/store/posts';
import { clipImage, english, makeBody, makeClip, makeImage, makePost, png } from '../compose/make';
import { type Answer, effectsFor, type Server } from '../publish/targets/connected';
import { adminKey, ghostServer } from '../publish/targets/ghost-server';
import { emptyLibrary, serve, taken } from './connected';

type Ghost = ReturnType<typeof ghostServer>;
let ghost: Ghost;
let place: Connection;
/** Stands between us and Ghost. */
let line: (asked: Parameters<Server>[0], answer: Server) => Answer | Promise<Answer>;

/** Locks as browsers have them: one holder of a name, and who comes second is told. */
function holdLocks(): void {
  const held = new Set<string>();
  type Run = (lock: object | null) => Promise<unknown>;
  const request = async (name: string, _options: object, run: Run) => {
    if (held.has(name)) return run(null);
    held.add(name);
    return run({ name }).finally(() => held.delete(name));
  };
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
}

beforeEach(async () => {
  holdLocks();
  await emptyLibrary();
  ghost = ghostServer();
  line = (asked, answer) => answer(asked);
  serve(taken);
  vi.stubGlobal('fetch', effectsFor((asked) => line(asked, ghost.server)).fetch);
  const target = targetOf('ghost') as Target;
  const fields = { address: 'https://blog.example/' };
  const wish = { target, fields, secrets: { key: adminKey }, forgetful: false, connection: null, name: '' };
  const made = await connect(wish, new AbortController().signal);
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  place = made.value;
  await db.clips.put(makeClip() as never);
  await db.bodies.put(makeBody(english));
});
afterEach(() => vi.unstubAllGlobals());

/** A post with images that say to whom they belong. */
async function aPost(fields: Partial<Post> = {}, rights = 'Ours'): Promise<Post> {
  const ids = ['one', 'two', 'three'];
  for (const [n, id] of ids.entries())
    await db.images.put(makeImage(id, { bytes: { ...png, data: new Uint8Array([...png.data, n]) } }));
  const images = ids.map((id) => clipImage(`i${id}`, id, { caption: `Seat ${id}`, rights }));
  const gallery = { id: 'g', kind: 'gallery', title: '', images } as never;
  const post = makePost({ blocks: [...makePost().blocks, gallery], ...fields });
  await putPost(db, post);
  return post;
}

const publish = (post: Post, options: FieldValues = { status: 'published' }, wish = {}) =>
  publishPost(post, place.id, { options, insist: true, withoutMissingImages: true, ...wish });
const ledger = async (post: Post) => db.publications.get(publicationId(post.id, place.id));
const stored = (post: Post) => getPost(db, post.id);
const inADay = () => Date.now() + 86_400_000;

describe('a post that is published', () => {
  it('is in the ledger with what was sent, leaves a receipt, and is published', async () => {
    const post = await aPost();
    const done = await publish(post);
    expect(done).toMatchObject({ ok: true, value: { state: 'published', failure: null } });
    expect(await ledger(post)).toMatchObject({
      place: 'The blog',
      clips: ['clip-a'],
      remote: { status: 'published' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      events: [{ kind: 'published' }],
    });
    const { status, receipts } = (await stored(post)) as Post;
    expect([status, receipts.map(({ publisher, waits }) => [publisher, waits])]).toEqual([
      'published',
      [['ghost', undefined]],
    ]);
    expect(publishProgress.value).toBeNull();
  });

  it('as a draft there stays what it is here, until somebody publishes it there and one looks', async () => {
    const post = await aPost({ status: 'approved' });
    const done = await publish(post, { status: 'draft' });
    expect(await stored(post)).toMatchObject({ status: 'approved', receipts: [{ waits: true }] });
    Object.assign(ghost.posts[0] as object, { status: 'published' });
    if (done.ok) await checkPublication(done.value);
    expect(await stored(post)).toMatchObject({ status: 'published' });
  });

  it('for a later time is scheduled', async () => {
    const post = await aPost();
    await publish(post, { status: 'scheduled', date: new Date(inADay()).toISOString() });
    expect(await stored(post)).toMatchObject({ status: 'scheduled', receipts: [{ waits: true }] });
  });

  it('again is updated, and what was changed there is overwritten only when the person says so', async () => {
    const post = await aPost();
    await publish(post);
    const edited = { ...post, title: 'Another headline' };
    expect(await publish(edited)).toMatchObject({ ok: true, value: { events: [{}, { kind: 'updated' }] } });
    Object.assign(ghost.posts[0] as object, { html: '<p>Theirs</p>' });
    expect(await publish(edited)).toMatchObject({ ok: false, failure: { kind: 'remote-changed' } });
    expect(ghost.posts[0]?.html).toBe('<p>Theirs</p>');
    await publish(edited, undefined, { overwrite: true });
    expect((await ledger(post))?.events.at(-1)).toMatchObject({ kind: 'overwritten' });
    expect(ghost.posts).toHaveLength(1);
  });
});

describe('a publication that is stopped', () => {
  it('by the line keeps post and images, and goes on with those that are missing', async () => {
    const post = await aPost();
    let images = 0;
    line = (asked, answer) => (asked.url.pathname.endsWith('/images/upload/') && ++images > 2 ? null : answer(asked));
    expect(await publish(post)).toMatchObject({ ok: false, failure: { kind: 'target', trouble: 'unreachable' } });
    const half = await ledger(post);
    expect(half).toMatchObject({ state: 'unfinished', failure: { trouble: 'unreachable' } });
    expect(Object.keys(half?.uploads ?? {})).toHaveLength(2);
    expect(await stored(post)).toEqual(post);
    line = (asked, answer) => answer(asked);
    expect(await publish(post)).toMatchObject({ ok: true, value: { state: 'published', failure: null } });
    expect([ghost.images.length, ghost.posts.length]).toEqual([3, 1]);
  });

  it('by the person says so, and tells how far it was', async () => {
    const post = await aPost();
    const seen: string[] = [];
    line = (asked, answer) => {
      const now = publishProgress.value;
      if (now) seen.push(`${now.what} ${now.done}/${now.total}`);
      if (ghost.images.length === 1) cancelPublishing();
      return answer(asked);
    };
    expect(await publish(post)).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(seen.length).toBeGreaterThan(1);
    expect(publishProgress.value).toBeNull();
    expect(await ledger(post)).toMatchObject({ state: 'unfinished', failure: { kind: 'cancelled' } });
    expect(ghost.posts).toEqual([]);
  });

  it('by another window that is at it already does nothing', async () => {
    const post = await aPost();
    const both = await Promise.all([publish(post), publish(post)]);
    expect(both.map((one) => (one.ok ? 'done' : (one.failure as { trouble: string }).trouble))).toEqual([
      'done',
      'occupied',
    ]);
    expect(ghost.posts).toHaveLength(1);
  });
});

describe('an embargo', () => {
  it('refuses what readers could have earlier, drafts too, and lets through what is scheduled for then or later', async () => {
    const at = inADay();
    const post = await aPost({ notBefore: { at, zone: 'Asia/Shanghai' } });
    const asked = vi.fn();
    line = (request, answer) => {
      asked();
      return answer(request);
    };
    const early = { kind: 'embargoed', at, zone: 'Asia/Shanghai' };
    const sooner: FieldValues[] = [
      { status: 'published' },
      { status: 'draft' },
      { status: 'scheduled', date: new Date(at - 60_000).toISOString() },
    ];
    for (const options of sooner) {
      expect(await publish(post, options)).toEqual({ ok: false, failure: early });
      expect(tooEarly(post, 'ghost', options)).toEqual(early);
    }
    expect(asked).not.toHaveBeenCalled();
    const held = { status: 'scheduled', date: new Date(at).toISOString() };
    expect(tooEarly(post, 'ghost', held)).toBeNull();
    expect(await publish(post, held)).toMatchObject({ ok: true });
    for (const target of ['github', 'webhook', 'nobody']) expect(tooEarly(post, target, held)).toEqual(early);
    expect(tooEarly(post, 'webhook', {}, at)).toBeNull();
  });
});

describe('images without a word on rights', () => {
  it('stay here until the person says that they may go; it is in the ledger once', async () => {
    const post = await aPost({}, '');
    const facts = await outlinePost(post);
    expect(facts).toMatchObject({ ok: true, value: { withoutRights: ['Seat one', 'Seat two', 'Seat three'] } });
    expect(await publish(post)).toMatchObject({ failure: { kind: 'rights-missing' } });
    expect([ghost.images.length, await ledger(post)]).toEqual([0, undefined]);
    await publish(post, undefined, { rightsConfirmed: true });
    await publish(post, undefined, { rightsConfirmed: true });
    expect((await ledger(post))?.events.map(({ kind }) => kind)).toEqual(['rights-overridden', 'published', 'updated']);
  });
});

it('a connection that is gone is no crash, and the last place is remembered', async () => {
  const post = await aPost();
  const gone = await publishPost(post, 'nobody' as never, { options: {} });
  expect(gone).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  rememberPlace(place.id);
  expect(lastPlace()).toBe(place.id);
});
