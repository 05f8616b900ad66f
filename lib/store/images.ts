/** Images of clips: their words, and their bytes once these have been fetched. */
import type { ClipImage, ImageBytes, ImageDraft } from '../model/clip';
import type { ClipId, ImageId } from '../model/ids';
import { changeClips, derive, writeRows } from './clip-rows';
import type { Database } from './database';
import { referencedByPosts } from './references';
import { withReserve } from './reserve';

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
    const stored = await db.images.get(id);
    if (!stored) return;
    const { withheld: _, ...image } = stored;
    const width = image.width ?? size?.width ?? null;
    const height = image.height ?? size?.height ?? null;
    await db.images.put({ ...image, bytes, width, height, updatedAt: now });
  });
}

/** Notes that the image's site does not give it. Does nothing when the image is gone or its bytes are here. */
export async function withholdImage(db: Database, id: ImageId, now: number): Promise<void> {
  await db.images
    .where(':id')
    .equals(id)
    .and(({ bytes }) => bytes === null)
    .modify({ withheld: true, updatedAt: now });
}

/** Bytes of images that no post needs, by how old they are: what could be dropped. Reads every image, page by page. */
export async function weighImages(db: Database, olderThan: readonly number[]): Promise<ImageWeight[]> {
  const weights = olderThan.map((before) => ({ before, images: 0, bytes: 0 }));
  for await (const images of droppable(db))
    for (const image of images)
      for (const weight of weights)
        if (image.createdAt < weight.before) {
          weight.images++;
          weight.bytes += image.bytes?.data.length ?? 0;
        }
  return weights;
}

/** `before` in milliseconds since the epoch. */
export type ImageWeight = { before: number; images: number; bytes: number };

/**
 * Drops the bytes of images made before a time, oldest first, but for those that posts use; addresses and words stay.
 * Returns how many bytes went. Few at a time, so that it works on a full disk.
 */
export async function dropImageBytes(db: Database, before: number, progress: (bytes: number) => void): Promise<number> {
  let freed = 0;
  for await (const images of droppable(db)) {
    const old = images.filter((image) => image.createdAt < before);
    await withReserve(db, () => db.images.bulkPut(old.map((image) => ({ ...image, bytes: null }))));
    for (const image of old) freed += image.bytes?.data.length ?? 0;
    progress(freed);
  }
  return freed;
}

async function* droppable(db: Database): AsyncGenerator<ClipImage[]> {
  const used = (await db.transaction('r', db.posts, db.standing, () => referencedByPosts(db))).images;
  for (let after = ''; ; ) {
    const page = await db.images.where(':id').above(after).limit(8).toArray();
    yield page.filter((image) => image.bytes && !used.has(image.id));
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
  }
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
