/** Clips of an archive merged with those of the library: by id, or as readings of one page. */
import { type ArchiveRecords, noCounts } from '../model/archive';
import { type Clip, personalFields } from '../model/clip';
import { mergeTags } from '../model/tag';
import { clipRecordOf, derive, writeRows } from './clip-rows';
import type { ClipRow, Database } from './database';
import { isSame, type Merged, standing } from './record-order';
import { indexTexts } from './search-pending';

/** Which record of the library stands for one of the archive, where both are of one page. */
export type Twins = ReadonlyMap<string, string>;

/**
 * Clips of the archive whose page the library has under another id: whole pages only, never what is deleted, and never
 * a clip that is in the archive itself (`ids`), so that a restore that was broken off can be done again.
 */
export async function findTwins(
  db: Database,
  clips: readonly ArchiveRecords['clips'][],
  ids: ReadonlySet<string>,
): Promise<[from: string, to: string][]> {
  const here = new Set(
    await db.clips
      .where('id')
      .anyOf(clips.map((clip) => clip.id))
      .primaryKeys(),
  );
  const missing = clips.filter((clip) => !here.has(clip.id) && clip.deletedAt === null && clip.kind !== 'selection');
  if (missing.length === 0) return [];
  const rows = await db.clips
    .where('keys')
    .anyOf([...new Set(missing.flatMap((clip) => clip.keys))])
    .toArray();
  const known = new Map<string, string>();
  for (const row of rows) {
    if (row.deletedAt !== null || row.kind === 'selection' || ids.has(row.id)) continue;
    for (const key of row.keys) known.set(key, row.id);
  }
  return missing.flatMap((clip) => {
    const twin = clip.keys.map((key) => known.get(key)).find((id) => id !== undefined);
    return twin === undefined ? [] : [[clip.id, twin] as [string, string]];
  });
}

/** Adds clips and merges those that are there, field by field. Needs a transaction of `changeClips` with texts and images. */
export async function mergeClips(
  db: Database,
  clips: readonly ArchiveRecords['clips'][],
  twins: Twins,
): Promise<Merged> {
  const ids = clips.map((clip) => (twins.get(clip.id) as ClipRow['id'] | undefined) ?? clip.id);
  const stored = new Map((await db.clips.bulkGet([...new Set(ids)])).flatMap((row) => (row ? [[row.id, row]] : [])));
  const counts = { ...noCounts };
  const writes = new Map<string, { before: ClipRow | null; after: ClipRow }>();
  for (const [i, clip] of clips.entries()) {
    const id = ids[i] ?? clip.id;
    const before = stored.get(id) ?? null;
    // Two clips of the archive may have one twin: the second is joined with what the first made of it.
    const soFar = writes.get(id)?.after ?? before;
    const how = !before ? 'new' : id === clip.id ? standing(clipRecordOf(before), clip) : 'newer';
    counts[how]++;
    const after = !soFar ? asRow(clip) : id === clip.id ? joinVersions(soFar, clip) : joinTwins(soFar, clip);
    if (how === 'same' || (before && isSame(clipRecordOf(before), clipRecordOf(after)))) continue;
    const imageCount = before ? await db.images.where('clipId').equals(id).count() : after.imageCount;
    writes.set(id, { before, after: derive({ ...after, imageCount }) });
  }
  // Restoring is no use of a tag: when it was last used stays as it is told.
  if (writes.size > 0) await writeRows(db, [...writes.values()], 0);
  const written = [...writes.values()];
  const fresh = written.flatMap(({ before, after }) => (before ? [] : after.id));
  if (fresh.length > 0) await indexTexts(db, fresh);
  return {
    counts,
    added: fresh,
    changed: written.flatMap(({ before }) => before ?? []),
    joined: [...twins].filter(([from]) => clips.some((clip) => clip.id === from)),
  };
}

function asRow(clip: ArchiveRecords['clips']): ClipRow {
  return derive({ ...clip, lists: [] });
}

const personal = [...personalFields, 'deletedAt'] as const;

/** Two versions of one clip: the newer, but each field that a person edits from where it was edited last. */
function joinVersions(row: ClipRow, clip: ArchiveRecords['clips']): ClipRow {
  const [older, newer] = clip.updatedAt > row.updatedAt ? [row, clip] : [clip, row];
  const fields = personal.filter((name) => (older.changed[name] ?? 0) > (newer.changed[name] ?? 0));
  const edited = Object.fromEntries(fields.map((name) => [name, older[name]]));
  const changed = { ...older.changed, ...newer.changed };
  for (const name of fields) changed[name] = older.changed[name] as number;
  const keys = [...new Set([...newer.keys, ...older.keys])];
  const { doc } = row;
  return { ...newer, ...edited, changed, keys, lists: row.lists, ...(doc === undefined ? {} : { doc }) };
}

/** Two clips of one page: tags united, notes joined, the earliest date, and a text where there was none. */
function joinTwins(row: ClipRow, clip: ArchiveRecords['clips']): ClipRow {
  const note = row.note.includes(clip.note) ? row.note : [row.note, clip.note].filter(Boolean).join('\n\n---\n\n');
  const { kind, excerpt, length, capture, textUpdatedAt, sourceTitle } = clip;
  const text =
    row.kind === 'bookmark' && kind !== 'bookmark'
      ? { kind, excerpt, length, capture, textUpdatedAt, sourceTitle }
      : {};
  const title = row.title === row.sourceTitle && clip.title !== clip.sourceTitle ? clip.title : row.title;
  const facts: Partial<Clip> = {};
  for (const name of ['byline', 'siteName', 'publishedAt', 'language'] as const) facts[name] = row[name] ?? clip[name];
  return {
    ...row,
    ...text,
    ...facts,
    title,
    note,
    tags: mergeTags(row.tags, clip.tags),
    starred: row.starred || clip.starred,
    clippedAt: Math.min(row.clippedAt, clip.clippedAt),
    createdAt: Math.min(row.createdAt, clip.createdAt),
    updatedAt: Math.max(row.updatedAt, clip.updatedAt),
    leadImage: row.leadImage ?? clip.leadImage,
    keys: [...new Set([...row.keys, ...clip.keys])],
    changed: { ...clip.changed, ...row.changed },
  };
}
