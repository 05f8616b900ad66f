/**
 * Room kept aside in a database of its own: on a full disk nothing can be written, not even that something is deleted.
 * Giving the reserve up makes room for that.
 */
import type { Database } from './database';
import { failureOf } from './failures';

const size = 4 * 2 ** 20;
/** The most that `crypto` gives at once. */
const part = 65_536;
const nameOf = (db: Database): string => `${db.name}-reserve`;

/** Puts the reserve where it was given up or never was. Cheap when it is there; throws on a full disk. */
export async function keepReserve(db: Database): Promise<void> {
  if ((await indexedDB.databases()).some(({ name }) => name === nameOf(db))) return;
  const reserve = await open(nameOf(db));
  try {
    await fill(reserve);
  } catch (error) {
    reserve.close();
    await dropReserve(db);
    throw error;
  }
  reserve.close();
}

/** Runs what frees room; where there is none to do even that, once more with the reserve given up. */
export async function withReserve<T>(db: Database, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (failureOf(error, db).kind !== 'storage-full') throw error;
    await dropReserve(db);
    return work();
  }
}

function dropReserve(db: Database): Promise<void> {
  return settled(indexedDB.deleteDatabase(nameOf(db))).then(() => undefined);
}

function open(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('room');
  return settled(opening);
}

/** Noise, because the browser would pack anything else. */
function fill(reserve: IDBDatabase): Promise<void> {
  const noise = new Uint8Array(size);
  for (let at = 0; at < size; at += part) crypto.getRandomValues(noise.subarray(at, at + part));
  const filling = reserve.transaction('room', 'readwrite', { durability: 'relaxed' });
  filling.objectStore('room').put(noise, 1);
  return new Promise((resolve, reject) => {
    filling.oncomplete = () => resolve();
    filling.onabort = () => reject(filling.error);
  });
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
