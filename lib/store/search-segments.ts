/** Segments as a search and a merge read them: by block, wherever the blocks stand. */
import { unpackDirectory } from '../search/block';
import { unpackNumbers } from '../search/bytes';
import type { Part } from '../search/families';
import type { DocSet } from '../search/postings';
import type { Database } from './database';
import { blockKey, type IndexRow, type SegmentRow } from './search-rows';
import { MissingBlockError, openShelf, type Shelf } from './search-shelves';

export type BlockRange = readonly [first: number, last: number];

export type Segment = {
  id: number;
  blocks: number;
  bytes: number;
  shelved: boolean;
  /** First terms of its blocks. */
  firsts: readonly string[];
  /** Whether long lists begin blocks; not in segments that were written at first. */
  whole: boolean;
  replaces: Record<Part, readonly number[]>;
  /** Documents whose parts something newer has; null for none. */
  without: Record<Part, DocSet | null>;
  read: (ranges: readonly BlockRange[]) => Promise<Uint8Array[][]>;
  close: () => void;
};

export const readIndexRow = async (db: Database): Promise<IndexRow | undefined> =>
  (await db.searchState.get('index')) as IndexRow | undefined;

/** The segments of an index, oldest first; those in `known` as they are. Throws `MissingBlockError` without one of them. */
export async function loadSegments(
  db: Database,
  index: IndexRow | null,
  known: readonly Segment[] = [],
): Promise<Segment[]> {
  const ids = index?.segments.map(({ id }) => id) ?? [];
  const loaded = new Map(known.map((segment) => [segment.id, segment]));
  const missing = ids.filter((id) => !loaded.has(id));
  const rows = missing.length > 0 ? await db.searchState.bulkGet(missing.map((id) => `segment:${id}`)) : [];
  missing.forEach((id, i) => {
    const row = rows[i] as SegmentRow | undefined;
    if (!row) throw new MissingBlockError(`segment ${id}`);
    loaded.set(id, segmentOf(db, row));
  });
  return ids.flatMap((id) => loaded.get(id) ?? []);
}

function segmentOf(db: Database, row: SegmentRow): Segment {
  const { id, blocks, bytes, shelved } = row;
  const replaces = { body: unpackNumbers(row.replaces.body), meta: unpackNumbers(row.replaces.meta) };
  const without = { body: null, meta: null };
  let shelf: Promise<Shelf> | null = null;
  const onShelf = async (ranges: readonly BlockRange[]) => {
    shelf ??= openShelf(db, id);
    return (await shelf).read(ranges);
  };
  const read = async (ranges: readonly BlockRange[]) => {
    const found = await (shelved ? onShelf(ranges) : readOwn(db, id, ranges));
    ranges.forEach(([first, last], i) => {
      if (found[i]?.length !== last - first + 1) throw new MissingBlockError(`segment ${id}, block ${first}`);
    });
    return found;
  };
  const close = () => {
    shelf?.then((opened) => opened.close()).catch(() => undefined);
    shelf = null;
  };
  const [firsts, whole] = [unpackDirectory(row.directory), typeof row.directory === 'string'];
  return { id, blocks, bytes, shelved, firsts, whole, replaces, without, read, close };
}

function readOwn(db: Database, id: number, ranges: readonly BlockRange[]): Promise<Uint8Array[][]> {
  return Promise.all(
    ranges.map(([first, last]) =>
      db.searchBlocks.where(':id').between(blockKey(id, first), blockKey(id, last), true, true).toArray(),
    ),
  );
}

/** Says of each segment what newer ones and `newest` replace. */
export function voidReplaced(segments: readonly Segment[], newest: Record<Part, Iterable<number>>): void {
  for (const part of ['body', 'meta'] as const) {
    const replaced = new Set(newest[part]);
    for (const segment of segments.toReversed()) {
      segment.without[part] = setOf(replaced);
      for (const doc of segment.replaces[part]) replaced.add(doc);
    }
  }
}

function setOf(docs: ReadonlySet<number>): DocSet | null {
  if (docs.size === 0) return null;
  let most = 0;
  for (const doc of docs) if (doc > most) most = doc;
  const set = new Uint8Array((most >> 3) + 1);
  for (const doc of docs) set[doc >> 3] = (set[doc >> 3] ?? 0) | (1 << (doc & 7));
  return set;
}
