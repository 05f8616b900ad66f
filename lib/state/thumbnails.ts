/** Small pictures of clips for the list: made from the stored bytes, a few hundred kept, the rest given back to the browser. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ImageBytes } from '../model/clip';
import type { ImageId } from '../model/ids';
import { getImage } from '../store/images';
import { db } from './db';

/** `none`: there are no bytes, or no picture in them. */
export type Thumbnail = { state: 'loading' } | { state: 'ready'; url: string } | { state: 'none' };

/** Twice the CSS size, for dense screens. */
const width = 192;
const kept = 300;
const cache = new Map<ImageId, Signal<Thumbnail>>();

/** The thumbnail of an image, as soon as it is there. Addresses are revoked once `kept` others were asked for later. */
export function thumbnailOf(id: ImageId): ReadonlySignal<Thumbnail> {
  const known = cache.get(id);
  if (known) {
    cache.delete(id);
    cache.set(id, known);
    return known;
  }
  const made = signal<Thumbnail>({ state: 'loading' });
  cache.set(id, made);
  for (const [oldest, old] of cache) {
    if (cache.size <= kept) break;
    cache.delete(oldest);
    const thumbnail = old.peek();
    if (thumbnail.state === 'ready') URL.revokeObjectURL(thumbnail.url);
  }
  void makeThumbnail(id).then((thumbnail) => {
    made.value = thumbnail;
    // Asked again when it is next needed: the bytes may still be on their way from the page.
    if (thumbnail.state === 'none') cache.delete(id);
  });
  return made;
}

async function makeThumbnail(id: ImageId): Promise<Thumbnail> {
  const image = await getImage(db, id).catch(() => undefined);
  if (!image?.bytes) return { state: 'none' };
  const blob = await shrink(image.bytes);
  return blob ? { state: 'ready', url: URL.createObjectURL(blob) } : { state: 'none' };
}

/** Scales down while decoding, so that a list of large photographs stays small in memory; drawings (SVG) are used as they are. */
async function shrink(bytes: ImageBytes): Promise<Blob | null> {
  const whole = new Blob([bytes.data], { type: bytes.type });
  if (bytes.type.startsWith('image/svg')) return whole;
  try {
    const bitmap = await createImageBitmap(whole, { resizeWidth: width, resizeQuality: 'medium' });
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  } catch {
    return null; // not a picture the browser can read
  }
}
