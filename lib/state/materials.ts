/** What a post names, read from the database and kept current while the post is open. */
import { computed, type ReadonlySignal } from '@preact/signals';
import {
  alsoIdsOf,
  assetIdsOf,
  clipIdsOf,
  type Materials,
  noMaterials,
  postImagesOf,
  standingIdsOf,
} from '../compose/materials';
import type { AssetId, ClipId, PostId, StandingId, VersionsId } from '../model/ids';
import type { Post } from '../model/post';
import { listAnnotations } from '../store/annotations';
import { getAssets } from '../store/assets';
import { getBody, getClips } from '../store/clips';
import type { Database } from '../store/database';
import { getImages } from '../store/images';
import { versionsOf } from '../store/posts';
import { getStanding } from '../store/standing';
import { live } from './live';

type Named = { id: PostId; versions: VersionsId | null; clips: ClipId[]; standing: StandingId[]; assets: AssetId[] };

/** Reads everything that `post` names. What is gone is left out. */
export function readMaterials(db: Database, post: Post): Promise<Materials> {
  return read(db, namedBy(post));
}

/** Reads everything that belongs to these clips. */
export function readClipMaterials(db: Database, clips: readonly ClipId[]): Promise<Materials> {
  return read(db, { id: '' as PostId, versions: null, clips: [...clips], standing: [], assets: [] });
}

/** The same as a signal, read again when the post names something else or when one of the records changes. */
export function followMaterials(db: Database, post: ReadonlySignal<Post>): ReadonlySignal<Materials> {
  // As text, so that typing does not read everything again: only a change of what is named does.
  const named = computed(() => JSON.stringify(namedBy(post.value)));
  return live(() => read(db, JSON.parse(named.value) as Named), noMaterials);
}

function namedBy(post: Post): Named {
  return {
    id: post.id,
    versions: post.versions ?? null,
    clips: [...new Set([...clipIdsOf(post), ...alsoIdsOf(post)])],
    standing: standingIdsOf(post),
    assets: [...new Set(assetIdsOf(postImagesOf(post, new Map())))],
  };
}

async function read(db: Database, named: Named): Promise<Materials> {
  const [clips, bodies, images, standing, highlights, versions] = await Promise.all([
    getClips(db, named.clips),
    Promise.all(named.clips.map((id) => getBody(db, id))),
    Promise.all(named.clips.map((id) => getImages(db, id))),
    Promise.all(named.standing.map((id) => getStanding(db, id))),
    Promise.all(named.clips.map(async (id) => [id, await listAnnotations(db, id)] as const)),
    named.versions ? versionsOf(db, named.versions, named.id) : [],
  ]);
  const blocks = standing.filter((block) => block !== null);
  const assets = await getAssets(db, [...named.assets, ...blocks.flatMap((block) => assetIdsOf(block.images))]);
  return {
    clips: byId(clips),
    bodies: new Map(bodies.flatMap((body) => (body ? [[body.clipId, body] as const] : []))),
    images: byId(images.flat()),
    assets: byId(assets),
    standing: byId(blocks),
    highlights: new Map(highlights),
    versions,
  };
}

function byId<Id extends string, T extends { id: Id }>(records: readonly T[]): Map<Id, T> {
  return new Map(records.map((record) => [record.id, record]));
}
