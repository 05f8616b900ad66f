/** Clips: read, edited, tagged, deleted and brought back. Every edit can be undone exactly. */
import { type Body, type Clip, type ClipPatch, personalFields } from '../model/clip';
import type { ClipId } from '../model/ids';
import { cleanTag, mergeTags, tagKey } from '../model/tag';
import { changeClips, changeRows, clipOf, writeRows } from './clip-rows';
import type { ClipRow, Database } from './database';
import { forgetEarlier } from './earlier-text';
import { rangeOf } from './list-keys';
import { referencedByPosts } from './references';
import { withReserve } from './reserve';

export type { ClipFilter } from '../model/clip-filter';
export { countClips, listClipIds, listClips } from './lists';

/** A clip, deleted ones too until they are purged. */
export async function getClip(db: Database, id: ClipId): Promise<Clip | null> {
  const row = await db.clips.get(id);
  return row ? clipOf(row) : null;
}

/** The clips of these ids in their order; those that are gone are left out. */
export async function getClips(db: Database, ids: readonly ClipId[]): Promise<Clip[]> {
  return (await db.clips.bulkGet([...ids])).flatMap((row) => (row ? clipOf(row) : []));
}

/** The clip of a page (`normaliseUrl`): the newest, whole articles before selections, never a deleted one. */
export async function findClipByKey(db: Database, key: string): Promise<Clip | null> {
  const row = await findRowByKey(db, key);
  return row ? clipOf(row) : null;
}

export async function findRowByKey(db: Database, key: string): Promise<ClipRow | null> {
  const rows = (await db.clips.where('keys').equals(key).toArray()).filter((row) => row.deletedAt === null);
  const rank = (row: ClipRow) => (row.kind === 'selection' ? 0 : 1);
  rows.sort((a, b) => rank(b) - rank(a) || b.clippedAt - a.clippedAt);
  return rows[0] ?? null;
}

/** The text of a clip; null for bookmarks and while it is on its way. */
export async function getBody(db: Database, clipId: ClipId): Promise<Body | null> {
  return (await db.bodies.get(clipId)) ?? null;
}

/** Changes what a person edits; returns the clips as they were, for `putBack`. Ids that are gone are left out. */
export function editClips(db: Database, ids: readonly ClipId[], patch: ClipPatch, now: number): Promise<Clip[]> {
  return change(db, ids, now, () => patch);
}

/** Adds and removes tags, however they are spelled; returns the clips as they were, for `putBack`. */
export function tagClips(
  db: Database,
  ids: readonly ClipId[],
  tags: { add?: readonly string[]; remove?: readonly string[] },
  now: number,
): Promise<Clip[]> {
  const removed = new Set(tags.remove?.map(tagKey));
  return change(db, ids, now, (row) => ({
    tags: mergeTags(
      row.tags.filter((tag) => !removed.has(tagKey(tag))),
      tags.add ?? [],
    ),
  }));
}

/** Notes that a person reads a clip here, the first time. */
export async function markRead(db: Database, id: ClipId, now: number): Promise<void> {
  const row = await db.clips.get(id);
  if (!row || row.readAt !== undefined || row.kind === 'bookmark') return;
  await changeClips(db, [], () => changeRows(db, [id], now, (current) => ({ readAt: now, ...current })));
}

/** A clip as it was: what is given of it is put back. */
export type Earlier = Pick<Clip, 'id'> & Partial<Pick<Clip, keyof ClipPatch | 'deletedAt'>>;

/**
 * Undo: of what people edit, and of whether it is deleted, all that is given becomes again as in `clips`; what is left
 * out stays as it is now, as does what was read from the page. Clips that were purged stay gone.
 */
export async function putBack(db: Database, clips: readonly Earlier[], now: number): Promise<void> {
  const earlier = new Map(clips.map((clip) => [clip.id, clip]));
  await changeClips(db, [], () =>
    changeRows(db, [...earlier.keys()], now, (row) => {
      const clip = earlier.get(row.id);
      if (!clip) return row;
      const edited = patched(row, personal(clip), now);
      return clip.deletedAt === undefined ? edited : setDeleted(edited, clip.deletedAt, now);
    }),
  );
}

/**
 * Takes clips out of every list; `restoreClips` brings them back until `purgeDeleted`. Returns those that were in one,
 * as they were, for `putBack`.
 */
export function deleteClips(db: Database, ids: readonly ClipId[], now: number): Promise<Clip[]> {
  return withReserve(db, () =>
    changeClips(db, [], async () => {
      const before = await changeRows(db, ids, now, (row) => setDeleted(row, row.deletedAt ?? now, now));
      return before.filter((row) => row.deletedAt === null).map(clipOf);
    }),
  );
}

/** Brings deleted clips back as they were; returns those that are there. */
export async function restoreClips(db: Database, ids: readonly ClipId[], now: number): Promise<Clip[]> {
  await changeClips(db, [], () => changeRows(db, ids, now, (row) => setDeleted(row, null, now)));
  return getClips(db, ids);
}

/** Removes for good the deleted clips among these, but nothing a post still uses. Returns how many went. */
export function purgeClips(db: Database, ids: readonly ClipId[], now: number): Promise<number> {
  return withReserve(db, () =>
    changeClips(db, withAll, async () => purgeRows(db, await db.clips.bulkGet([...new Set(ids)]), now)),
  );
}

/**
 * Removes for good what was deleted before a time, but nothing a post still uses, and texts that were replaced before
 * it. Returns how many clips went.
 */
export function purgeDeleted(db: Database, before: number): Promise<number> {
  return changeClips(db, withAll, async () => {
    await forgetEarlier(db, before);
    const [lower, upper] = rangeOf('deleted', { to: before }, null);
    return purgeRows(db, await db.clips.where('lists').between(lower, upper, true, false).toArray(), before);
  });
}

/** Everything that goes with a clip, and what keeps it. */
export const withAll = [
  'annotations',
  'bodies',
  'images',
  'posts',
  'standing',
  'earlier',
  'stories',
  'storyQueue',
  'storyApart',
] as const;

async function purgeRows(db: Database, rows: readonly (ClipRow | undefined)[], now: number): Promise<number> {
  const deleted = rows.filter((row) => row !== undefined).filter((row) => row.deletedAt !== null);
  if (deleted.length === 0) return 0;
  const used = await referencedByPosts(db);
  const gone = deleted.filter((row) => !used.clips.has(row.id));
  await Promise.all([
    writeRows(
      db,
      gone.map((before) => ({ before, after: null })),
      now,
    ),
    removeContents(
      db,
      gone.map((row) => row.id),
    ),
  ]);
  return gone.length;
}

/** Removes all that goes with clips. Needs a transaction over `withAll`. */
export async function removeContents(db: Database, ids: ClipId[]): Promise<void> {
  await Promise.all([removeTexts(db, ids), db.annotations.where('clipId').anyOf(ids).delete()]);
}

/** Removes text and images of clips, and what was made of their text. Needs a transaction over `withAll`. */
export async function removeTexts(db: Database, ids: ClipId[]): Promise<void> {
  await Promise.all([
    db.bodies.bulkDelete(ids),
    db.stories.bulkDelete(ids),
    db.storyQueue.bulkDelete(ids),
    db.storyApart.where('clips').anyOf(ids).delete(),
    db.earlier.bulkDelete(ids),
    db.images.where('clipId').anyOf(ids).delete(),
  ]);
}

function change(
  db: Database,
  ids: readonly ClipId[],
  now: number,
  patchFor: (row: ClipRow) => ClipPatch,
): Promise<Clip[]> {
  return changeClips(db, [], async () => {
    const before = await changeRows(db, ids, now, (row) => patched(row, patchFor(row), now));
    return before.map(clipOf);
  });
}

/** A row after an edit: cleaned, stamped field by field, and itself when the edit changes nothing. */
function patched(row: ClipRow, patch: ClipPatch, now: number): ClipRow {
  const clean: ClipPatch = patch.tags
    ? { ...patch, tags: mergeTags([], patch.tags.map(cleanTag).filter(Boolean)) }
    : patch;
  const names = (Object.keys(clean) as (keyof ClipPatch)[]).filter(
    (name) => clean[name] !== undefined && JSON.stringify(clean[name]) !== JSON.stringify(row[name]),
  );
  if (names.length === 0) return row;
  const values = Object.fromEntries(names.map((name) => [name, clean[name]]));
  const times = Object.fromEntries(names.map((name) => [name, now]));
  return { ...row, ...values, updatedAt: now, changed: { ...row.changed, ...times } };
}

function setDeleted(row: ClipRow, deletedAt: number | null, now: number): ClipRow {
  if (row.deletedAt === deletedAt) return row;
  return { ...row, deletedAt, updatedAt: now, changed: { ...row.changed, deletedAt: now } };
}

function personal(clip: Earlier): ClipPatch {
  const { id: _id, deletedAt: _deleted, ...rest } = clip;
  const given = personalFields.filter((name) => rest[name] !== undefined).map((name) => [name, rest[name]]);
  return Object.fromEntries(given) as ClipPatch;
}
