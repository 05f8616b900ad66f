import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { listClips } from '../../../lib/store/clips';
import { openDatabase } from '../../../lib/store/database';
import { checkLibrary } from '../../../lib/store/integrity';
import { saveStub } from '../../../lib/store/saving';
import { readTallies } from '../../../lib/store/tallies';
import { aClip } from '../clip-maker';

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
