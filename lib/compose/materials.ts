/** Everything a post names, read from the store before anything is made of it. */
import type { Body, Clip, ClipImage } from '../model/clip';
import type { AssetId, ClipId, ImageId, StandingId } from '../model/ids';
import type { Asset, Block, Post, PostImage, StandingBlock } from '../model/post';

export type Materials = {
  clips: ReadonlyMap<ClipId, Clip>;
  bodies: ReadonlyMap<ClipId, Body>;
  images: ReadonlyMap<ImageId, ClipImage>;
  assets: ReadonlyMap<AssetId, Asset>;
  standing: ReadonlyMap<StandingId, StandingBlock>;
};

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export const noMaterials: Materials = {
  clips: new Map(),
  bodies: new Map(),
  images: new Map(),
  assets: new Map(),
  standing: new Map(),
};

/** The blocks of one kind, in order. */
export function blocksOf<Kind extends Block['kind']>(post: Post, kind: Kind): BlockOf<Kind>[] {
  return post.blocks.filter((block): block is BlockOf<Kind> => block.kind === kind);
}

/** The clips a post draws on, in order, each once. */
export function clipIdsOf(post: Post): ClipId[] {
  return [...new Set(blocksOf(post, 'clip').map((block) => block.clipId))];
}

/** The clips that a post names as other reports of its story, each once. */
export function alsoIdsOf(post: Post): ClipId[] {
  return [...new Set(blocksOf(post, 'source').flatMap((block) => block.also ?? []))];
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
