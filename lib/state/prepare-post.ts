/** A post made ready to leave: what it names is read, images that are missing are fetched, everything is filled in. */
import { imageTypeOf } from '../compose/image-type';
import { imagesToFetch } from '../compose/materials';
import { resolvePost } from '../compose/resolve-post';
import type { ClipImage } from '../model/clip';
import type { Post } from '../model/post';
import type { ResolvedPost } from '../model/resolved-post';
import { fail, type Result } from '../model/result';
import { measureImage } from '../platform/measure-image';
import { attempt } from '../store/failures';
import { setImageBytes } from '../store/images';
import { db } from './db';
import { readMaterials } from './materials';

export type PrepareOptions = {
  /** The person wants it out although an outlet or a link is missing. */
  insist?: boolean;
  /** The person gave access to the sites of images that are not here: fetch them first. */
  fetchImages?: boolean;
  /** The person wants it out without the images that are not here. */
  withoutMissingImages?: boolean;
};

export type PrepareEffects = {
  fetchBytes: (url: string, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer> | null>;
  signal: AbortSignal;
  /** `done` of `total` images. */
  progress: (done: number, total: number) => void;
};

/** Fails with `source-incomplete` and `image-unavailable` unless the options say to go on, and with `cancelled`. */
export async function preparePost(
  post: Post,
  options: PrepareOptions,
  effects: PrepareEffects,
): Promise<Result<ResolvedPost>> {
  const read = await attempt(db, () => readMaterials(db, post));
  if (!read.ok) return read;
  if (options.fetchImages) await fetchMissing(imagesToFetch(post, read.value), effects);
  if (effects.signal.aborted) return fail({ kind: 'cancelled' });
  const materials = options.fetchImages ? await readMaterials(db, post) : read.value;
  const resolved = await resolvePost(post, materials, { now: Date.now(), ...options });
  return resolved.ok && effects.signal.aborted ? fail({ kind: 'cancelled' }) : resolved;
}

/** Fetches images into the database, so that they are asked for once; those that cannot be had stay missing. */
async function fetchMissing(
  images: readonly ClipImage[],
  { fetchBytes, signal, progress }: PrepareEffects,
): Promise<void> {
  for (const [done, image] of images.entries()) {
    progress(done, images.length);
    if (signal.aborted) return;
    const data = await fetchBytes(image.url, signal);
    const type = data && imageTypeOf(data);
    if (!data || !type) continue;
    await setImageBytes(db, image.id, { data, type }, Date.now(), await measureImage({ data, type }));
  }
}
