/** How a record of an archive stands to the one in the library, and what a merge tells of itself. */
import type { ArchiveRecord, MergeCounts } from '../model/archive';

/** What was written: enough to take it back. */
export type Merged = {
  counts: MergeCounts;
  added: readonly string[];
  /** As they were before. */
  changed: readonly ArchiveRecord[];
  /** Ids of records of the archive that became part of others. */
  joined: readonly (readonly [from: string, to: string])[];
};

/** The key of a record, by its table's key path. */
export const keyOf = (keyPath: string | string[] | null | undefined, record: ArchiveRecord): string =>
  record[String(keyPath) as keyof ArchiveRecord] as string;

/** Same, or newer by its `updatedAt`, or older. */
export function standing(before: ArchiveRecord, record: ArchiveRecord): Exclude<keyof MergeCounts, 'new'> {
  if (isSame(before, record)) return 'same';
  const time = (of: ArchiveRecord) => ('updatedAt' in of ? of.updatedAt : 0);
  return time(record) > time(before) ? 'newer' : 'older';
}

/** Whether two records say the same, whatever the order of their fields; bytes are left out. */
export function isSame(a: ArchiveRecord, b: ArchiveRecord): boolean {
  return canonical(a) === canonical(b);
}

function canonical(record: ArchiveRecord): string {
  return JSON.stringify(record, (key, value: unknown) => {
    if (key === 'bytes') return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  });
}
