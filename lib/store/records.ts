/** Records as archives hold them: read in pages by key, and merged into whatever is in the library. */
import {
  type ArchiveRecord,
  type ArchiveRecords,
  type ArchiveTableName,
  type MergeCounts,
  noCounts,
} from '../model/archive';
import type { ClipImage } from '../model/clip';
import type { ClipId } from '../model/ids';
import { changeClips, clipRecordOf, staysKnown, writeRows } from './clip-rows';
import type { ClipRow, Database } from './database';
import { rangeOf } from './list-keys';
import { mergeClips, type Twins } from './merge-clips';
import { keyOf, type Merged, standing } from './record-order';
import { highlightTables, indexHighlights, indexTexts, searchTextTables } from './search-pending';

export { findTwins, type Twins } from './merge-clips';
export type { Merged } from './record-order';

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

/**
 * Puts records of an archive into the library, all of them or none. What is not there is added as it is; of what is
 * there the newer wins, clips field by field by when a person changed it, and bytes of images are never lost. A clip
 * that has a twin is joined with it. Tags lend their looks: how often they are used is counted here.
 */
export function mergeRecords(
  db: Database,
  name: ArchiveTableName,
  records: readonly ArchiveRecord[],
  twins: Twins,
): Promise<Merged> {
  const one = <Name extends ArchiveTableName>() => records as readonly ArchiveRecords[Name][];
  switch (name) {
    case 'clips':
      return changeClips(db, ['bodies', 'images'], () => mergeClips(db, one<'clips'>(), twins));
    case 'bodies': {
      const own = one<'bodies'>().filter((body) => !twins.has(body.clipId));
      return db.transaction('rw', [...searchTextTables(db), db.storyQueue], () =>
        mergeBodies(db, own, one<'bodies'>(), twins),
      );
    }
    case 'annotations':
      return db.transaction('rw', highlightTables(db), () => mergeHighlights(db, one<'annotations'>(), twins));
    case 'images':
      return db.transaction('rw', db.images, () => mergeImages(db, one<'images'>(), twins));
    case 'tags':
      return db.transaction('rw', db.tags, () => addTags(db, one<'tags'>()));
    default:
      return db.transaction('rw', db.table(name), () => mergePlain(db, name, records));
  }
}
async function mergePlain(db: Database, name: ArchiveTableName, records: readonly ArchiveRecord[]): Promise<Merged> {
  const table = db.table<ArchiveRecord, string>(name);
  const keys = records.map((record) => keyOf(table.schema.primKey.keyPath, record));
  const stored = await table.bulkGet(keys);
  const merged = { counts: { ...noCounts }, added: [] as string[], changed: [] as ArchiveRecord[], joined: [] };
  const written: ArchiveRecord[] = [];
  for (const [i, record] of records.entries()) {
    const before = stored[i];
    const how = before ? standing(before, record) : 'new';
    merged.counts[how]++;
    if (how === 'new') merged.added.push(keys[i] ?? '');
    if (how === 'newer' && before) merged.changed.push(before);
    if (how === 'new' || how === 'newer') written.push(record);
  }
  if (written.length > 0) await table.bulkPut(written);
  return merged;
}

async function mergeBodies(
  db: Database,
  own: readonly ArchiveRecords['bodies'][],
  all: readonly ArchiveRecords['bodies'][],
  twins: Twins,
): Promise<Merged> {
  const merged = await mergePlain(db, 'bodies', own);
  // The text of a twin is taken only where the library's clip has none.
  const others = all.flatMap((body) => {
    const twin = twins.get(body.clipId);
    return twin === undefined ? [] : { ...body, clipId: twin as typeof body.clipId };
  });
  if (others.length === 0 && merged.added.length + merged.changed.length === 0) return merged;
  const there = new Set(
    await db.bodies
      .where('clipId')
      .anyOf(others.map((body) => body.clipId))
      .primaryKeys(),
  );
  const added = others.filter((body) => !there.has(body.clipId));
  await db.bodies.bulkPut(added);
  const changed = merged.changed.map((body) => (body as ArchiveRecords['bodies']).clipId);
  const fresh = [...merged.added, ...added.map((body) => body.clipId)];
  // Their stories are looked for again.
  await db.storyQueue.bulkPut([...fresh, ...changed].map((clipId) => ({ clipId: clipId as ClipId })));
  await indexTexts(db, [...fresh, ...changed]);
  return { ...merged, added: fresh };
}

async function mergeHighlights(
  db: Database,
  annotations: readonly ArchiveRecords['annotations'][],
  twins: Twins,
): Promise<Merged> {
  const own = annotations.map((one) => ({
    ...one,
    clipId: (twins.get(one.clipId) as ClipId | undefined) ?? one.clipId,
  }));
  const merged = await mergePlain(db, 'annotations', own);
  await indexHighlights(db, [...new Set(own.map(({ clipId }) => clipId))]);
  return merged;
}

async function mergeImages(db: Database, images: readonly ClipImage[], twins: Twins): Promise<Merged> {
  const stored = new Map((await db.images.bulkGet(images.map((image) => image.id))).map((image) => [image?.id, image]));
  const merged = {
    counts: { ...noCounts },
    added: [] as string[],
    changed: [] as ClipImage[],
    joined: [] as [string, string][],
  };
  for (const image of images) {
    const twin = twins.get(image.clipId) as ClipImage['clipId'] | undefined;
    const same = twin === undefined ? null : await sameAddress(db, twin, image.url);
    if (same) merged.joined.push([image.id, same.id]);
    const before = same ?? stored.get(image.id);
    const incoming = twin === undefined ? image : { ...image, clipId: twin };
    const newer = before !== undefined && !same && image.updatedAt > before.updatedAt;
    const after =
      newer || !before
        ? { ...incoming, bytes: incoming.bytes ?? before?.bytes ?? null }
        : { ...before, bytes: before.bytes ?? image.bytes };
    const how = before ? (newer ? 'newer' : 'same') : 'new';
    merged.counts[how]++;
    if (before && !newer && (before.bytes || !image.bytes)) continue;
    if (before) merged.changed.push(before);
    else merged.added.push(after.id);
    await db.images.put(after);
  }
  return merged;
}

async function sameAddress(db: Database, clipId: ClipImage['clipId'], url: string): Promise<ClipImage | null> {
  return (await db.images.where('clipId').equals(clipId).toArray()).find((image) => image.url === url) ?? null;
}

/** How a tag looks comes from the archive where the library does not have it; who uses it is counted with the clips. */
async function addTags(db: Database, tags: readonly ArchiveRecords['tags'][]): Promise<Merged> {
  const stored = await db.tags.bulkGet(tags.map((tag) => tag.key));
  const missing = tags.filter((_, i) => stored[i] === undefined);
  if (missing.length > 0) await db.tags.bulkPut(missing.map((tag) => ({ ...tag, count: 0 })));
  return { counts: { ...noCounts }, added: missing.map((tag) => tag.key), changed: [], joined: [] };
}

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
