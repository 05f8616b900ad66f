import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digest } from '../../../../lib/exchange/archive/write-archive';
import { newId } from '../../../../lib/model/ids';
import { planRestore, runRestore } from '../../../../lib/state/restore-archive';
import { deleteClips, editClips, purgeClips } from '../../../../lib/store/clips';
import { type Database, openDatabase } from '../../../../lib/store/database';
import { readRecords } from '../../../../lib/store/records';
import { saveStub } from '../../../../lib/store/saving';
import { addArticle, archiveOf, dump, fillLibrary, opened, restore } from './library';

let from: Database;
let to: Database;
beforeEach(() => {
  from = openDatabase(`from-${newId()}`);
  to = openDatabase(`to-${newId()}`);
});
afterEach(async () => {
  await from.delete();
  await to.delete();
});

const planOf = async (db: Database, file: Blob) => {
  const plan = await planRestore(db, await opened(file), () => undefined, new AbortController().signal);
  if (!plan.ok) throw new Error(plan.failure.kind);
  return plan.value;
};

describe('an archive restored into an empty library', () => {
  test('gives the same records, byte for byte, with the same lists, counts and tags', async () => {
    await fillLibrary(from);
    const [clip] = await from.clips.toArray();
    await deleteClips(from, [clip?.id as never], 1_790_000_000_000);
    const result = await restore(to, await archiveOf(from));
    expect(result.problems).toEqual([]);
    expect(result.stopped).toBeNull();
    expect(await dump(to)).toEqual(await dump(from));
  });

  test('makes the same archive again', async () => {
    await fillLibrary(from);
    const first = await archiveOf(from);
    await restore(to, first);
    const second = await archiveOf(to);
    const hashes = await Promise.all(
      [first, second].map(async (file) => digest({ data: new Uint8Array(await file.arrayBuffer()) })),
    );
    expect(hashes[1]).toBe(hashes[0]);
  });

  test('is told before as new', async () => {
    await fillLibrary(from);
    const plan = await planOf(to, await archiveOf(from));
    expect(plan.counts.clips).toEqual({ new: 9, newer: 0, older: 0, same: 0 });
    expect(plan.counts.posts.new + plan.counts.standing.new + plan.counts.assets.new).toBe(3);
    expect(await to.clips.count()).toBe(0);
  });

  test('can be taken back', async () => {
    await fillLibrary(from);
    const { undo } = await restore(to, await archiveOf(from));
    expect((await undo?.())?.ok).toBe(true);
    expect(Object.values(await dump(to)).flat()).toEqual([]);
  });
});

describe('an archive restored into a library in use', () => {
  test('changes nothing where everything is there, however often it is done', async () => {
    await fillLibrary(from);
    const file = await archiveOf(from);
    const before = await dump(from);
    const plan = await planOf(from, file);
    expect(plan.counts.clips).toEqual({ new: 0, newer: 0, older: 0, same: 9 });
    await restore(from, file);
    expect((await restore(from, file)).undo).toBeNull();
    expect(await dump(from)).toEqual(before);
  });

  test('brings back what was purged and leaves what was edited since', async () => {
    await fillLibrary(from);
    const file = await archiveOf(from);
    const [kept, lost] = (await from.clips.toArray()).slice(1);
    await editClips(from, [kept?.id as never], { note: 'Since then' }, 1_790_000_000_000);
    await deleteClips(from, [lost?.id as never], 1);
    await purgeClips(from, [lost?.id as never], 1_790_000_000_000);
    expect((await planOf(from, file)).counts.clips).toEqual({ new: 1, newer: 0, older: 1, same: 7 });
    await restore(from, file);
    expect((await from.clips.get(kept?.id as string))?.note).toBe('Since then');
    expect((await from.bodies.get(lost?.id as string))?.text).toMatch(/^Text of/);
  });

  test('merges two versions of a clip field by field, by when a person changed them', async () => {
    const clip = await addArticle(from, 1);
    await restore(to, await archiveOf(from));
    await editClips(from, [clip.id], { title: 'There' }, 1_790_000_000_000);
    await editClips(to, [clip.id], { note: 'Here' }, 1_790_000_000_001);
    await restore(to, await archiveOf(from));
    expect(await to.clips.get(clip.id)).toMatchObject({ title: 'There', note: 'Here', tags: ['Leather', 'group 1'] });
  });

  test('joins a clip of the same page with the one that is there, and posts follow', async () => {
    await fillLibrary(from, 1);
    const [theirs] = await from.clips.toArray();
    const mine = await addArticle(to, 0, { tags: [] });
    await editClips(to, [mine.id], { tags: ['Mine'], note: 'My note' }, 1_790_000_000_000);
    await to.images.toCollection().modify((image) => {
      image.bytes = null;
    });
    const file = await archiveOf(from);
    expect((await planOf(to, file)).counts.clips).toEqual({ new: 2, newer: 1, older: 0, same: 0 });
    for (let times = 0; times < 2; times++) {
      await restore(to, file);
      const joined = await to.clips.get(mine.id);
      expect(joined).toMatchObject({
        tags: ['Mine', 'Leather', 'group 0'],
        note: 'My note\n\n---\n\nNote 0',
        imageCount: 2,
      });
      expect(await to.clips.get(theirs?.id as string)).toBeUndefined();
      const images = await to.images.where('clipId').equals(mine.id).toArray();
      expect(images).toHaveLength(2);
      expect(images.filter((image) => image.bytes)).toHaveLength(1);
      const [post] = await to.posts.toArray();
      expect(JSON.stringify(post)).not.toContain(theirs?.id);
      expect(post?.blocks[1]).toMatchObject({
        clipId: mine.id,
        inlineImages: [expect.toSatisfy((id) => images.some((image) => image.id === id))],
      });
    }
  });

  test('can be taken back, but for what was edited since', async () => {
    await fillLibrary(from, 3);
    const mine = await addArticle(to, 0);
    await addArticle(to, 50);
    const before = await dump(to);
    const { undo } = await restore(to, await archiveOf(from));
    const fresh = (await to.clips.toArray()).find((clip) => clip.title === 'Story 2');
    await editClips(to, [fresh?.id as never], { note: 'Mine now' }, 1_900_000_000_000);
    await undo?.();
    const after = await dump(to);
    expect(after.posts).toEqual(before.posts);
    const [row, was] = [after, before].map(({ clips }) => (clips as { id: string }[]).find(({ id }) => id === mine.id));
    expect(row).toEqual(was);
    expect(after.clips).toHaveLength(3);
  });
});

describe('a restore that is stopped', () => {
  test('leaves whole parts, and goes on when it is done again', async () => {
    await fillLibrary(from);
    const file = await archiveOf(from);
    const control = new AbortController();
    const archive = await opened(file);
    const plan = await planOf(to, file);
    const result = await runRestore(to, archive, plan, {
      sanitise: (html) => html as never,
      progress: (done) => done === 2 && control.abort(),
      signal: control.signal,
      now: () => 0,
    });
    expect(result.stopped).toEqual({ kind: 'cancelled' });
    expect(await to.clips.count()).toBe(0);
    await restore(to, file);
    expect(await dump(to)).toEqual(await dump(from));
  });

  test('two clips of one page that were kept on purpose are not joined when it goes on', async () => {
    const one = await addArticle(from, 1);
    await saveStub(from, { ...one, id: newId(), keys: undefined, lists: undefined } as never, true);
    const file = await archiveOf(from);
    await to.clips.put((await from.clips.get(one.id)) as never);
    await restore(to, file);
    expect(await to.clips.count()).toBe(2);
  });
});

describe('an archive of some clips', () => {
  test('holds them and what belongs to them, nothing else', async () => {
    await fillLibrary(from);
    const ids = (await from.clips.toArray()).slice(2, 4).map((clip) => clip.id);
    const fields = { bodies: 'clipId', images: 'clipId', clips: 'id' } as const;
    const file = await archiveOf(from, {
      settings: null,
      scope: 'selection',
      read: (table, size) =>
        table in fields
          ? readRecords(from, table, size, { clipField: fields[table as keyof typeof fields], ids })
          : readRecords(from, table, size, { clipField: ':id', ids: [] }),
    });
    await restore(to, file);
    expect((await to.clips.toArray()).map((clip) => clip.id).sort()).toEqual([...ids].sort());
    expect(await to.images.count()).toBe(4);
    expect(await to.posts.count()).toBe(0);
  });
});
