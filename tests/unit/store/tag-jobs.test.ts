import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ClipId, newId, type TagJobId } from '../../../lib/model/ids';
import type { SearchId } from '../../../lib/model/saved-search';
import { tagKey } from '../../../lib/model/tag';
import { deleteClips, getClips, listClips, tagClips } from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { saveStub } from '../../../lib/store/saving';
import { addSearch, editSearch, listSearches } from '../../../lib/store/searches';
import { describeTag, lastTagJob, startTagJob, steerTagJob, stepTagJobs } from '../../../lib/store/tag-jobs';
import { aClip } from '../clip-maker';

let db: Database;
beforeAll(() => {
  db = openDatabase('tag-jobs');
});
beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));
afterAll(() => db.delete());

async function clipWith(...tags: string[]): Promise<ClipId> {
  const clip = aClip();
  await saveStub(db, clip);
  await tagClips(db, [clip.id], { add: tags }, 1);
  return clip.id;
}

async function finish(): Promise<number> {
  let steps = 0;
  while (await stepTagJobs(db, 10 + steps)) steps++;
  return steps;
}

const start = (from: string[], to: string | null) => startTagJob(db, { id: newId<TagJobId>(), from, to }, 5);
const tagsOf = async (id: ClipId) => (await getClips(db, [id]))[0]?.tags;

test('a renamed tag keeps its place among the tags of each clip, its colour and its description', async () => {
  const id = await clipWith('first', 'Lether', 'last');
  await describeTag(db, 'lether', { colour: 'teal', description: 'Hides' });
  await start(['lether'], 'Leather');
  await finish();
  expect(await tagsOf(id)).toEqual(['first', 'Leather', 'last']);
  expect(await db.tags.get('leather')).toMatchObject({
    name: 'Leather',
    count: 1,
    colour: 'teal',
    description: 'Hides',
  });
  expect(await db.tags.get('lether')).toBeUndefined();
});

test('a tag can be spelled otherwise without becoming another', async () => {
  const id = await clipWith('ev');
  await start(['ev'], 'EV');
  await finish();
  expect(await tagsOf(id)).toEqual(['EV']);
  expect(await db.tags.get('ev')).toMatchObject({ name: 'EV', count: 1 });
});

test('saved searches ask for the new name at once, and again for the old one when the change is undone', async () => {
  await clipWith('皮革', 'Faux leather');
  const names = ['First', 'Second', 'Third'];
  const queries = ['标签：皮革，内饰 seats', '-(tag:"faux leather" or tag:leather) ports', '皮革 tag:皮革店'];
  for (const [i, query] of queries.entries())
    await addSearch(db, { id: newId<SearchId>(), name: names[i] ?? '', query, place: 'all' }, 3);
  const asked = async () => (await listSearches(db)).map(({ query }) => query);
  const job = await start(['皮革', 'faux leather'], 'Leather');
  expect(await asked()).toEqual(['tag:Leather,内饰 seats', '-(tag:Leather or tag:leather) ports', '皮革 tag:皮革店']);
  await finish();
  const [, second] = await listSearches(db);
  if (second) await editSearch(db, second.id, { query: 'tag:Leather only' }, 20);
  if (job) await steerTagJob(db, job.id, 'undo', 21);
  await finish();
  expect(await asked()).toEqual([queries[0], 'tag:Leather only', queries[2]]);
});

test('merging counts a clip once that had several of the tags, deleted clips are changed too', async () => {
  const both = await clipWith('皮革', 'leather');
  const gone = await clipWith('皮革');
  await deleteClips(db, [gone], 2);
  await start(['皮革'], 'leather');
  await finish();
  expect(await tagsOf(both)).toEqual(['leather']);
  expect(await tagsOf(gone)).toEqual(['leather']);
  expect((await db.tags.get('leather'))?.count).toBe(1);
});

test('a job that is stopped leaves true books, and goes on where it was', async () => {
  for (let i = 0; i < 250; i++) await clipWith('old');
  const job = await start(['old'], 'new');
  await stepTagJobs(db, 10);
  if (job) await steerTagJob(db, job.id, 'stop', 11);
  expect(await stepTagJobs(db, 12)).toBe(false);
  expect((await db.tags.toArray()).map(({ key, count }) => [key, count])).toEqual([
    ['new', 100],
    ['old', 150],
  ]);
  if (job) await steerTagJob(db, job.id, 'continue', 13);
  await finish();
  expect((await listClips(db, { tag: 'new' }, { after: null, limit: 999 })).clips).toHaveLength(250);
  expect(await lastTagJob(db)).toMatchObject({ state: 'done', changed: 250, total: 250 });
});

test('clips tagged while a job runs are changed before it ends', async () => {
  for (let i = 0; i < 120; i++) await clipWith('old');
  await start(['old'], null);
  await stepTagJobs(db, 10);
  const late = await clipWith('old');
  await finish();
  expect(await tagsOf(late)).toEqual([]);
});

test('what was asked twice is done once, and what changes nothing is not begun', async () => {
  await clipWith('old');
  const id = newId<TagJobId>();
  await startTagJob(db, { id, from: ['old'], to: 'new' }, 5);
  await startTagJob(db, { id, from: ['old'], to: 'new' }, 6);
  expect(await db.tagJobs.count()).toBe(1);
  expect(await start(['unknown'], 'new')).toBeNull();
  expect(await start(['old'], ' ，')).toBeNull();
});

test('undo keeps what was done to the tags of a clip since', async () => {
  const id = await clipWith('a', 'b');
  const job = await start(['a', 'b'], 'c');
  await finish();
  await tagClips(db, [id], { add: ['later'] }, 50);
  if (job) await steerTagJob(db, job.id, 'undo', 60);
  await finish();
  expect(new Set(await tagsOf(id))).toEqual(new Set(['a', 'b', 'later']));
});

test('after any change of tags the counts are true, and undoing it gives back exactly what was there', async () => {
  const names = ['EV', 'ev', '皮革', 'Leather', 'seats'];
  const tags = fc.array(fc.constantFrom(...names), { maxLength: 4 });
  const state = async () => ({
    clips: (await db.clips.toArray()).map(({ id, tags, lists }) => ({ id, tags, lists })),
    counters: await db.counters.toArray(),
    tallies: await db.tallies.toArray(),
    tags: (await db.tags.toArray()).map(({ lastUsedAt: _, ...tag }) => tag),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(tags, { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
      fc.option(fc.constantFrom(...names, 'new')),
      fc.boolean(),
      async (clips, from, to, coloured) => {
        await Promise.all(db.tables.map((table) => table.clear()));
        for (const clip of clips) await clipWith(...clip);
        if (coloured) await describeTag(db, tagKey(from[0] ?? ''), { colour: 'rose' });
        const before = await state();
        const job = await start(from, to);
        await finish();
        const counted = new Map<string, number>();
        for (const clip of await db.clips.toArray())
          for (const tag of clip.tags) counted.set(tagKey(tag), (counted.get(tagKey(tag)) ?? 0) + 1);
        const known = (await db.tags.toArray()).filter((tag) => tag.count > 0);
        expect(new Map(known.map((tag) => [tag.key, tag.count]))).toEqual(counted);
        if (job) await steerTagJob(db, job.id, 'undo', 70);
        await finish();
        expect(await state()).toEqual(before);
      },
    ),
    { numRuns: 60 },
  );
});
