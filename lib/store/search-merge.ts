/** Several segments become one, a slice at a time; what is written so far is kept, so that any page can go on. */
import { type Block, blocksBetween, packDirectory, unpackDirectory } from '../search/block';
import { packNumbers } from '../search/bytes';
import { merge, type Pause } from '../search/merge';
import { planBusyMerge, planMerge } from '../search/plan';
import type { Database } from './database';
import { blockKey, type IndexRow, type MergeRow, type SegmentRow, type UpkeepLimits } from './search-rows';
import { loadSegments, type Segment, voidReplaced } from './search-segments';
import { dropShelves, openShelf } from './search-shelves';

/** Starts the next merge that is due, or goes on with the one under way; false when there is none. */
export async function mergeSlice(
  db: Database,
  index: IndexRow,
  busy: boolean,
  limits: UpkeepLimits,
  pause: Pause,
): Promise<boolean> {
  const under = (await db.searchState.get('merge')) as MergeRow | undefined;
  const row = under ? renewed(under) : await begin(db, index, busy, limits);
  if (!row) return false;
  const segments = await loadSegments(db, index);
  try {
    await work(db, index, segments, row, limits, pause);
    return true;
  } finally {
    for (const segment of segments) segment.close();
  }
}

/** A merge that was begun with blocks of another kind starts again: a segment has one kind. */
const renewed = (row: MergeRow): MergeRow =>
  typeof row.directory === 'string' ? row : { ...row, after: null, blocks: 0, bytes: 0, directory: packDirectory([]) };

async function begin(db: Database, index: IndexRow, busy: boolean, limits: UpkeepLimits): Promise<MergeRow | null> {
  const sizes = index.segments.map(({ bytes }) => bytes);
  const plan = busy ? planBusyMerge(sizes) : planMerge(sizes);
  if (!plan) return null;
  const inputs = index.segments.slice(plan.from, plan.to);
  const row: MergeRow = {
    name: 'merge',
    inputs: inputs.map(({ id }) => id),
    output: index.next,
    shelved: inputs.reduce((sum, { bytes }) => sum + bytes, 0) > limits.shelved,
    after: null,
    blocks: 0,
    bytes: 0,
    directory: packDirectory([]),
  };
  index.next++;
  await db.transaction('rw', db.searchState, () => db.searchState.bulkPut([row, index]));
  return row;
}

async function work(
  db: Database,
  index: IndexRow,
  segments: readonly Segment[],
  row: MergeRow,
  limits: UpkeepLimits,
  pause: Pause,
): Promise<void> {
  voidReplaced(segments, { body: [], meta: [] });
  const inputs = segments.filter(({ id }) => row.inputs.includes(id));
  const blocks: Block[] = [];
  let bytes = 0;
  const emit = (block: Block) => {
    bytes += block.bytes.length;
    blocks.push(block);
  };
  const sources = inputs.map((segment) => ({
    blocks: segment.blocks,
    from: row.after === null ? 0 : blocksBetween(segment.firsts, row.after, row.after)[0],
    read: async (from: number, count: number) => (await segment.read([[from, from + count - 1]]))[0] ?? [],
    without: segment.without,
  }));
  const stop = await merge(sources, row.after, emit, {
    enough: () => bytes >= limits.slice,
    pause,
    many: limits.beginning,
  });
  await writeBlocks(db, row, blocks);
  const written: MergeRow = {
    ...row,
    after: stop.term,
    blocks: row.blocks + blocks.length,
    bytes: row.bytes + bytes,
    directory: packDirectory([...unpackDirectory(row.directory), ...blocks.map(({ first }) => first)]),
  };
  if (stop.done) await finish(db, index, segments, inputs, written);
  else await db.searchState.put(written);
}

async function writeBlocks(db: Database, row: MergeRow, blocks: readonly Block[]): Promise<void> {
  const bytes = blocks.map((block) => block.bytes);
  if (row.shelved) {
    const shelf = await openShelf(db, row.output, true);
    await shelf.write(row.blocks, bytes);
    shelf.close();
  } else
    await db.searchBlocks.bulkPut(
      bytes,
      bytes.map((_, i) => blockKey(row.output, row.blocks + i)),
    );
}

/** Puts the merged segment in the place of those it was made of. */
async function finish(
  db: Database,
  index: IndexRow,
  segments: readonly Segment[],
  inputs: readonly Segment[],
  { output, blocks, bytes, shelved, directory }: MergeRow,
): Promise<void> {
  const gone = new Set(inputs.map(({ id }) => id));
  const oldest = segments[0] === inputs[0];
  const replaces = { body: joined(inputs, 'body', oldest), meta: joined(inputs, 'meta', oldest) };
  const merged: SegmentRow = { name: `segment:${output}`, id: output, blocks, bytes, shelved, directory, replaces };
  const at = index.segments.findIndex(({ id }) => gone.has(id));
  const left = index.segments.filter(({ id }) => !gone.has(id)).toSpliced(at, 0, { id: output, bytes });
  const after: IndexRow = { ...index, generation: index.generation + 1, segments: left };
  await db.transaction('rw', db.searchState, db.searchBlocks, async () => {
    await Promise.all([
      db.searchState.bulkDelete(['merge', ...inputs.map(({ id }) => `segment:${id}`)]),
      db.searchState.bulkPut([merged, after]),
      ...inputs
        .filter((segment) => !segment.shelved)
        .map(({ id }) =>
          db.searchBlocks
            .where(':id')
            .between(blockKey(id, 0), blockKey(id + 1, 0))
            .delete(),
        ),
    ]);
  });
  for (const segment of inputs) segment.close();
  await sweepShelves(db);
}

/** What is older than all inputs is nothing: then nothing is left to be replaced. */
function joined(inputs: readonly Segment[], part: 'body' | 'meta', oldest: boolean): Uint8Array {
  const docs = oldest ? [] : inputs.flatMap(({ replaces }) => replaces[part]);
  return packNumbers([...new Set(docs)].sort((a, b) => a - b));
}

/** Deletes databases of segments that are gone, also those whose deletion was interrupted. */
export async function sweepShelves(db: Database): Promise<void> {
  const [index, under] = await db.searchState.bulkGet(['index', 'merge']);
  const kept = new Set((index as IndexRow | undefined)?.segments.map(({ id }) => id));
  if (under) kept.add((under as MergeRow).output);
  await dropShelves(db, kept);
}
