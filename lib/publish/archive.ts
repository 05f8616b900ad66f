/** A post as a zip: the files of a folder, or of a site, images among them. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Failure } from '../model/failure';
import type { Delivery, PublishEffects } from '../model/publisher';
import type { ResolvedImage, ResolvedPost } from '../model/resolved-post';
import { fail, ok, type Result } from '../model/result';
import { receipt, unlessCancelled } from './delivery';

const steps = 3;
const bitmaps = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'];

/** A file of a post: its path, and text or bytes. */
export type PostFile = { path: string; data: string | Uint8Array<ArrayBuffer> };

/** Zips `<slug>/<fileName>` and the post's images beside it and offers the file to the user. */
export async function saveFolder(
  post: ResolvedPost,
  fileName: string,
  render: () => string,
  effects: PublishEffects,
): Promise<Result<Delivery, Failure>> {
  const folder = folderName(post.slug);
  const files = () => [
    { path: `${folder}/${fileName}`, data: render() },
    ...post.images.map((image) => ({ path: `${folder}/${image.path}`, data: image.bytes.data })),
  ];
  return saveZip(`${folder}.zip`, post, files, effects);
}

/**
 * Zips `files`, made once it is sure that the post can go, and offers the zip to the user as `target`. The same post
 * gives the same bytes. Fails with `image-unreadable` as `refuseUnfit` does.
 */
export async function saveZip(
  target: string,
  post: ResolvedPost,
  files: () => readonly PostFile[],
  effects: PublishEffects,
): Promise<Result<Delivery, Failure>> {
  const fit = refuseUnfit(post);
  if (!fit.ok) return fit;
  effects.progress(0, steps);
  const entries: Zippable = {};
  // Bitmaps are compressed already: deflating them again costs seconds and saves nothing.
  for (const { path, data } of files()) entries[path] = typeof data === 'string' ? strToU8(data) : [data, { level: 0 }];
  effects.progress(1, steps);
  const going = await unlessCancelled(effects.signal);
  if (!going.ok) return going;
  const data = zipSync(entries, { mtime: writtenTime(post.modifiedAt) });
  effects.progress(2, steps);
  const stillGoing = await unlessCancelled(effects.signal);
  if (!stillGoing.ok) return stillGoing;
  const saved = await effects.saveFile(target, 'application/zip', data);
  if (!saved.ok) return saved;
  effects.progress(steps, steps);
  return ok(await receipt(target, data));
}

/** Fails with `image-unreadable` for images that are no bitmaps: an SVG opened by itself on a blog can run scripts. */
export function refuseUnfit(post: ResolvedPost): Result<null, Failure> {
  const unfit = post.images.filter((image) => !isFit(image));
  return unfit.length > 0 ? fail({ kind: 'image-unreadable', names: unfit.map((image) => image.path) }) : ok(null);
}

function isFit(image: ResolvedImage): boolean {
  return /^images\/[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(image.path) && bitmaps.includes(image.bytes.type);
}

/** Names that Windows keeps for devices: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The slug as a name that every file system takes; the composer's slugs pass unchanged. */
export function folderName(slug: string): string {
  const name = slug.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  if (name === '') return 'post';
  return (reserved.test(name) ? `post-${name}` : name).slice(0, 120);
}

/** The time as written, without its zone: zip files keep local time, and the bytes must not depend on where they are made. */
function writtenTime(iso: string): Date {
  const [year = 0, ...rest] = (iso.match(/\d+/g) ?? []).map(Number);
  const [month = 1, day = 1, hour = 0, minute = 0, second = 0] = rest;
  return new Date(Math.min(2099, Math.max(1980, year)), month - 1, day, hour, minute, second);
}
