import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { editClips, listClips } from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { attempt, failureOf } from '../../../lib/store/failures';
import { saveStub } from '../../../lib/store/saving';
import { aClip } from '../clip-maker';

const opened: Dexie[] = [];
const kept = <T extends Dexie>(db: T): T => {
  opened.push(db);
  return db;
};
afterEach(async () => {
  vi.restoreAllMocks();
  for (const db of opened.splice(0)) db.close();
  await Dexie.delete('guard');
});

/** The database as some later version of the code would leave it. */
function newer(): Dexie {
  const db = kept(new Dexie('guard'));
  db.version(7).stores({ clips: 'id, *keys', added: 'id' });
  return db;
}

const read = (db: Database) => attempt(db, () => listClips(db, {}, { after: null, limit: 1 }));
const write = (db: Database) => attempt(db, () => saveStub(db, aClip()));

test('a database written by newer code is neither read nor written nor repaired', async () => {
  const later = newer();
  await later.open();
  later.close();
  const db = kept(openDatabase('guard'));
  expect(await write(db)).toEqual({ ok: false, failure: { kind: 'database-newer' } });
  expect(await read(db)).toEqual({ ok: false, failure: { kind: 'database-newer' } });
  await later.open();
  expect(later.backendDB().version).toBe(70);
  expect(await later.table('clips').count()).toBe(0);
});

test('code whose database is upgraded under it lets go at once and refuses to write from then on', async () => {
  const told = vi.fn();
  const db = kept(openDatabase('guard', { onRefused: told }));
  const clip = aClip();
  await saveStub(db, clip);
  const later = newer();
  await later.open();
  expect(told.mock.calls).toEqual([[{ kind: 'database-newer' }]]);
  expect(await write(db)).toEqual({ ok: false, failure: { kind: 'database-newer' } });
  expect(await attempt(db, () => editClips(db, [clip.id], { note: 'x' }, 1))).toMatchObject({ ok: false });
  expect(await later.table('clips').count()).toBe(1);
});

test('an upgrade that another page holds up ends in a failure instead of waiting for ever', async () => {
  const holder = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('guard', 1);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const told = vi.fn();
  const db = kept(openDatabase('guard', { onRefused: told, patience: 20 }));
  expect(await write(db)).toEqual({ ok: false, failure: { kind: 'database-blocked' } });
  expect(told).toHaveBeenCalledOnce();
  holder.close();
});

test('a full disk is called by its name, though Dexie hides it in an aborted transaction', async () => {
  const db = kept(openDatabase('guard'));
  await db.open();
  const full = Object.assign(new Error('Quota'), { name: 'QuotaExceededError' });
  const aborted = Object.assign(new Error('Aborted'), { name: 'AbortError', inner: full });
  const bulk = Object.assign(new Error('Bulk'), { name: 'BulkError', failures: [aborted] });
  for (const error of [full, aborted, bulk]) expect(failureOf(error)).toEqual({ kind: 'storage-full' });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await write(db)).toEqual({ ok: false, failure: { kind: 'storage-full' } });
});

test('a bug is not dressed up as a database failure', () => {
  expect(failureOf(new TypeError('x is undefined'))).toEqual({
    kind: 'unexpected',
    detail: 'TypeError: x is undefined',
  });
  expect(failureOf(Object.assign(new Error('gone'), { name: 'OpenFailedError' }))).toMatchObject({
    kind: 'database-unavailable',
  });
});

test('every transaction asks for strict durability', async () => {
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const db = kept(openDatabase('guard'));
  await saveStub(db, aClip());
  const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.length).toBeGreaterThan(0);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['guard']);
  for (const [, , options] of writes) expect(options).toMatchObject({ durability: 'strict' });
});
