/** Images of a clip whose bytes are not here: never asked for by reading, only by a person's word, once or for all. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { imageTypeOf } from '../compose/image-type';
import type { ClipImage } from '../model/clip';
import type { ImageId } from '../model/ids';
import { isPublicAddress } from '../model/public-address';
import { fetchBytes } from '../platform/fetch-image';
import { measureImage } from '../platform/measure-image';
import { maySites, requestEverySite, requestSites } from '../platform/permissions';
import { attempt } from '../store/failures';
import { setImageBytes } from '../store/images';
import { db } from './db';
import { changeSettings } from './settings';

export type MissingImagesEffects = {
  fetchBytes: (url: string, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Asks for access to sites, and whether there is. */
  requestSites: (urls: readonly string[]) => Promise<boolean>;
  maySites: (urls: readonly string[]) => Promise<boolean>;
  measure: typeof measureImage;
};
const realEffects: MissingImagesEffects = { fetchBytes, requestSites, maySites, measure: measureImage };

export type MissingImages = {
  state: ReadonlySignal<'waiting' | 'loading' | 'failed'>;
  /** Those of `images` that could be had. */
  of(images: readonly ClipImage[]): ClipImage[];
  /** Loads them, asking for access to their sites: in the click itself. */
  load(images: readonly ClipImage[]): Promise<void>;
  /** Loads those that were not tried yet where access is given already; for who has switched that on. */
  loadAllowed(images: readonly ClipImage[]): Promise<void>;
  dispose(): void;
};

/** For one clip that is open. What was loaded is kept with the clip. */
export function createMissingImages(effects: MissingImagesEffects = realEffects): MissingImages {
  const state = signal<'waiting' | 'loading' | 'failed'>('waiting');
  const leaving = new AbortController();
  const tried = new Set<ImageId>();
  const missing = (images: readonly ClipImage[]) =>
    images.filter(({ bytes, withheld, url }) => !bytes && !withheld && isPublicAddress(url));
  const fetchAll = async (images: readonly ClipImage[]) => {
    state.value = 'loading';
    let failed = 0;
    for (const image of images) {
      tried.add(image.id);
      if (leaving.signal.aborted) return;
      if (!(await fetchOne(image, effects, leaving.signal))) failed++;
    }
    state.value = failed > 0 ? 'failed' : 'waiting';
  };
  return {
    state,
    of: missing,
    async load(images) {
      const wanted = missing(images);
      if (state.peek() === 'loading' || wanted.length === 0) return;
      if (await effects.requestSites(wanted.map(({ url }) => url))) await fetchAll(wanted);
    },
    async loadAllowed(images) {
      const wanted = missing(images).filter(({ id }) => !tried.has(id));
      if (state.peek() === 'loading' || wanted.length === 0) return;
      for (const { id } of wanted) tried.add(id);
      if (await effects.maySites(wanted.map(({ url }) => url))) await fetchAll(wanted);
    },
    dispose: () => leaving.abort(),
  };
}

/** False when it cannot be had, is no bitmap, or cannot be stored. */
async function fetchOne(image: ClipImage, effects: MissingImagesEffects, signal: AbortSignal): Promise<boolean> {
  const data = await effects.fetchBytes(image.url, signal);
  const type = data && imageTypeOf(data);
  if (!data || !type) return false;
  const size = await effects.measure({ data, type });
  if (!size) return false;
  return (await attempt(db, () => setImageBytes(db, image.id, { data, type }, Date.now(), size))).ok;
}

/**
 * Whether images that are not kept are loaded when a clip is opened. False when the person refused the access to all
 * sites that it needs; the images' sites see then who reads. Call it in the click itself.
 */
export async function loadMissingImages(wanted: boolean): Promise<boolean> {
  const isAllowed = !wanted || (await requestEverySite());
  if (isAllowed) await changeSettings({ loadImages: wanted });
  return isAllowed;
}
