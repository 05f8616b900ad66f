/** Small pictures of clips for the list: made from the stored bytes, a few hundred kept, the rest given back to the browser. */
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ClipImage, ImageBytes } from '../model/clip';
import type { ImageId } from '../model/ids';
import { getImage } from '../store/images';
import { db } from './db';
import { live } from './live';

/** `none`: there are no bytes, or no picture in them. */
export type Thumbnail = { state: 'loading' } | { state: 'ready'; url: string } | { state: 'none' };

/** Twice the CSS size, for dense screens. */
const width = 192;
const kept = 300;
const cache = new Map<ImageId, Signal<Thumbnail>>();

/** The thumbnail of an image, as soon as it is there. Addresses are revoked once `kept` others were asked for later. */
export function thumbnailOf(id: ImageId): ReadonlySignal<Thumbnail> {
  const thumbnail = cache.get(id) ?? createThumbnail(id);
  cache.delete(id);
  cache.set(id, thumbnail);
  for (const [oldest, old] of cache) {
    if (cache.size <= kept) break;
    cache.delete(oldest);
    const { value } = old;
    if (value.state === 'ready') URL.revokeObjectURL(value.url);
  }
  return thumbnail;
}

/** While it is shown and not there yet it waits for the bytes: they may still be on their way from the page. */
function createThumbnail(id: ImageId): Signal<Thumbnail> {
  const image = live<ClipImage | null | undefined>(() => getImage(db, id), undefined);
  let stop: (() => void) | undefined;
  let made: ImageBytes | undefined;
  return signal<Thumbnail>(
    { state: 'loading' },
    {
      watched() {
        if (this.peek().state === 'ready') return;
        stop = effect(() => {
          const found = image.value;
          if (found === undefined || made) return;
          if (!found?.bytes) {
            this.value = { state: 'none' };
            return;
          }
          made = found.bytes;
          void shrink(made).then((blob) => {
            this.value = blob ? { state: 'ready', url: URL.createObjectURL(blob) } : { state: 'none' };
            stop?.();
          });
        });
      },
      unwatched() {
        stop?.();
      },
    },
  );
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
