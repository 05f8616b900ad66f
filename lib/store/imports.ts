/** What is written down of imports, and how one is taken back. */
import type { AnnotationId } from '../model/annotation';
import type { ImportId } from '../model/ids';
import type { ImportRecord } from '../model/import';
import { changeClips, derive, writeRows } from './clip-rows';
import { removeContents, removeTexts, withAll } from './clips';
import type { ClipRow, Database } from './database';
import { referencedByPosts } from './references';
import { indexHighlights } from './search-pending';

/**
 * Takes back the latest step of an import that is left: clips that came with it go, clips that it changed become as
 * they were. Those that were changed since, and those that a post uses, stay as they are. Null when none is left.
 */
export function takeBackStep(
  db: Database,
  importId: ImportId,
  now: number,
): Promise<{ undone: number; kept: number } | null> {
  return changeClips(db, [...withAll, 'importSteps'], async () => {
    const step = await db.importSteps.where('importId').equals(importId).last();
    if (!step?.seq) return null;
    const { seq, at, added, merged, annotations } = step;
    const ids = [...added, ...merged.map(({ id }) => id)];
    const [rows, used, highlights] = await Promise.all([
      db.clips.bulkGet(ids),
      referencedByPosts(db),
      db.annotations.where('clipId').anyOf(ids).toArray(),
    ]);
    const marked = new Set(highlights.flatMap(({ clipId, updatedAt }) => (updatedAt > at ? clipId : [])));
    const isMine = (row: ClipRow | undefined) => row?.updatedAt === at && !marked.has(row.id);
    const mine = new Map(rows.flatMap((row) => (row && isMine(row) ? [[row.id, row] as const] : [])));
    const gone = added.flatMap((id) => (used.clips.has(id) ? [] : (mine.get(id) ?? [])));
    const back = merged.flatMap(({ id, ...rest }) => {
      const row = mine.get(id);
      if (!row) return [];
      // Without its text it is of no story.
      const { story: _, ...alone } = row;
      return { row, bare: rest.gotText ? alone : row, ...rest };
    });
    const bare = back.flatMap(({ row, gotText }) => (gotText ? row.id : []));
    const came = new Set<string>(annotations);
    const unmarked = highlights
      .filter(({ id, clipId }) => came.has(id) && mine.has(clipId) && !used.clips.has(clipId))
      .map(({ id }) => id);
    const changes = [
      ...gone.map((row) => ({ before: row, after: null })),
      ...back.map((each) => ({ before: each.row, after: derive({ ...each.bare, ...each.before }) })),
    ];
    const ofGone = gone.map(({ id }) => id);
    await Promise.all([
      writeRows(db, changes, now),
      removeContents(db, ofGone),
      removeTexts(db, bare),
      db.importSteps.delete(seq),
    ]);
    const undone = gone.length + back.length;
    if (unmarked.length > 0) await dropHighlights(db, unmarked, back);
    return { undone, kept: added.length + merged.length - undone };
  });
}

/** Takes highlights away, also out of the index for clips that stay. */
async function dropHighlights(
  db: Database,
  ids: readonly AnnotationId[],
  back: readonly { row: ClipRow }[],
): Promise<void> {
  await db.annotations.bulkDelete([...ids]);
  if (back.length > 0) await indexHighlights(db, [...new Set(back.map(({ row }) => row.id))]);
}

/** Imports are remembered, with what takes them back, until there are more than this. */
const remembered = 10;

/** Writes an import down; the oldest are forgotten, with their steps. */
export async function putImport(db: Database, record: ImportRecord): Promise<void> {
  await db.transaction('rw', db.imports, db.importSteps, async () => {
    await db.imports.put(record);
    const old = (await db.imports.orderBy('id').primaryKeys()).slice(0, -remembered);
    await Promise.all([db.imports.bulkDelete(old), db.importSteps.where('importId').anyOf(old).delete()]);
  });
}

/** What is written down of an import, with `patch` applied; null when it is forgotten. */
export function changeImport(db: Database, id: ImportId, patch: Partial<ImportRecord>): Promise<ImportRecord | null> {
  return db.transaction('rw', db.imports, async () => {
    const record = await db.imports.get(id);
    if (!record) return null;
    const changed = { ...record, ...patch };
    await db.imports.put(changed);
    return changed;
  });
}

/** The latest imports, newest first. */
export function listImports(db: Database): Promise<ImportRecord[]> {
  return db.imports.orderBy('id').reverse().toArray();
}
