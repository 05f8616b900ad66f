/** Annotations of clips: highlights with what people say of them. */
import type { Annotation, AnnotationId, AnnotationPatch } from '../model/annotation';
import type { ClipId } from '../model/ids';
import type { Database } from './database';
import { highlightTables, indexHighlights } from './search-pending';

/** Those of a clip, in the order in which their words stood; what has no place comes last, oldest first. */
export async function listAnnotations(db: Database, clipId: ClipId): Promise<Annotation[]> {
  const all = await db.annotations.where('clipId').equals(clipId).toArray();
  return all.sort(byPlace);
}

/** One of them, by its id; null when it is gone. */
export async function getAnnotation(db: Database, id: AnnotationId): Promise<Annotation | null> {
  return (await db.annotations.get(id)) ?? null;
}

/** Stores a new one, or one that was taken away, as it was. */
export async function putAnnotation(db: Database, annotation: Annotation): Promise<void> {
  await db.transaction('rw', highlightTables(db), async () => {
    await db.annotations.put(annotation);
    await indexHighlights(db, [annotation.clipId]);
  });
}

/** Changes what a person edits; the annotation as it was, or null when it is gone. */
export async function editAnnotation(
  db: Database,
  id: AnnotationId,
  patch: AnnotationPatch,
  now: number,
): Promise<Annotation | null> {
  return db.transaction('rw', highlightTables(db), async () => {
    const before = await db.annotations.get(id);
    if (!before) return null;
    await db.annotations.put({ ...before, ...patch, updatedAt: now });
    await indexHighlights(db, [before.clipId]);
    return before;
  });
}

/** Takes it away for good; returns it, so that it can be put back. */
export async function deleteAnnotation(db: Database, id: AnnotationId): Promise<Annotation | null> {
  return db.transaction('rw', highlightTables(db), async () => {
    const before = await db.annotations.get(id);
    if (!before) return null;
    await db.annotations.delete(id);
    await indexHighlights(db, [before.clipId]);
    return before;
  });
}

/** As their words stand in the text; what has no place comes last, oldest first. */
export const byPlace = (a: Annotation, b: Annotation): number => placeOf(a) - placeOf(b) || a.createdAt - b.createdAt;

function placeOf({ target }: Annotation): number {
  return (target.kind === 'text' && target.position?.start) || Number.MAX_SAFE_INTEGER;
}
