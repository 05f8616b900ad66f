/** A post with everything it names filled in, ready to be rendered. */
import type { ClipImage } from '../model/clip';
import type { Block, Post, PostImage } from '../model/post';
import type { Part, ResolvedImage, ResolvedPost, Source } from '../model/resolved-post';
import { fail, ok, type Result } from '../model/result';
import { linkToText } from '../model/text-fragment';
import { excerptOf } from './excerpt';
import { type BlockOf, blocksOf, clipIdsOf, type Materials, standsInText } from './materials';
import { resolveDigest } from './resolve-digest';
import { collectImages, type ImageCollector } from './resolve-images';
import { isWebAddress, missingOfSource, sourceOf, sourcesOf, uniqueSources } from './source';

export type ResolveOptions = {
  now: number;
  /** Resolve although an outlet or a link is missing: the person said so. */
  insist?: boolean;
  /** Leave out images whose bytes are not here or cannot be read, instead of failing. */
  withoutMissingImages?: boolean;
};

/**
 * Fills in a post. Empty parts are left out; blocks whose clip or standing block is gone are, too.
 *
 * Fails with `source-incomplete` unless insisted, `image-unavailable` (addresses) and `image-unreadable` (names).
 */
export async function resolvePost(
  post: Post,
  materials: Materials,
  options: ResolveOptions,
): Promise<Result<ResolvedPost>> {
  const clips = clipIdsOf(post).flatMap((id) => materials.clips.get(id) ?? []);
  const clipTitles = clips.filter((clip) => missingOfSource(clip).length > 0).map((clip) => clip.title);
  if (clipTitles.length > 0 && !options.insist) return fail({ kind: 'source-incomplete', clipTitles });

  const collector = collectImages(materials, post.language);
  const parts: Part[] = [];
  for (const block of post.blocks) {
    const part = await resolveBlock(block, materials, collector);
    if (part) parts.push(part);
  }
  if (!options.withoutMissingImages) {
    if (collector.unavailable.length > 0) return fail({ kind: 'image-unavailable', urls: collector.unavailable });
    if (collector.unreadable.length > 0) return fail({ kind: 'image-unreadable', names: collector.unreadable });
  }
  const also = alsoCoveredBy(post, materials);
  return ok({
    id: post.id,
    title: post.title.trim(),
    slug: post.slug,
    language: post.language,
    author: post.author.trim(),
    standfirst: post.standfirst.trim(),
    tags: post.tags,
    canonicalUrl: post.canonicalUrl.trim(),
    publishedAt: new Date(post.receipts[0]?.at ?? options.now).toISOString(),
    modifiedAt: new Date(options.now).toISOString(),
    parts,
    sources: uniqueSources(clips.map(sourceOf)),
    ...(also.length > 0 ? { alsoCovered: also } : {}),
    ...announcements(post, materials),
    images: collector.images,
  });
}

async function resolveBlock(block: Block, materials: Materials, collector: ImageCollector): Promise<Part | null> {
  switch (block.kind) {
    case 'commentary':
      return block.markdown.trim() ? { kind: 'commentary', markdown: block.markdown } : null;
    case 'clip':
      return resolveClip(block, materials, collector);
    case 'digest':
      return resolveDigest(block, materials);
    case 'gallery': {
      const images = await resolveImages(block.images, collector);
      return images.length > 0 ? { kind: 'gallery', title: block.title.trim(), images } : null;
    }
    case 'standing': {
      const standing = materials.standing.get(block.standingId);
      if (!standing) return null;
      const images = await resolveImages(standing.images, collector);
      const { markdown } = standing;
      return markdown.trim() || images.length > 0 ? { kind: 'standing', markdown, images } : null;
    }
    default:
      return { kind: block.kind };
  }
}

async function resolveClip(
  block: BlockOf<'clip'>,
  materials: Materials,
  collector: ImageCollector,
): Promise<Part | null> {
  const clip = materials.clips.get(block.clipId);
  if (!clip) return null;
  const body = materials.bodies.get(block.clipId);
  const source = sourceOf(clip);
  if (block.use === 'quotes') {
    const said = block.quotes.flatMap(({ text, comment, from }) =>
      text.trim()
        ? { text: text.trim(), comment: comment.trim(), link: linkToText(source.url, text, body?.text ?? '', from) }
        : [],
    );
    return said.length > 0 ? { kind: 'quotes', quotes: said, source } : null;
  }
  if (block.use === 'full' && body?.html.trim()) {
    return { kind: 'text', html: body.html, images: await imagesInText(block, materials, collector), source };
  }
  const text = excerptOf(clip, body?.text ?? '');
  return text ? { kind: 'excerpt', text, source } : null;
}

async function imagesInText(
  block: BlockOf<'clip'>,
  materials: Materials,
  collector: ImageCollector,
): Promise<Record<string, ResolvedImage>> {
  const chosen = block.inlineImages.flatMap((id) => materials.images.get(id) ?? []);
  const images: Record<string, ResolvedImage> = {};
  const body = materials.bodies.get(block.clipId);
  for (const image of chosen.filter((one) => standsInText(one, body)).sort(byPosition)) {
    const resolved = await collector.add({ kind: 'clip', imageId: image.id, clipId: image.clipId }, image);
    if (resolved) images[image.url] = resolved;
  }
  return images;
}

async function resolveImages(images: readonly PostImage[], collector: ImageCollector): Promise<ResolvedImage[]> {
  const resolved: ResolvedImage[] = [];
  for (const image of images) {
    const found = await collector.add(image.from, image);
    if (found) resolved.push(found);
  }
  return resolved;
}

function byPosition(a: ClipImage, b: ClipImage): number {
  return a.position - b.position;
}

/** The other reports that a post names below its sources; none that it draws on already. */
function alsoCoveredBy(post: Post, materials: Materials): Source[] {
  const named = blocksOf(post, 'source').flatMap((block) => block.also ?? []);
  return sourcesOf(named, materials, new Set(clipIdsOf(post)));
}

/** What readers and targets are told of the post itself: versions, notices, and the moment it waits for. */
function announcements(post: Post, { versions }: Materials): Partial<ResolvedPost> {
  const others = versions.filter((other) => isWebAddress(other.canonicalUrl));
  const notices = post.notices?.filter((notice) => notice.text.trim()) ?? [];
  return {
    ...(post.notBefore ? { notBefore: new Date(post.notBefore.at).toISOString() } : {}),
    ...(notices.length > 0
      ? {
          notices: notices
            .toReversed()
            .map(({ kind, text, at }) => ({ kind, text: text.trim(), at: new Date(at).toISOString() })),
        }
      : {}),
    ...(others.length > 0
      ? { versions: others.map(({ language, title, canonicalUrl: url }) => ({ language, title: title.trim(), url })) }
      : {}),
  };
}
