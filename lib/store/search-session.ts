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
      await reader.refresh();
      return await search(reader);
    } catch (error) {
      if (!(error instanceof MissingBlockError || error instanceof DamagedIndexError) || left === 0) throw error;
      if (left > 1) reader.reset();
      else giveUp(db, reader);
    }
  }
}

/** Goes on without the segments. The mark that starts their making is set later: a live query may not write. */
function giveUp(db: Database, reader: IndexReader): void {
  const { generation } = reader;
  reader.reset(generation);
  setTimeout(() => void attempt(db, () => markDamaged(db, generation)));
}

/** Reads what every search needs first. */
export function prepareSearch(db: Database): Promise<void> {
  return withReader(db, async (reader) => void (await reader.columns()));
}
