/** Everything a post names, read from the store before anything is made of it. */
import type { Annotation } from '../model/annotation';
import type { Body, Clip, ClipImage } from '../model/clip';
import type { AssetId, ClipId, ImageId, StandingId } from '../model/ids';
import type { Asset, Block, DigestEntry, Post, PostImage, StandingBlock } from '../model/post';

export type Materials = {
  clips: ReadonlyMap<ClipId, Clip>;
  bodies: ReadonlyMap<ClipId, Body>;
  images: ReadonlyMap<ImageId, ClipImage>;
  assets: ReadonlyMap<AssetId, Asset>;
  standing: ReadonlyMap<StandingId, StandingBlock>;
  /** What was highlighted in the clips, in the order of their texts. */
  highlights: ReadonlyMap<ClipId, readonly Annotation[]>;
  /** The same post in other languages. */
  versions: readonly Post[];
};

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export const noMaterials: Materials = {
  clips: new Map(),
  bodies: new Map(),
  images: new Map(),
  assets: new Map(),
  standing: new Map(),
  highlights: new Map(),
  versions: [],
};

/** The blocks of one kind, in order. */
export function blocksOf<Kind extends Block['kind']>(post: Post, kind: Kind): BlockOf<Kind>[] {
  return post.blocks.filter((block): block is BlockOf<Kind> => block.kind === kind);
}

/** The clips a post draws on, in order, each once. */
export function clipIdsOf(post: Post): ClipId[] {
  return [...new Set(post.blocks.flatMap(clipIdsIn))];
}

function clipIdsIn(block: Block): ClipId[] {
  if (block.kind === 'source') return block.clips ?? [];
  if (block.kind === 'digest') return entriesOf(block).map((entry) => entry.clipId);
  return block.kind === 'clip' ? [block.clipId] : [];
}

/** The reports of a digest, group by group. */
export function entriesOf({ groups }: BlockOf<'digest'>): DigestEntry[] {
  return groups.flatMap((group) => group.entries);
}

/** The clips that a post names as other reports of its story, each once. */
export function alsoIdsOf(post: Post): ClipId[] {
  const besideEntries = blocksOf(post, 'digest').flatMap(entriesOf);
  return [...new Set([...blocksOf(post, 'source'), ...besideEntries].flatMap(({ also }) => also ?? []))];
}

/** The ids of everything else a post names. */
export function standingIdsOf(post: Post): StandingId[] {
  return [...new Set(blocksOf(post, 'standing').map((block) => block.standingId))];
}

/** The company's own images in a list of images. */
export function assetIdsOf(images: readonly PostImage[]): AssetId[] {
  return images.flatMap(({ from }) => (from.kind === 'asset' ? [from.assetId] : []));
}

/** Every image a post shows as a figure with words of its own: its galleries' and its standing blocks'. */
export function postImagesOf(post: Post, standing: Materials['standing']): PostImage[] {
  return post.blocks.flatMap((block) => {
    if (block.kind === 'gallery') return block.images;
    if (block.kind === 'standing') return standing.get(block.standingId)?.images ?? [];
    return [];
  });
}

/** The clip images whose bytes a post needs and which have not been fetched. */
export function imagesToFetch(post: Post, materials: Materials): ClipImage[] {
  const inText = blocksOf(post, 'clip').flatMap((block) => (block.use === 'full' ? block.inlineImages : []));
  const inGalleries = postImagesOf(post, materials.standing).flatMap(({ from }) =>
    from.kind === 'clip' ? [from.imageId] : [],
  );
  return [...new Set([...inGalleries, ...inText])].flatMap((id) => {
    const image = materials.images.get(id);
    return image && !image.bytes ? [image] : [];
  });
}

/** Whether an image stands in the text of its clip, so that it can be shown there. */
export function standsInText(image: ClipImage, body: Body | undefined): boolean {
  return body?.html.includes(`src="${image.url.replaceAll('&', '&amp;')}"`) ?? false;
}
