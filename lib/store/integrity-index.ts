/** Whether the search index has every block that it names and every clip; made anew where it has not. */
import type { Database } from './database';
import type { IndexRow, NextRow } from './search-rows';
import { loadSegments, readIndexRow } from './search-segments';
import { MissingBlockError } from './search-shelves';
import { TimeColumn } from './search-times';
import { indexProgress, markDamaged } from './search-upkeep';

/** Blocks that are in memory at once. */
const atOnce = 64;

/**
 * Gaps of the index: 0, or at least 1 and then it is ordered to be made anew, which whoever keeps it does. `docs`: the
 * document numbers of all clips; `distrust` when rows were written past it.
 */
export async function checkIndex(db: Database, docs: readonly number[], distrust: boolean): Promise<number> {
  const index = await readIndexRow(db);
  if (!index) {
    await db.searchState.put({ name: 'index', format: 0, generation: 0, times: 0, segments: [], top: 0, next: 1 });
    return 1;
  }
  if ((await indexProgress(db)) !== null) return 0; // it is being made anew already
  const gaps = (await missingClips(db, docs)) + (await missingBlocks(db, index));
  if (gaps === 0 && !distrust) return 0;
  await raiseNext(db, docs);
  // A merge may have changed it under the check: then it is looked at again the next time.
  await markDamaged(db, index.generation);
  return Math.max(1, gaps);
}

/** The next number is above every one that is given. */
function raiseNext(db: Database, docs: readonly number[]): Promise<void> {
  return db.transaction('rw', db.searchState, async () => {
    const next = (await db.searchState.get('next')) as NextRow | undefined;
    const least = docs.reduce((most, doc) => Math.max(most, doc), 0) + 1;
    if ((next?.value ?? 1) < least) await db.searchState.put({ name: 'next', value: least });
  });
}

/** Clips that the index has never heard of. */
async function missingClips(db: Database, docs: readonly number[]): Promise<number> {
  const { times, waiting, next } = await db.transaction(
    'r',
    db.searchColumns,
    db.searchPending,
    db.searchState,
    async () => {
      const [columns, pending, state] = await Promise.all([
        TimeColumn.load(db, 'clipped'),
        db.searchPending.toArray(),
        db.searchState.get('next'),
      ]);
      const numbers = new Set(pending.filter(({ part }) => part === 'meta').map(({ doc }) => doc));
      return { times: columns, waiting: numbers, next: state?.name === 'next' ? state.value : 1 };
    },
  );
  const twice = docs.length - new Set(docs).size;
  const unknown = docs.filter((doc) => doc >= next || (times.at(doc) === 0 && !waiting.has(doc)));
  return twice + unknown.length;
}

/** 1 when a block is not where the index says. */
async function missingBlocks(db: Database, index: IndexRow): Promise<number> {
  try {
    for (const segment of await loadSegments(db, index)) {
      try {
        for (let first = 0; first < segment.blocks; first += atOnce)
          await segment.read([[first, Math.min(first + atOnce, segment.blocks) - 1]]);
      } finally {
        segment.close();
      }
    }
    return 0;
  } catch (error) {
    if (!(error instanceof MissingBlockError)) throw error;
    const now = await readIndexRow(db);
    return now?.generation === index.generation ? 1 : 0; // merged away while it was read
  }
}
