/** What belongs to many clips at once, for work that goes through the library. */
import type { Annotation } from '../model/annotation';
import type { Body, ClipImage } from '../model/clip';
import type { ClipId } from '../model/ids';
import { byPlace } from './annotations';
import type { Database } from './database';

/** The texts of these clips, by clip. */
export async function getBodies(db: Database, ids: readonly ClipId[]): Promise<Map<ClipId, Body>> {
  return new Map((await db.bodies.bulkGet([...ids])).flatMap((body) => (body ? [[body.clipId, body]] : [])));
}

/** The images of these clips with their bytes, by clip, each clip's in the order of the article. */
export async function getImagesOf(db: Database, ids: readonly ClipId[]): Promise<Map<ClipId, ClipImage[]>> {
  const found = new Map<ClipId, ClipImage[]>();
  for (const image of await db.images.where('clipId').anyOf(ids).sortBy('position'))
    found.set(image.clipId, [...(found.get(image.clipId) ?? []), image]);
  return found;
}

/** The highlights of these clips, by clip, in the order in which their words stand. */
export async function getAnnotationsOf(db: Database, ids: readonly ClipId[]): Promise<Map<ClipId, Annotation[]>> {
  const all = await db.annotations.where('clipId').anyOf(ids).toArray();
  return Map.groupBy(all.sort(byPlace), ({ clipId }) => clipId);
}
