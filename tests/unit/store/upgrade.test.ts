import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { listClips } from '../../../lib/store/clips';
import { openDatabase } from '../../../lib/store/database';
import { checkLibrary } from '../../../lib/store/integrity';
import { saveStub } from '../../../lib/store/saving';
import { readTallies } from '../../../lib/store/tallies';
import { aClip } from '../clip-maker';
import { fillLibrary } from '../exchange/archive/library';

const name = 'upgraded';
afterEach(() => Dexie.delete(name));

/** The tables of version 1 as they were released. */
const firstTables = {
  clips: 'id, *keys, *lists, pendingSince',
  bodies: 'clipId',
  images: 'id, clipId',
  tags: 'key, count',
  counters: 'prefix',
  posts: 'id, updatedAt',
  assets: 'id',
  standing: 'id, name',
};

test('a library of version 1 is upgraded without loss', async () => {
  const clip = aClip({ tags: ['Leather'] });
  const source = openDatabase('source');
  await saveStub(source, clip);
  const earlier = new Dexie(name);
  earlier.version(1).stores(firstTables);
  for (const table of Object.keys(firstTables)) await earlier.table(table).bulkAdd(await source.table(table).toArray());
  await earlier.table('bodies').add({ clipId: clip.id, text: 'The whole text.' });
  const before = await Promise.all(Object.keys(firstTables).map((table) => earlier.table(table).toArray()));
  earlier.close();
  await source.delete();

  const db = openDatabase(name);
  const after = await Promise.all(Object.keys(firstTables).map((table) => db.table(table).toArray()));
  expect(after).toEqual(before);
  expect((await listClips(db, { tag: 'leather' }, { after: null, limit: 9 })).clips).toEqual([clip]);
  expect((await readTallies(db, 'clips')).map(({ amount }) => amount)).toEqual([1]);
  expect(await db.storyQueue.toArray()).toEqual([{ clipId: clip.id }]);
  db.close();
});

/** The tables that version 2 added or changed, as they were released. */
const secondTables = {
  clips: 'id, *keys, *lists, pendingSince, doc',
  searchPending: '++seq',
  searchState: 'name',
  searchBlocks: '',
  searchColumns: 'chunk',
  tallies: 'key',
  tagJobs: 'id, state',
  tagSteps: '++step, jobId',
  stories: 'clipId, *keys',
  storyQueue: 'clipId',
  storyApart: 'pair, *clips',
  imports: 'id',
  importSteps: '++seq, importId',
  earlier: 'clipId, keptAt',
  searches: 'id, position',
  annotations: 'id, clipId',
  connections: 'id',
  publications: 'id, postId, *clips',
  posts: 'id, updatedAt, versions',
};

test('a library of version 2 is upgraded without loss', async () => {
  const source = openDatabase('source');
  await fillLibrary(source, 2);
  const earlier = new Dexie(name);
  earlier.version(1).stores(firstTables);
  earlier.version(2).stores(secondTables);
  const tables = Object.keys({ ...firstTables, ...secondTables });
  for (const table of tables.filter((one) => one !== 'searchBlocks'))
    await earlier.table(table).bulkAdd(await source.table(table).toArray());
  earlier.close();
  const dumpOf = (db: Dexie) => Promise.all(tables.map((table) => db.table(table).toArray()));
  const before = await dumpOf(source);
  await source.delete();
  const db = openDatabase(name);
  expect(await dumpOf(db)).toEqual(before);
  expect([await db.shared.toArray(), await db.templates.toArray()]).toEqual([[], []]);
  db.close();
});

test('a damaged clip of version 1 does not keep the library from being upgraded', async () => {
  const earlier = new Dexie(name);
  earlier.version(1).stores(firstTables);
  await earlier.table('clips').bulkAdd([
    { id: 'broken', tags: 7 },
    { ...aClip(), keys: [], lists: [] },
  ]);
  earlier.close();
  const db = openDatabase(name);
  expect(await db.clips.count()).toBe(2);
  const effects = { now: 5, clock: () => 0, progress: () => undefined, pause: async () => undefined };
  expect((await checkLibrary(db, effects)).findings).toMatchObject({ fields: 2 });
  expect((await checkLibrary(db, effects)).findings).toEqual({});
  db.close();
});
