/** Images of clips: their words, and their bytes once these have been fetched. */
import type { ClipImage, ImageBytes, ImageDraft } from '../model/clip';
import type { ClipId, ImageId } from '../model/ids';
import { changeClips, derive, writeRows } from './clip-rows';
import type { Database } from './database';

/** A clip's images in the order of the article, with their bytes where there are any. */
export function getImages(db: Database, clipId: ClipId): Promise<ClipImage[]> {
  return db.images.where('clipId').equals(clipId).sortBy('position');
}

export async function getImage(db: Database, id: ImageId): Promise<ClipImage | null> {
  return (await db.images.get(id)) ?? null;
}

/** Keeps an image's bytes, and its size in pixels where it was not known. Does nothing when the image is gone. */
export async function setImageBytes(
  db: Database,
  id: ImageId,
  bytes: ImageBytes,
  now: number,
  size: { width: number; height: number } | null = null,
): Promise<void> {
  await db.transaction('rw', db.images, async () => {
    const image = await db.images.get(id);
    if (!image) return;
    const width = image.width ?? size?.width ?? null;
    const height = image.height ?? size?.height ?? null;
    await db.images.put({ ...image, bytes, width, height, updatedAt: now });
  });
}

/** Changes the words that go with an image. Null when it is gone. */
export function editImage(
  db: Database,
  id: ImageId,
  patch: Partial<Pick<ClipImage, 'caption' | 'credit' | 'alt' | 'rights'>>,
  now: number,
): Promise<ClipImage | null> {
  return db.transaction('rw', db.images, async () => {
    const image = await db.images.get(id);
    if (!image) return null;
    const edited = { ...image, ...patch, updatedAt: now };
    await db.images.put(edited);
    return edited;
  });
}

/** Puts an image behind a clip's others; one of the same address is returned as it is. Null when the clip is gone. */
export function addImage(
  db: Database,
  clipId: ClipId,
  image: ImageDraft,
  now: number,
  newId: () => ImageId,
): Promise<ClipImage | null> {
  return changeClips(db, ['images'], async () => {
    const before = await db.clips.get(clipId);
    if (!before) return null;
    const images = await getImages(db, clipId);
    const same = images.find(({ url }) => url === image.url);
    if (same) return same;
    const position = (images.at(-1)?.position ?? -1) + 1;
    const added = { ...image, id: newId(), clipId, position, rights: '', bytes: null, createdAt: now, updatedAt: now };
    const leadImage = before.leadImage ?? added.id;
    const after = derive({ ...before, imageCount: images.length + 1, leadImage, updatedAt: now });
    await Promise.all([db.images.put(added), writeRows(db, [{ before, after }], now)]);
    return added;
  });
}
