import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ClipId, type ImageId, newId } from '../../../lib/model/ids';
import { countClips, deleteClips, getClip, listClips, purgeClips, restoreClips } from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { finishClip, saveStub, updateText } from '../../../lib/store/saving';
import {
  compareNext,
  leaveStory,
  rejoinStory,
  type StoryComparer,
  storyMates,
  storySizes,
} from '../../../lib/store/stories';
import { aClip, aDraft } from '../clip-maker';

let db: Database;
beforeAll(() => {
  db = openDatabase('stories');
});
beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));
afterAll(() => db.delete());

/** Texts are one story when their first words are the same; every word is a key. */
const byWords: StoryComparer<string[]> = {
  read: (text) => text.split(' '),
  keys: (words) => words.map((word) => [...word].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7)),
  likeness: ([a], [b]) => (a === b ? 1 : 0),
};
const imageId = () => newId<ImageId>();

async function clip(text: string, url?: string): Promise<ClipId> {
  const stub = aClip(url ? { url } : {});
  await saveStub(db, stub, true);
  await finishClip(db, stub.id, aDraft({ text, url: stub.url, images: [] }), 2, imageId);
  await compareAll();
  return stub.id;
}

async function compareAll(): Promise<void> {
  while (await compareNext(db, byWords, 3));
}

const mates = async (id: ClipId) => {
  const found = await getClip(db, id);
  return found ? (await storyMates(db, found)).map((mate) => mate.id) : [];
};
const duplicates = async () =>
  new Set((await listClips(db, { duplicate: true }, { after: null, limit: 99 })).clips.map(({ id }) => id));

test('clips of one story know each other; others have none', async () => {
  const [a, b, other, c] = [await clip('baic one'), await clip('baic two'), await clip('leather'), await clip('baic')];
  expect(await mates(a)).toEqual([b, c]);
  expect(await mates(other)).toEqual([]);
  expect(await duplicates()).toEqual(new Set([a, b, c]));
  const story = (await getClip(db, a))?.story;
  expect(story && (await storySizes(db, [story])).get(story)).toBe(3);
});

test('a clip whose only mate is deleted is no duplicate until that comes back', async () => {
  const [a, b] = [await clip('baic one'), await clip('baic two')];
  await deleteClips(db, [b], 5);
  expect(await mates(a)).toEqual([]);
  expect(await countClips(db, { duplicate: true })).toBe(0);
  await restoreClips(db, [b], 6);
  expect(await duplicates()).toEqual(new Set([a, b]));
  await deleteClips(db, [b], 7);
  await purgeClips(db, [b], 8);
  expect(await duplicates()).toEqual(new Set());
  expect(await db.stories.toCollection().primaryKeys()).toEqual([a]);
});

test('a clip of a deleted clip’s story joins it when that comes back', async () => {
  const a = await clip('baic one');
  await deleteClips(db, [a], 5);
  const b = await clip('baic two');
  expect(await duplicates()).toEqual(new Set());
  await restoreClips(db, [a], 6);
  expect(await mates(b)).toEqual([a]);
});

test('a text that is read again is compared again', async () => {
  const [a, b] = [await clip('baic one'), await clip('baic two')];
  await updateText(db, b, aDraft({ text: 'leather two', images: [] }), 9, imageId);
  await compareAll();
  expect([await mates(a), await mates(b)]).toEqual([[], []]);
  expect(await duplicates()).toEqual(new Set());
});

test('what a person said is not the same story stays apart, also of those that come later, until it is undone', async () => {
  const [a, b] = [await clip('baic one'), await clip('baic two')];
  const parting = await leaveStory(db, b, 5);
  expect(await mates(a)).toEqual([]);
  await updateText(db, b, aDraft({ text: 'baic two again', images: [] }), 9, imageId);
  await compareAll();
  expect(await mates(b)).toEqual([]);
  const c = await clip('baic three');
  expect(await mates(c)).toHaveLength(1);
  if (parting) await rejoinStory(db, parting, 12);
  expect((await mates(a)).includes(b)).toBe(true);
});

test('two stories that a third text shows to be one become one', async () => {
  const [a, b] = [await clip('x shared'), await clip('y shared')];
  const like: StoryComparer<string[]> = { ...byWords, likeness: (one, two) => (one[1] === two[1] ? 1 : 0) };
  const stub = aClip();
  await saveStub(db, stub, true);
  await finishClip(db, stub.id, aDraft({ text: 'z shared', url: stub.url, images: [] }), 2, imageId);
  while (await compareNext(db, like, 3));
  expect(new Set(await mates(stub.id))).toEqual(new Set([a, b]));
});

test('two clips of one page are no reprint', async () => {
  const [a, b] = [await clip('baic', 'https://a.example/1'), await clip('baic', 'https://a.example/1')];
  expect([await mates(a), await mates(b)]).toEqual([[], []]);
});

test('a text stays queued when comparing it fails', async () => {
  const stub = aClip();
  await saveStub(db, stub);
  await finishClip(db, stub.id, aDraft({ images: [] }), 2, imageId);
  const failing: StoryComparer<string> = {
    read: () => {
      throw new Error('killed');
    },
    keys: () => [],
    likeness: () => 0,
  };
  await expect(compareNext(db, failing, 3)).rejects.toThrow('killed');
  expect(await db.storyQueue.count()).toBe(1);
});
