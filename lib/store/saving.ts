/** How a page becomes a stored clip: the address at once, the text when it has been read. */
import type { Body, CaptureWarning, Clip, ClipDraft, ClipImage } from '../model/clip';
import type { ClipId, ImageId } from '../model/ids';
import type { ClipOutcome } from '../model/requests';
import { normaliseUrl } from '../model/url';
import { changeClips, clipOf, derive, newRow, writeRows } from './clip-rows';
import { findRowByKey } from './clips';
import type { ClipRow, Database } from './database';
import { keepEarlier } from './earlier-text';
import { getImages } from './images';
import { referencedByPosts } from './references';
import { pendingText } from './search-pending';

export type MakeImageId = () => ImageId;

/**
 * Stores a clip that has only its address and title yet. Asked again with the same id it answers with what is there;
 * when the page is in the library already, that clip is returned unchanged. `another` stores it nevertheless.
 */
export function saveStub(db: Database, clip: Clip, another = false): Promise<ClipOutcome> {
  return changeClips(db, [], async () => {
    const [same, known] = await Promise.all([db.clips.get(clip.id), another ? null : findRowByKey(db, clip.key)]);
    if (same) return { clip: clipOf(same), outcome: 'saved' };
    if (known) return { clip: clipOf(known), outcome: 'known' };
    await writeRows(db, [{ before: null, after: newRow(clip) }], clip.createdAt);
    return { clip, outcome: 'saved' };
  });
}

/**
 * Gives a pending clip its text and images, all in one transaction, and keeps what a person changed in the meantime.
 * Does nothing to a clip whose text is there. Null when the clip is gone.
 */
export function finishClip(
  db: Database,
  id: ClipId,
  draft: ClipDraft,
  now: number,
  newId: MakeImageId,
): Promise<Clip | null> {
  return write(db, id, draft, now, newId, (row) => row.capture.state === 'pending' || row.capture.engine === 'none');
}

/**
 * Replaces a clip's text and images by what the page has now. Tags, note, status, every edited field, and the images
 * that are still there or used in a post stay. Null when the clip is gone.
 */
export function updateText(
  db: Database,
  id: ClipId,
  draft: ClipDraft,
  now: number,
  newId: MakeImageId,
): Promise<Clip | null> {
  return write(db, id, draft, now, newId, () => true, now);
}

/** Undoes the last `updateText`: text, images and what was found are again as they were. Null when nothing was kept. */
export function restoreText(db: Database, id: ClipId, now: number, newId: MakeImageId): Promise<Clip | null> {
  return changeClips(db, withText, async () => {
    const [row, earlier] = await Promise.all([db.clips.get(id), db.earlier.get(id)]);
    if (!row || !earlier) return null;
    // They are there again before the text is, so that it takes them up with their ids and bytes.
    await db.images.bulkPut(earlier.images);
    const images = await getImages(db, id);
    const clip = await replace(db, row, images, earlier.draft, now, newId, earlier.textUpdatedAt);
    await db.earlier.delete(id);
    return clip;
  });
}

/** Leaves a pending clip as a bookmark that says why. Null when the clip is gone; a finished one stays as it is. */
export function settleAsBookmark(db: Database, id: ClipId, warning: CaptureWarning, now: number): Promise<Clip | null> {
  return changeClips(db, [], async () => {
    const before = await db.clips.get(id);
    if (!before || before.capture.state === 'done') return before ? clipOf(before) : null;
    const after = asBookmark(before, warning, now);
    await writeRows(db, [{ before, after }], now);
    return clipOf(after);
  });
}

/**
 * Clips whose text never came, because the browser or the page went away, become bookmarks that say so. Cheap when
 * there are none. Returns how many there were.
 */
export async function repairInterrupted(db: Database, now: number, patience = 60_000): Promise<number> {
  const overdue = () => db.clips.where('pendingSince').below(now - patience);
  if ((await overdue().count()) === 0) return 0;
  return changeClips(db, [], async () => {
    const rows = await overdue().toArray();
    await writeRows(
      db,
      rows.map((before) => ({ before, after: asBookmark(before, 'interrupted', now) })),
      now,
    );
    return rows.length;
  });
}

function asBookmark(row: ClipRow, warning: CaptureWarning, now: number): ClipRow {
  const capture = { ...row.capture, state: 'done' as const, engine: 'none' as const, warnings: [warning] };
  return derive({ ...row, kind: 'bookmark', capture, updatedAt: now });
}

function write(
  db: Database,
  id: ClipId,
  draft: ClipDraft,
  now: number,
  newId: MakeImageId,
  wanted: (row: ClipRow) => boolean,
  textUpdatedAt?: number,
): Promise<Clip | null> {
  return changeClips(db, withText, async () => {
    const [before, images] = await Promise.all([db.clips.get(id), getImages(db, id)]);
    if (!before || !wanted(before)) return before ? clipOf(before) : null;
    // Only what a person asked to be read again can be brought back.
    const keep = textUpdatedAt !== undefined && before.capture.state === 'done';
    return replace(db, before, images, draft, now, newId, textUpdatedAt ?? before.textUpdatedAt, keep);
  });
}

const withText = ['bodies', 'images', 'posts', 'standing', 'storyQueue', 'earlier'] as const;

/** `earlier` are the clip's images so far. */
async function replace(
  db: Database,
  before: ClipRow,
  earlier: readonly ClipImage[],
  draft: ClipDraft,
  now: number,
  newId: MakeImageId,
  textUpdatedAt: number | null,
  keep = false,
): Promise<Clip> {
  const images = imagesOf(draft, before.id, earlier, now, newId);
  const after = filled(before, draft, images, now, textUpdatedAt);
  const kept = new Set(images.map((image) => image.id));
  const dropped = earlier.filter((image) => !kept.has(image.id));
  const used = dropped.length > 0 ? (await referencedByPosts(db)).images : new Set<string>();
  if (keep) await keepEarlier(db, before, { draft, images: earlier, dropped }, now);
  await Promise.all([
    writeText(db, { before, after }, draft, now),
    db.storyQueue.put({ clipId: before.id }),
    images.length > 0 ? db.images.bulkPut(images) : null,
    dropped.length > 0 ? db.images.bulkDelete(dropped.filter(({ id }) => !used.has(id)).map(({ id }) => id)) : null,
  ]);
  return clipOf(after);
}

/** The row with what the page says; a field that differs from what was found before is a person's and stays. */
function filled(
  row: ClipRow,
  draft: ClipDraft,
  images: readonly ClipImage[],
  now: number,
  textUpdatedAt: number | null,
): ClipRow {
  const { byline, siteName, publishedAt, language } = draft;
  const found = { byline, siteName, publishedAt, language };
  const unedited = Object.entries(found).filter(([name]) => {
    const field = name as keyof typeof found;
    return row[field] === row.found[field];
  });
  const empty = draft.text.trim() === '';
  const warnings = empty && draft.warnings.length === 0 ? (['empty'] as const) : draft.warnings;
  const sourceTitle = draft.title || row.sourceTitle;
  // A link may have led elsewhere; the same page under another spelling (tracking parameters) keeps its first address.
  const url = draft.url && normaliseUrl(draft.url) !== normaliseUrl(row.url) ? draft.url : row.url;
  // What an earlier reading found and this one did not is no longer so.
  const { facts: _, ...kept } = row;
  return derive({
    ...kept,
    ...Object.fromEntries(unedited),
    url,
    found,
    title: row.title === row.sourceTitle ? sourceTitle : row.title,
    sourceTitle,
    canonicalUrl: draft.canonicalUrl,
    key: normaliseUrl(url, draft.canonicalUrl),
    kind: empty ? 'bookmark' : draft.kind,
    excerpt: draft.excerpt,
    ...(draft.facts && { facts: draft.facts }),
    length: draft.length,
    imageCount: images.length,
    leadImage: images.find((image) => image.url === draft.leadImage)?.id ?? null,
    capture: {
      state: 'done',
      engine: draft.engine,
      passes: draft.passes,
      warnings: [...warnings],
      durationMs: draft.durationMs,
      ...(draft.rule && { rule: draft.rule }),
      ...(draft.sources && { sources: draft.sources }),
      ...(draft.pages && { pages: draft.pages }),
    },
    textUpdatedAt,
    updatedAt: now,
  });
}

/** The clip with its text; the index knows the text by the clip's number, which a clip of old may get only here. */
async function writeText(
  db: Database,
  change: { before: ClipRow; after: ClipRow },
  draft: ClipDraft,
  now: number,
): Promise<void> {
  const { id, kind, createdAt, doc } = change.after;
  const bookmark = kind === 'bookmark';
  const body: Body = { clipId: id, html: draft.html, text: draft.text, createdAt, updatedAt: now };
  const index = (row: ClipRow) => db.searchPending.add(pendingText(row, bookmark ? '' : draft.text));
  const store = async () => {
    const rows = await writeRows(db, [change], now);
    if (doc === undefined) await index(rows.find((row) => row.id === id) ?? change.after);
  };
  await Promise.all([
    store(),
    doc === undefined ? null : index(change.after),
    bookmark ? db.bodies.delete(id) : db.bodies.put(body),
  ]);
}

/** The draft's images as rows; one that was there keeps its id, its bytes and the words a person gave it. */
function imagesOf(
  draft: ClipDraft,
  clipId: ClipId,
  earlier: readonly ClipImage[],
  now: number,
  newId: MakeImageId,
): ClipImage[] {
  const before = new Map(earlier.map((image) => [image.url, image]));
  return draft.images.map((image, position) => {
    const same = before.get(image.url);
    before.delete(image.url);
    if (!same)
      return { ...image, id: newId(), clipId, position, rights: '', bytes: null, createdAt: now, updatedAt: now };
    return {
      ...same,
      role: image.role,
      position,
      caption: same.caption || image.caption,
      credit: same.credit || image.credit,
      alt: same.alt || image.alt,
      width: same.width ?? image.width,
      height: same.height ?? image.height,
      updatedAt: now,
    };
  });
}
