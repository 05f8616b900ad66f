/** Records of an archive put into whatever is in the library. */
import { type ArchiveRecord, type ArchiveRecords, type ArchiveTableName, noCounts } from '../model/archive';
import type { ClipImage } from '../model/clip';
import type { ClipId } from '../model/ids';
import { changeClips } from './clip-rows';
import type { Database } from './database';
import { mergeClips, type Twins } from './merge-clips';
import { keyOf, type Merged, standing } from './record-order';
import { highlightTables, indexHighlights, indexTexts, searchTextTables } from './search-pending';

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
