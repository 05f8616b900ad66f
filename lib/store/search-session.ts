/** Searches on the index as it is at the moment, whatever happens to it meanwhile. */
import { DamagedIndexError } from '../search/bytes';
import type { Database } from './database';
import { attempt } from './failures';
import { IndexReader } from './search-reader';
import { MissingBlockError } from './search-shelves';
import { markDamaged } from './search-upkeep';

const readers = new WeakMap<Database, IndexReader>();
/** How often a search is begun: merging may take its blocks away more than once. */
const mostTries = 4;

/** Runs a search; when the index changes under it, again; when it cannot be read, on what is new, and says so. */
export async function withReader<T>(db: Database, search: (reader: IndexReader) => Promise<T>): Promise<T> {
  const reader = readers.get(db) ?? new IndexReader(db);
  readers.set(db, reader);
  for (let left = mostTries; ; left--) {
    try {
      const early = await searchEarly(reader, search);
      if (early) return early.answer;
      await reader.refresh();
      return await search(reader);
    } catch (error) {
      if (!isStale(error) || left === 0) throw error;
      if (left > 1) reader.reset();
      else giveUp(db, reader);
    }
  }
}

/**
 * Searches on what the reader knows and looks at the same time whether that still holds: mostly it does, and one wait
 * for the database is saved. Null when it does not.
 */
async function searchEarly<T>(
  reader: IndexReader,
  search: (reader: IndexReader) => Promise<T>,
): Promise<{ answer: T } | null> {
  if (!reader.isLoaded) return null;
  const outcome = search(reader).then(
    (answer) => ({ answer }),
    (error) => {
      if (isStale(error)) return null; // what is wrong with the index shows when it is read anew
      throw error;
    },
  );
  const [current, early] = await Promise.all([reader.isCurrent(), outcome]);
  return current ? early : null;
}

const isStale = (error: unknown): boolean => error instanceof MissingBlockError || error instanceof DamagedIndexError;

/** Goes on without the segments. The mark that starts their making is set later: a live query may not write. */
function giveUp(db: Database, reader: IndexReader): void {
  const { generation } = reader;
  reader.reset(generation);
  setTimeout(() => void attempt(db, () => markDamaged(db, generation)));
}

/** Reads what every search needs first. */
export function prepareSearch(db: Database): Promise<void> {
  return withReader(db, async (reader) => void (await reader.times('clipped')));
}
