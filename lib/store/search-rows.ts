/** What the search index keeps in the database; docs/search.md describes the whole. */
import type { Part } from '../search/families';

/** Raised when bytes or terms of the index change their meaning: an index of another format is made anew. */
export const indexFormat = 1;

/** A part of a clip that is in no segment yet. Without blocks it only says that what segments hold of it is void. */
export type PendingRow = {
  /** Given by the database, ascending. */
  seq?: number;
  doc: number;
  part: Part;
  blocks: Uint8Array[];
  /** Only with the part `meta`: when the clip was made and when the article; null for a clip that is gone. */
  times?: Times | null;
};

/** Milliseconds since the epoch. */
export type Times = { clipped: number; published: number | null };

/** A sorted run of blocks that never changes. Segments are in order of age: what a newer one replaces is void in older ones. */
export type SegmentRow = {
  name: `segment:${number}`;
  id: number;
  blocks: number;
  bytes: number;
  /** Whether its blocks have a database of their own, which gives the disk back when it is deleted. */
  shelved: boolean;
  /** First terms of its blocks; see `unpackDirectory`. Bytes where long lists do not begin blocks yet. */
  directory: string | Uint8Array;
  /** Numbers of the documents whose parts it has anew; see `packNumbers`. */
  replaces: Record<Part, Uint8Array>;
};

/** Read by every search, so it is small. `generation` changes with every change of segments. */
export type IndexRow = {
  name: 'index';
  format: number;
  generation: number;
  /** Changes when `searchColumns` do. */
  times: number;
  /** Oldest first. */
  segments: { id: number; bytes: number }[];
  /** Above every document number that any segment has. */
  top: number;
  /** The next segment's id. */
  next: number;
};

/** A merge under way. */
export type MergeRow = {
  name: 'merge';
  inputs: number[];
  output: number;
  shelved: boolean;
  /** The last term written, the blocks and bytes so far. */
  after: string | null;
  blocks: number;
  bytes: number;
  directory: string | Uint8Array;
};

/** An index being made from the clips; gone when it is whole. */
export type RebuildRow = { name: 'rebuild'; after: string; done: number; total: number };

/** The next document's number. */
export type NextRow = { name: 'next'; value: number };

export type SearchStateRow = IndexRow | SegmentRow | MergeRow | RebuildRow | NextRow;

/** Times of 1024 documents: seconds since the epoch when clipped, 0 for none; minutes when published, or `unpublished`. */
export type ColumnRow = { chunk: number; clipped: Uint32Array; published: Int32Array };
export const chunkSize = 1024;
export const unpublished = -(2 ** 31);

/** Where a block of the main database stands: a segment has room for 2²⁰ of them. */
export const blockKey = (segment: number, block: number): number => segment * 2 ** 20 + block;

/** When what is done; tests make it small. */
export type UpkeepLimits = {
  /** So many pending rows are worth a segment of their own; fewer are searched as they are. */
  few: number;
  /** So many while the index is made anew, so that its segments are larger. */
  many: number;
  /** Bytes written between two stops of a merge. */
  slice: number;
  /** Segments above these bytes have a database of their own. */
  shelved: number;
  /** Items of the words of one beginning that are worth a list of its own: some blocks. */
  beginning: number;
};
export const usualLimits: UpkeepLimits = {
  few: 64,
  many: 2048,
  slice: 512 * 1024,
  shelved: 1024 * 1024,
  beginning: 32_768,
};

/** An index of nothing. `before`: the one it replaces, so that nobody takes it for that. */
export function emptyIndex(before?: IndexRow): IndexRow {
  const [generation, times] = [(before?.generation ?? 0) + 1, (before?.times ?? 0) + 1];
  return { name: 'index', format: indexFormat, generation, times, segments: [], top: 0, next: before?.next ?? 1 };
}
