/** New documents become a segment. */
import { type Block, packDirectory } from '../search/block';
import { packNumbers } from '../search/bytes';
import { type MergeInput, merge, type Pause, writeWords } from '../search/merge';
import type { Database } from './database';
import { blockKey, type IndexRow, type PendingRow, type SegmentRow } from './search-rows';
import { writeTimes } from './search-times';

/** Pending rows that become one segment at most. */
const mostFlushed = 2048;
/** Rows read at once: taking in what the database hands over is one task of the page. */
const rowsAtOnce = 48;

/**
 * Turns the oldest pending rows into a segment, all in one transaction. Stopped before its end it has changed nothing.
 * Only one page may do so at a time.
 */
export async function flush(db: Database, index: IndexRow, pause: Pause): Promise<void> {
  const rows = await readOldest(db, pause);
  const [first, last] = [rows[0]?.seq, rows.at(-1)?.seq];
  if (first === undefined) return;
  const latest = [...new Map(rows.map((row) => [`${row.doc} ${row.part}`, row])).values()];
  const blocks = await buildBlocks(latest, pause);
  const id = index.next;
  const segment: SegmentRow = {
    name: `segment:${id}`,
    id,
    blocks: blocks.length,
    bytes: blocks.reduce((sum, { bytes }) => sum + bytes.length, 0),
    shelved: false,
    directory: packDirectory(blocks.map(({ first }) => first)),
    replaces: { body: replaced(latest, index, 'body'), meta: replaced(latest, index, 'meta') },
  };
  const tables = [db.searchState, db.searchBlocks, db.searchColumns, db.searchPending];
  await db.transaction('rw', tables, async () => {
    const times = await writeTimes(db, latest);
    await Promise.all([
      db.searchBlocks.bulkPut(
        blocks.map(({ bytes }) => bytes),
        blocks.map((_, i) => blockKey(id, i)),
      ),
      // Numbers only ever rise, and nobody else takes rows away: between these two there are no others.
      db.searchPending.where(':id').between(first, last, true, true).delete(),
      db.searchState.bulkPut([segment, flushed(index, segment, latest, times)]),
    ]);
  });
}

async function readOldest(db: Database, pause: Pause): Promise<PendingRow[]> {
  const rows: PendingRow[] = [];
  for (;;) {
    const after = rows.at(-1)?.seq ?? 0;
    const page = await db.searchPending.where(':id').above(after).limit(rowsAtOnce).toArray();
    rows.push(...page);
    if (page.length < rowsAtOnce || rows.length >= mostFlushed) return rows;
    await pause();
  }
}

function flushed(index: IndexRow, { id, bytes }: SegmentRow, rows: readonly PendingRow[], times: boolean): IndexRow {
  return {
    ...index,
    generation: index.generation + 1,
    times: index.times + (times ? 1 : 0),
    segments: [...index.segments, { id, bytes }],
    next: id + 1,
    top: Math.max(index.top, ...rows.map(({ doc }) => doc + 1)),
  };
}

/** What an older segment may have too. */
function replaced(rows: readonly PendingRow[], index: IndexRow, part: PendingRow['part']): Uint8Array {
  const docs = rows.filter((row) => row.part === part && row.doc < index.top).map(({ doc }) => doc);
  return packNumbers(docs.sort((a, b) => a - b));
}

async function buildBlocks(rows: readonly PendingRow[], pause: Pause): Promise<Block[]> {
  const blocks: Block[] = [];
  const words = new Set<string>();
  const emit = (block: Block) => blocks.push(block);
  await merge(rows.map(inputOf), null, emit, { pause, words });
  await writeWords(words, emit, pause);
  return blocks;
}

function inputOf({ blocks }: PendingRow): MergeInput {
  const read = async (from: number, count: number) => blocks.slice(from, from + count);
  return { blocks: blocks.length, from: 0, read, without: { body: null, meta: null } };
}
