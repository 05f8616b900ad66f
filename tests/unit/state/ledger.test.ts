import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClipId, PostId } from '../../../lib/model/ids';
import { type Publication, publicationId } from '../../../lib/model/publication';
import type { Connection } from '../../../lib/model/target';
import { checkAll, checkRun, stopChecking } from '../../../lib/state/check-all';
import { db } from '../../../lib/state/db';
import { checkPublication, retract } from '../../../lib/state/ledger';
import { getPost, putPost } from '../../../lib/store/posts';
import { beginPublication } from '../../../lib/store/publications';
import { makeClip, makePost } from '../compose/make';
import { connected, emptyLibrary, serve, taken } from './connected';

let place: Connection;
beforeEach(async () => {
  await emptyLibrary();
  serve(taken);
  place = await connected();
});
afterEach(() => vi.unstubAllGlobals());

async function publication(post: string, fields: Partial<Publication> = {}): Promise<Publication> {
  const id = post as PostId;
  const remote = { remoteId: '7', url: 'https://blog.example/7', editUrl: '', status: 'published', fingerprint: 'f' };
  await putPost(db, makePost({ id, status: 'published' }));
  return beginPublication(db, {
    id: publicationId(id, fields.connectionId ?? place.id),
    postId: id,
    connectionId: place.id,
    target: 'webhook',
    place: 'hooks.example',
    clips: ['clip-a' as ClipId],
    state: 'published',
    remote,
    hash: '',
    options: {},
    uploads: {},
    events: [],
    failure: null,
    check: null,
    createdAt: 1,
    updatedAt: 1,
    ...fields,
  });
}
const stateOf = async (id: string) => (await getPost(db, id as PostId))?.status;

describe('a post that is taken back', () => {
  test('is retracted, and corrected where only a notice was added', async () => {
    expect(await retract(await publication('one'), { kind: 'trash' })).toMatchObject({ value: { state: 'retracted' } });
    expect(await stateOf('one')).toBe('retracted');
    await retract(await publication('two'), { kind: 'correction', text: 'A wrong name' });
    expect(await stateOf('two')).toBe('corrected');
    expect((await getPost(db, 'two' as PostId))?.steps?.at(-1)?.note).toBe('A wrong name');
  });

  test('stays published while it is published elsewhere', async () => {
    const first = await publication('one');
    await publication('one', { connectionId: 'elsewhere' as never });
    await retract(first, { kind: 'trash' });
    expect(await stateOf('one')).toBe('published');
  });

  test('stays as it is when the place cannot be reached', async () => {
    const there = await publication('one');
    serve(() => new Response(null, { status: 500 }));
    expect(await retract(there, { kind: 'trash' })).toMatchObject({ failure: { trouble: 'broken' } });
    expect(await stateOf('one')).toBe('published');
  });
});

describe('a check', () => {
  test('names the sources that are gone', async () => {
    await db.clips.put(makeClip() as never);
    serve((url) => (url.startsWith('https://news.example.com/') ? new Response(null, { status: 410 }) : taken()));
    const checked = await checkPublication(await publication('one'));
    expect(checked).toMatchObject({
      value: { check: { lostSources: ['https://news.example.com/auto/openness'] } },
    });
  });

  test('of all posts goes on past a place that cannot be asked, and says what it found', async () => {
    await db.clips.put(makeClip() as never);
    await publication('one');
    await publication('two', { connectionId: 'forgotten' as never });
    await publication('three', { state: 'unfinished' });
    serve((url) => (url.startsWith('https://news.example.com/') ? new Response(null, { status: 404 }) : taken()));
    await checkAll();
    const { state, ...found } = checkRun.peek() as Extract<ReturnType<typeof checkRun.peek>, { state: 'done' }>;
    expect(state).toBe('done');
    expect(found.same + found.changed + found.gone + found.failed).toBe(2);
    expect(found).toMatchObject({ lostSources: 1, stopped: false });
    expect(found.failed).toBeGreaterThanOrEqual(1);
  });

  test('of all posts stops when it is told to', async () => {
    await db.clips.put(makeClip() as never);
    for (const id of ['one', 'two', 'three']) await publication(id);
    let asked = 0;
    serve(() => {
      asked++;
      stopChecking();
      return taken();
    });
    await checkAll();
    expect(checkRun.peek()).toMatchObject({ state: 'done', stopped: true });
    expect(asked).toBeLessThan(3);
  });
});
