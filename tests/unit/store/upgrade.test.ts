import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { listClips } from '../../../lib/store/clips';
import { openDatabase } from '../../../lib/store/database';
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
