/** What a merge of records did, taken back. */
import type { ArchiveRecord, ArchiveTableName } from '../model/archive';
import { changeClips, staysKnown, writeRows } from './clip-rows';
import type { ClipRow, Database } from './database';
import { keyOf, type Merged } from './record-order';
import { highlightTables, indexHighlights, indexTexts, searchTextTables } from './search-pending';

/** Takes away those of these tags that no clip came to use. */
export async function dropUnusedTags(db: Database, keys: readonly string[]): Promise<void> {
  await db.transaction('rw', db.tags, async () => {
    const unused = (await db.tags.bulkGet([...keys])).filter((tag) => tag && !staysKnown(tag));
    await db.tags.bulkDelete(unused.flatMap((tag) => tag?.key ?? []));
  });
}

/**
 * Takes a merge back: what it added goes, what it changed is as before. What somebody changed since then stays.
 * Clips take their texts and images with them.
 */
export function takeBack(db: Database, name: ArchiveTableName, merged: Merged, restoredAt: number): Promise<void> {
  const table = db.table<ArchiveRecord, string>(name);
  const key = (record: ArchiveRecord) => keyOf(table.schema.primKey.keyPath, record);
  const isTouched = (record: ArchiveRecord | undefined) =>
    record !== undefined &&
    (('updatedAt' in record && record.updatedAt > restoredAt) || ('count' in record && record.count > 0));
  const undo = async () => {
    const added = await table.bulkGet([...merged.added]);
    const changed = await table.bulkGet(merged.changed.map(key));
    const gone = added.flatMap((record) => (record && !isTouched(record) ? [record] : []));
    const back = merged.changed.filter((_, i) => !isTouched(changed[i]));
    if (name !== 'clips') {
      await table.bulkDelete(gone.map(key));
      await table.bulkPut(back);
      if (name === 'bodies') await indexTexts(db, [...gone, ...back].map(key));
      if (name === 'annotations') await indexHighlights(db, [...gone, ...back].map(clipIdOf));
      return;
    }
    const ids = gone.map(key);
    const stored = new Map(changed.flatMap((row) => (row ? [[key(row), row as ClipRow]] : [])));
    const changes = [
      ...gone.map((row) => ({ before: row as ClipRow, after: null })),
      ...back.map((row) => ({ before: stored.get(key(row)) ?? null, after: row as ClipRow })),
    ];
    await writeRows(db, changes, 0);
    await Promise.all([db.bodies.bulkDelete(ids), db.images.where('clipId').anyOf(ids).delete()]);
  };
  if (name === 'clips') return changeClips(db, ['bodies', 'images'], undo);
  const tables = { bodies: searchTextTables(db), annotations: highlightTables(db) }[name as string] ?? [table];
  return db.transaction('rw', tables, undo);
}

const clipIdOf = (record: ArchiveRecord): string => ('clipId' in record ? record.clipId : '');
