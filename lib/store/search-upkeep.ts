/** Keeps the search index: takes in what is new, merges what has become many, makes it anew when it is gone. */
import type { Pause } from '../search/merge';
import type { Database } from './database';
import { flush } from './search-flush';
import { mergeSlice, sweepShelves } from './search-merge';
import { numberRows, pendingFields, pendingText, queueRows, readHighlights } from './search-pending';
import { emptyIndex, type IndexRow, indexFormat, type RebuildRow, usualLimits } from './search-rows';
import { readIndexRow } from './search-segments';

/** Clips of which the index is made anew in one transaction. */
const batchSize = 12;

export type IndexProgress = { done: number; total: number };

/** How far an index is that is being made from the clips; null when it is whole. */
export async function indexProgress(db: Database): Promise<IndexProgress | null> {
  const [index, rebuild] = await db.searchState.bulkGet(['index', 'rebuild']);
  if (rebuild) {
    const { done, total } = rebuild as RebuildRow;
    return { done, total };
  }
  if ((index as IndexRow | undefined)?.format === indexFormat) return null;
  const total = (await db.counters.get('all'))?.count ?? 0;
  return total === 0 ? null : { done: 0, total };
}

/** How many rows wait: they are taken away from the front only, so that the first and the last number say it. */
async function countPending(db: Database): Promise<number> {
  const [[first], [last]] = await Promise.all([
    db.searchPending.orderBy(':id').limit(1).primaryKeys(),
    db.searchPending.orderBy(':id').reverse().limit(1).primaryKeys(),
  ]);
  return first === undefined || last === undefined ? 0 : last - first + 1;
}

/** Says that the index cannot be read, so that the next `upkeep` makes it anew. */
export async function markDamaged(db: Database, generation: number): Promise<void> {
  await db.transaction('rw', db.searchState, async () => {
    const index = await readIndexRow(db);
    if (index?.generation === generation) await db.searchState.put({ ...index, format: 0 });
  });
}

/**
 * Does the next piece of work and says whether there is more. Every piece is whole or not done at all, so that it may
 * be stopped anywhere. Only one page may do it at a time.
 */
export async function upkeepStep(db: Database, pause: Pause, limits = usualLimits): Promise<boolean> {
  const index = await readIndexRow(db);
  if (index?.format !== indexFormat) {
    await startAnew(db, index);
    return true;
  }
  const [rebuild, pending] = await Promise.all([
    db.searchState.get('rebuild') as Promise<RebuildRow | undefined>,
    countPending(db),
  ]);
  const busy = rebuild !== undefined || pending >= limits.few;
  if (busy && (await mergeSlice(db, index, true, limits, pause))) return true;
  if (pending >= (rebuild ? limits.many : limits.few)) await flush(db, index, pause);
  else if (rebuild) await rebuildBatch(db);
  else return mergeSlice(db, index, false, limits, pause);
  return true;
}

/** Clears what an interrupted life of the index left behind. To be called before the first step. */
export async function tidyIndex(db: Database): Promise<void> {
  await sweepShelves(db);
}

/** An empty index, and the order to fill it from the clips. Document numbers are kept: clips have them. */
async function startAnew(db: Database, before: IndexRow | undefined): Promise<void> {
  const tables = [db.clips, db.searchState, db.searchBlocks, db.searchColumns, db.searchPending];
  await db.transaction('rw', tables, async () => {
    const [next, total] = await Promise.all([db.searchState.get('next'), db.clips.count()]);
    await Promise.all([
      db.searchState.clear(),
      db.searchBlocks.clear(),
      db.searchColumns.clear(),
      db.searchPending.clear(),
    ]);
    const index = emptyIndex(before);
    await db.searchState.bulkPut(next ? [index, next] : [index]);
    if (total > 0) await db.searchState.put({ name: 'rebuild', after: '', done: 0, total });
  });
  await sweepShelves(db);
}

/** Takes in the next clips, in order of their ids. */
async function rebuildBatch(db: Database): Promise<void> {
  await db.transaction('rw', [db.clips, db.bodies, db.annotations, db.searchState, db.searchPending], async () => {
    const rebuild = (await db.searchState.get('rebuild')) as RebuildRow | undefined;
    if (!rebuild) return;
    const rows = await db.clips.where('id').above(rebuild.after).limit(batchSize).toArray();
    const last = rows.at(-1);
    if (!last) return db.searchState.delete('rebuild');
    const ids = rows.map(({ id }) => id);
    const [{ rows: numbered, next }, bodies, highlights] = await Promise.all([
      numberRows(db, rows),
      db.bodies.bulkGet(ids),
      readHighlights(db, ids),
    ]);
    const unnumbered = numbered.filter((_, i) => rows[i]?.doc === undefined);
    await Promise.all([
      db.clips.bulkPut(unnumbered),
      queueRows(
        db,
        numbered.map((row, i) => ({ row, text: bodies[i]?.text ?? '' })),
        ({ row, text }) => [pendingFields(row, highlights.get(row.id)), pendingText(row, text)],
      ),
      db.searchState.bulkPut([
        { ...rebuild, after: last.id, done: rebuild.done + rows.length },
        ...(next ? [next] : []),
      ]),
    ]);
  });
}
