/** A post's folder as a zip: one folder named like the post, a document in it, images beside it. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Failure } from '../model/failure';
import type { Delivery, PublishEffects } from '../model/publisher';
import type { ResolvedImage, ResolvedPost } from '../model/resolved-post';
import { fail, ok, type Result } from '../model/result';
import { receipt, unlessCancelled } from './delivery';

const steps = 3;
const bitmaps = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'];

/**
 * Zips `<slug>/<fileName>` and the post's images and offers the file to the user. The same post gives the same bytes.
 * Fails with `image-unreadable` for images that are no bitmaps: an SVG opened by itself on a blog can run scripts.
 */
export async function saveFolder(
  post: ResolvedPost,
  fileName: string,
  render: () => string,
  effects: PublishEffects,
): Promise<Result<Delivery, Failure>> {
  const unfit = post.images.filter((image) => !isFit(image));
  if (unfit.length > 0) return fail({ kind: 'image-unreadable', names: unfit.map((image) => image.path) });
  effects.progress(0, steps);
  const folder = folderName(post.slug);
  const files: Zippable = { [`${folder}/${fileName}`]: strToU8(render()) };
  // Bitmaps are compressed already: deflating them again costs seconds and saves nothing.
  for (const image of post.images) files[`${folder}/${image.path}`] = [image.bytes.data, { level: 0 }];
  effects.progress(1, steps);
  const going = await unlessCancelled(effects.signal);
  if (!going.ok) return going;
  const data = zipSync(files, { mtime: writtenTime(post.modifiedAt) });
  effects.progress(2, steps);
  const stillGoing = await unlessCancelled(effects.signal);
  if (!stillGoing.ok) return stillGoing;
  const target = `${folder}.zip`;
  const saved = await effects.saveFile(target, 'application/zip', data);
  if (!saved.ok) return saved;
  effects.progress(steps, steps);
  return ok(await receipt(target, data));
}

function isFit(image: ResolvedImage): boolean {
  return /^images\/[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(image.path) && bitmaps.includes(image.bytes.type);
}

/** The slug as a name that every file system takes; the composer's slugs pass unchanged. */
function folderName(slug: string): string {
  const name = slug.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return name === '' ? 'post' : name.slice(0, 120);
}

/** The time as written, without its zone: zip files keep local time, and the bytes must not depend on where they are made. */
function writtenTime(iso: string): Date {
  const [year = 0, ...rest] = (iso.match(/\d+/g) ?? []).map(Number);
  const [month = 1, day = 1, hour = 0, minute = 0, second = 0] = rest;
  return new Date(Math.min(2099, Math.max(1980, year)), month - 1, day, hour, minute, second);
}
