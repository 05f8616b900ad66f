import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Side, usualSide } from '../../../lib/compose/compare-posts';
import type { SafeHtml } from '../../../lib/model/article-html';
import { newId, type PostId } from '../../../lib/model/ids';
import type { Post } from '../../../lib/model/post';
import { ok } from '../../../lib/model/result';
import { type ReceivedPost, readBundle, takeInBundle } from '../../../lib/state/read-bundle';
import { writeBundle } from '../../../lib/state/write-bundle';
import { type Database, openDatabase } from '../../../lib/store/database';
import { getPost, putPost } from '../../../lib/store/posts';
import { addArticle, archiveOf, dump, fillLibrary, opened } from '../exchange/archive/library';

const id = 'p1' as PostId;
const effects = {
  sanitise: (html: string) => html as SafeHtml,
  progress: () => undefined,
  signal: new AbortController().signal,
  now: () => Date.now(),
};

let ann: Database;
let ben: Database;
beforeEach(async () => {
  ann = openDatabase(`ann-${newId()}`);
  ben = openDatabase(`ben-${newId()}`);
  await fillLibrary(ann, 2);
});
afterEach(async () => {
  await ann.delete();
  await ben.delete();
});

async function send(db: Database, wish = { message: '', review: false }): Promise<Blob> {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  const written = await writeBundle(
    db,
    (await getPost(db, id)) as Post,
    wish,
    { by: 'Ann', generator: '1' },
    async (pieces) => {
      for await (const piece of pieces) parts.push(piece);
      return ok({ bytes: parts.length });
    },
  );
  expect(written).toEqual(ok(null));
  return new Blob(parts);
}

async function look(db: Database, file: Blob): Promise<ReceivedPost> {
  const read = await readBundle(db, await opened(file));
  if (!read.ok) throw new Error(read.failure.kind);
  return read.value;
}

async function take(db: Database, file: Blob, choose?: Side) {
  const received = await look(db, file);
  const choices = new Map(received.changes.map((one) => [one.key, choose ?? usualSide(one) ?? 'mine']));
  const done = await takeInBundle(db, received, choices, effects);
  if (!done.ok || !done.value) throw new Error('not taken in');
  return done.value;
}

async function edit(db: Database, change: Partial<Post>): Promise<void> {
  const post = (await getPost(db, id)) as Post;
  await putPost(db, { ...post, ...change, updatedAt: post.updatedAt + 1 });
}

describe('a post sent to a colleague', () => {
  test('comes with its clips, texts, images and standing blocks, and without what is one’s own', async () => {
    const file = await send(ann, { message: 'Please look', review: false });
    const received = await look(ben, file);
    expect(received).toMatchObject({ mine: null, by: 'Ann', message: 'Please look', newClips: 1, problems: 0 });
    await take(ben, file);
    const sent = (await getPost(ann, id)) as Post;
    expect(await getPost(ben, id)).toEqual({ ...sent, receipts: [] });
    expect(await ben.assets.toArray()).toEqual(await ann.assets.toArray());
    expect(await ben.standing.toArray()).toEqual(await ann.standing.toArray());
    const [clip] = await ben.clips.toArray();
    expect(await ben.clips.count()).toBe(1);
    expect(clip).toMatchObject({ note: '', tags: [], starred: false, title: 'Story 0' });
    expect(await ben.bodies.toArray()).toEqual([await ann.bodies.get(clip?.id ?? '')]);
    const images = await ben.images.toArray();
    expect(images.filter(({ bytes }) => bytes)).toHaveLength(1);
  });

  test('never takes connections, the ledger or searches with it, nor takes them from a file', async () => {
    await take(ben, await send(ann));
    expect(await ben.connections.count()).toBe(0);
    expect(await ben.publications.count()).toBe(0);
    const bundle = { post: id, by: '', message: '', base: null };
    await take(ben, await archiveOf(ann, { scope: 'post', bundle }), 'theirs');
    expect([await ben.connections.count(), await ben.publications.count(), await ben.searches.count()]).toEqual([
      0, 0, 0,
    ]);
  });

  test('is in review, if that was wished, on both sides', async () => {
    await edit(ann, { status: 'draft' });
    await take(ben, await send(ann, { message: 'Look', review: true }));
    for (const db of [ann, ben]) {
      const post = await getPost(db, id);
      expect([post?.status, post?.steps?.at(-1)?.note]).toEqual(['in-review', 'Look']);
    }
  });
});

describe('a post that comes back', () => {
  const there = async () => take(ben, await send(ann));

  test('says what the colleague changed, and takes it with their word of approval', async () => {
    await edit(ann, { status: 'in-review' });
    await there();
    const step = { at: 9, to: 'approved' as const, by: 'Ben', note: 'Good' };
    await edit(ben, { title: 'A better post', status: 'approved', steps: [step] });
    const file = await send(ben);
    const { changes } = await look(ann, file);
    expect(changes.map(({ key, by }) => [key, by])).toEqual([
      ['title', 'theirs'],
      ['status', 'theirs'],
    ]);
    await take(ann, file);
    const post = await getPost(ann, id);
    expect([post?.title, post?.status, post?.steps?.some(({ by }) => by === 'Ben')]).toEqual([
      'A better post',
      'approved',
      true,
    ]);
    expect(post?.receipts).toHaveLength(1);
  });

  test('overwrites nothing that was written here meanwhile', async () => {
    await there();
    await edit(ann, { title: 'Mine', standfirst: 'My reason' });
    await edit(ben, { title: 'Theirs' });
    const file = await send(ben);
    const { changes } = await look(ann, file);
    expect(changes.map(({ key, by }) => [key, by])).toEqual([
      ['title', 'both'],
      ['standfirst', 'mine'],
    ]);
    await take(ann, file);
    expect(await getPost(ann, id)).toMatchObject({ title: 'Mine', standfirst: 'My reason' });
  });

  test('is compared with what both surely had, also when a file on the way was never opened', async () => {
    await there();
    await edit(ben, { title: 'First' });
    await send(ben);
    await edit(ben, { author: 'Ben' });
    const { changes } = await look(ann, await send(ben));
    expect(changes.map(({ key, by }) => [key, by])).toEqual([
      ['title', 'theirs'],
      ['author', 'theirs'],
    ]);
  });

  test('is not taken in over what another window wrote while it was looked at', async () => {
    await there();
    await edit(ben, { title: 'Theirs' });
    const received = await look(ann, await send(ben));
    await edit(ann, { title: 'From another window' });
    const before = await dump(ann);
    expect(await takeInBundle(ann, received, new Map([['title', 'theirs']]), effects)).toEqual(ok(null));
    expect(await dump(ann)).toEqual(before);
  });

  test('names the standing blocks that say something else here, and leaves them as they are', async () => {
    await there();
    await ben.standing.update('s1', { markdown: 'Ben’s words' });
    const file = await send(ben);
    expect((await look(ann, file)).keptStanding).toEqual(['About']);
    await take(ann, file, 'theirs');
    expect((await ann.standing.get('s1'))?.markdown).toBe('**We** make leather.');
  });

  test('finds the same page under another number, its images too', async () => {
    const own = await addArticle(ben, 0);
    await there();
    expect((await getPost(ben, id))?.blocks[1]).toMatchObject({ clipId: own.id });
    expect(await ben.clips.count()).toBe(1);
    expect((await ben.clips.get(own.id))?.note).toBe('Note 0');
    expect((await look(ann, await send(ben))).changes).toEqual([]);
  });
});

describe('undo', () => {
  test('leaves the library as it was before', async () => {
    const before = await dump(ben);
    const { undo } = await take(ben, await send(ann));
    expect(await undo()).toEqual(ok(true));
    expect(await dump(ben)).toEqual(before);
  });

  test('takes nothing back once the post has been worked on', async () => {
    const { undo } = await take(ben, await send(ann));
    await edit(ben, { title: 'Worked on' });
    expect(await undo()).toEqual(ok(false));
    expect((await getPost(ben, id))?.title).toBe('Worked on');
  });
});

test('a file that says it holds a post and does not is refused', async () => {
  const bundle = { post: 'nothing' as PostId, by: '', message: '', base: null };
  const read = await readBundle(ben, await opened(await archiveOf(ann, { scope: 'post', bundle })));
  expect(read).toMatchObject({ ok: false, failure: { kind: 'archive-unreadable' } });
});
