/** How an archive is laid out in its zip; docs/archive-format.md describes it for others. */
import type { BundleNote } from '../../model/post-bundle';
import { post } from './post-shapes';
import { type Check, count, id, list, oneOf, optional, orNull, record, text } from './shape';

/** Raised when an older reader could lose something by reading a newer archive. */
export const archiveVersion = 1;
export const archiveFormat = 'clipsheet-archive';

/** The first file. */
export type Manifest = {
  format: typeof archiveFormat;
  version: number;
  /** ISO 8601. */
  createdAt: string;
  /** Version of Clipsheet that wrote it. */
  generator: string;
  /** Everything, the clips that somebody chose, or one post with what it is made of. */
  scope: 'library' | 'selection' | 'post';
  tables: string[];
  /** Of a post that travels to a colleague; only there. */
  bundle?: BundleNote;
};

/** The last file: what is there when nothing was cut off. */
export type Summary = { records: Record<string, number>; files: number };

export const manifestName = 'manifest.json';
export const summaryName = 'summary.json';
export const settingsName = 'settings.json';
/** What the bytes of an image are called. */
export const fileName = (hash: string): string => `files/${hash}`;
/** The `n`th part of a table, from 1. */
export const partName = (table: string, n: number): string => `${table}/${String(n).padStart(6, '0')}.jsonl`;
export const partPattern = /^([a-zA-Z]+)\/\d{6,}\.jsonl$/u;

/** A part ends behind the record that brings it to this many characters: what is in memory at once. */
export const partLength = 2_000_000;

export const manifestCheck: Check<Manifest> = record<Manifest>({
  format: oneOf(archiveFormat),
  version: count,
  createdAt: text(100),
  generator: text(100),
  scope: oneOf('library', 'selection', 'post'),
  tables: list(text(100), 1000),
  bundle: optional(
    record<BundleNote>({ post: id, by: text(1000), message: text(100_000), base: orNull(record(post)) }),
  ),
});

/** Counts of tables that this code knows; of others there is nothing to say. */
export const summaryCheck = (tables: readonly string[]): Check<Summary> =>
  record<Summary>({
    records: record<Summary['records']>(
      Object.fromEntries(tables.map((name) => [name, optional(count)])) as Record<string, Check<number>>,
    ),
    files: count,
  });
