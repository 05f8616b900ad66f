/** Records as archives hold them: read in pages by key, and compared with those of an archive. */
import { type ArchiveRecord, type ArchiveTableName, type MergeCounts, noCounts } from '../model/archive';
import type { ClipId } from '../model/ids';
import { clipRecordOf } from './clip-rows';
import type { ClipRow, Database } from './database';
import { rangeOf } from './list-keys';
import { keyOf, standing } from './record-order';

/** A table's records in the order of their keys; with `ids` only those of these clips (`clipField` names the clip). */
export async function* readRecords(
  db: Database,
  name: ArchiveTableName,
  pageSize: number,
  of?: { clipField: string; ids: readonly string[] },
): AsyncGenerator<readonly ArchiveRecord[]> {
  const table = db.table<ArchiveRecord, string>(name);
  if (of) {
    for (let from = 0; from < of.ids.length; from += pageSize) {
      const found = table.where(of.clipField).anyOf(of.ids.slice(from, from + pageSize));
      yield (await found.toArray()).map((record) => archived(name, record));
    }
    return;
  }
  const keyOf = (record: ArchiveRecord) => record[table.schema.primKey.keyPath as keyof ArchiveRecord] as string;
  for (let after = ''; ; ) {
    const page = await table.where(':id').above(after).limit(pageSize).toArray();
    yield page.map((record) => archived(name, record));
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = keyOf(last);
  }
}

/** Ids of every clip that is not deleted, newest first. */
export async function allClipIds(db: Database): Promise<ClipId[]> {
  const [lower, upper] = rangeOf('all', {}, null);
  return (await db.clips.where('lists').between(lower, upper, true, false).primaryKeys()) as ClipId[];
}

/** How many records a table has. Linear in its size, so only for work that reads all of it anyway. */
export function countRecords(db: Database, name: ArchiveTableName): Promise<number> {
  return db.table(name).count();
}

function archived(name: ArchiveTableName, record: ArchiveRecord): ArchiveRecord {
  return name === 'clips' ? clipRecordOf(record as ClipRow) : record;
}

/** How records stand to the library; nothing is written, and the bytes of images are not looked at. */
export async function compareRecords(
  db: Database,
  name: ArchiveTableName,
  records: readonly ArchiveRecord[],
): Promise<MergeCounts> {
  const counts = { ...noCounts };
  const table = db.table<ArchiveRecord, string>(name);
  const stored = await table.bulkGet(records.map((record) => keyOf(table.schema.primKey.keyPath, record)));
  for (const [i, record] of records.entries()) {
    const before = stored[i];
    counts[before ? standing(archived(name, before), record) : 'new']++;
  }
  return counts;
}
