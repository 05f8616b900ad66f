/**
 * Databases of their own for large segments: deleting a database gives its disk back at once, deleting rows from one
 * leaves them there until the browser compacts it.
 */
import type { Database } from './database';

const store = 'blocks';
const nameOf = (db: Database, segment: number): string => `${db.name}-index-${segment}`;

/** Thrown when a block is not where the index says: something newer has taken its place, or the disk lost it. */
export class MissingBlockError extends Error {
  override name = 'MissingBlockError';
}

/** An open database of one segment. */
export type Shelf = {
  /** The blocks of these ranges, each from its first to its last. */
  read: (ranges: readonly (readonly [first: number, last: number])[]) => Promise<Uint8Array[][]>;
  /** Writes blocks from number `first` on. */
  write: (first: number, blocks: readonly Uint8Array[]) => Promise<void>;
  close: () => void;
};

/** Opens the shelf of a segment; without `create` one that is not there throws `MissingBlockError`. */
export async function openShelf(db: Database, segment: number, create = false): Promise<Shelf> {
  const opened = await open(nameOf(db, segment), create);
  opened.onversionchange = () => opened.close();
  return {
    read: (ranges) => readBlocks(opened, ranges),
    write: (first, blocks) => writeBlocks(opened, first, blocks),
    close: () => opened.close(),
  };
}

/** Deletes all shelves but those of `kept`. Pages that have one open let go of it. */
export async function dropShelves(db: Database, kept: ReadonlySet<number>): Promise<void> {
  const start = nameOf(db, 0).slice(0, -1);
  const keptNames = new Set([...kept].map((segment) => nameOf(db, segment)));
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  for (const name of names) if (name.startsWith(start) && !keptNames.has(name)) await dropDatabase(name);
}

function dropDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

function open(name: string, create: boolean): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      if (create) request.result.createObjectStore(store);
      else request.transaction?.abort(); // it was deleted; opening must not bring an empty one back
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error?.name === 'AbortError' ? new MissingBlockError(name) : request.error);
  });
}

async function readBlocks(
  opened: IDBDatabase,
  ranges: readonly (readonly [first: number, last: number])[],
): Promise<Uint8Array[][]> {
  let blocks: IDBObjectStore;
  try {
    blocks = opened.transaction(store).objectStore(store);
  } catch {
    throw new MissingBlockError(opened.name); // closed, because it is being deleted
  }
  const read = ranges.map(([first, last]) => answerOf<Uint8Array[]>(blocks.getAll(IDBKeyRange.bound(first, last))));
  return Promise.all(read);
}

function writeBlocks(opened: IDBDatabase, first: number, blocks: readonly Uint8Array[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = opened.transaction(store, 'readwrite', { durability: 'relaxed' });
    for (const [i, bytes] of blocks.entries()) transaction.objectStore(store).put(bytes, first + i);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
