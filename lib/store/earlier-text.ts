/** The text a clip had before it was last replaced: kept in the transaction that replaces it, so that undo is exact. */
import type { SafeHtml } from '../model/article-html';
import type { Body, ClipDraft, ClipImage } from '../model/clip';
import type { ClipId } from '../model/ids';
import type { ClipRow, Database, EarlierText } from './database';

/** What a clip holds, as the draft it would be made of; null when there is no such clip. */
export async function readDraft(db: Database, id: ClipId): Promise<ClipDraft | null> {
  const [row, body, images] = await Promise.all([db.clips.get(id), db.bodies.get(id), imagesOf(db, id)]);
  return row ? draftOf(row, body ?? null, images) : null;
}

/** The kept text; null when nothing was replaced, or too long ago. */
export async function getEarlierText(db: Database, id: ClipId): Promise<EarlierText | null> {
  return (await db.earlier.get(id)) ?? null;
}

/**
 * Keeps what `row` holds now, before `draft` replaces it; `dropped` are the images that go. While the pages of one
 * article are added one after another, what was there before the first of them stays. Needs a transaction.
 */
export async function keepEarlier(
  db: Database,
  row: ClipRow,
  { draft, images, dropped }: { draft: ClipDraft; images: readonly ClipImage[]; dropped: readonly ClipImage[] },
  keptAt: number,
): Promise<void> {
  const isFurtherPage = (draft.pages?.joined.length ?? 0) > 1 && (row.capture.pages?.joined.length ?? 0) > 0;
  if (isFurtherPage && (await db.earlier.get(row.id))) return;
  const body = (await db.bodies.get(row.id)) ?? null;
  // Asked twice, or nothing new on the page: what was there before stays what undo brings back.
  if (body?.html === draft.html && (await db.earlier.get(row.id))) return;
  await db.earlier.put({
    clipId: row.id,
    draft: draftOf(row, body, images),
    images: [...dropped],
    textUpdatedAt: row.textUpdatedAt,
    keptAt,
  });
}

/** Lets go of texts that were kept before a time. */
export async function forgetEarlier(db: Database, before: number): Promise<void> {
  await db.earlier.where('keptAt').below(before).delete();
}

function draftOf(row: ClipRow, body: Body | null, images: readonly ClipImage[]): ClipDraft {
  const { state: _, ...capture } = row.capture;
  return {
    ...capture,
    ...row.found,
    ...(row.facts && { facts: row.facts }),
    kind: row.kind,
    url: row.url,
    canonicalUrl: row.canonicalUrl,
    title: row.sourceTitle,
    excerpt: row.excerpt,
    html: body?.html ?? ('' as SafeHtml),
    text: body?.text ?? '',
    length: row.length,
    images: images.map(({ url, role, caption, credit, alt, width, height }) => ({
      url,
      role,
      caption,
      credit,
      alt,
      width,
      height,
    })),
    leadImage: images.find((image) => image.id === row.leadImage)?.url ?? null,
  };
}

async function imagesOf(db: Database, id: ClipId): Promise<ClipImage[]> {
  return (await db.images.where('clipId').equals(id).toArray()).sort((a, b) => a.position - b.position);
}
