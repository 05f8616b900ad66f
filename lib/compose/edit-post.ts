/** The changes a person makes to a post, each as a function from one post to the next. */
import type { Annotation } from '../model/annotation';
import type { ClipImage } from '../model/clip';
import type { BlockId, ImageId } from '../model/ids';
import type { Block, Post, PostImage, Quote } from '../model/post';
import type { BlockOf } from './materials';

/** The list with the item at `from` moved to `to`, both within the list. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const target = Math.max(0, Math.min(items.length - 1, to));
  const moved = [...items];
  const [item] = moved.splice(from, 1);
  if (item !== undefined) moved.splice(target, 0, item);
  return moved;
}

/** The list with a removed item where it was; the same list when it is there already. */
export function putBack<T extends { id: string }>(items: readonly T[], item: T, at: number): T[] {
  return items.some((other) => other.id === item.id) ? [...items] : items.toSpliced(at, 0, item);
}

/** The post with one block changed; the same post when there is no such block of this kind. */
export function changeBlock<Kind extends Block['kind']>(
  post: Post,
  id: BlockId,
  kind: Kind,
  change: (block: BlockOf<Kind>) => BlockOf<Kind>,
): Post {
  const isWanted = (block: Block): block is BlockOf<Kind> => block.id === id && block.kind === kind;
  if (!post.blocks.some(isWanted)) return post;
  return { ...post, blocks: post.blocks.map((block) => (isWanted(block) ? change(block) : block)) };
}

/** The post with a new block before the sources, or behind `after`. */
export function addBlock(post: Post, block: Block, after?: BlockId): Post {
  const behind = post.blocks.findIndex((other) => other.id === after) + 1;
  const beforeSources = post.blocks.findIndex((other) => other.kind === 'source');
  const at = behind > 0 ? behind : beforeSources < 0 ? post.blocks.length : beforeSources;
  return { ...post, blocks: post.blocks.toSpliced(at, 0, block) };
}

/** The post without a block. The sources stay: no post without them. */
export function removeBlock(post: Post, id: BlockId): Post {
  return { ...post, blocks: post.blocks.filter((block) => block.id !== id || block.kind === 'source') };
}

/** The post with the block `id` at place `to`. */
export function moveBlock(post: Post, id: BlockId, to: number): Post {
  const from = post.blocks.findIndex((block) => block.id === id);
  return from < 0 ? post : { ...post, blocks: moveItem(post.blocks, from, to) };
}

/** The block with a quote in the order of the source; a passage quoted already is not quoted twice. */
export function addQuote(block: BlockOf<'clip'>, quote: Quote, bodyText: string): BlockOf<'clip'> {
  const text = quote.text.replace(/\s+/gu, ' ').trim();
  if (!text || block.quotes.some((other) => other.text === text)) return block;
  const flat = bodyText.replace(/\s+/gu, ' ');
  const at = flat.indexOf(text);
  const next = block.quotes.findIndex((other) => at >= 0 && flat.indexOf(other.text) > at);
  const place = next < 0 ? block.quotes.length : next;
  return { ...block, use: 'quotes', quotes: block.quotes.toSpliced(place, 0, { ...quote, text }) };
}

/** A highlight as a quote, its note as the comment; null when it is not of words. */
export function quoteOf({ id, target, note }: Annotation, newBlockId: () => BlockId): Quote | null {
  if (target.kind !== 'text') return null;
  const { exact, prefix, suffix } = target.quote;
  return { id: newBlockId(), text: exact, comment: note.trim(), from: { annotationId: id, prefix, suffix } };
}

/** The block without the quote that was taken from a highlight, or says the same words. */
export function dropHighlight(block: BlockOf<'clip'>, highlight: Annotation): BlockOf<'clip'> {
  return { ...block, quotes: block.quotes.filter((quote) => !isQuoteOf(quote, highlight)) };
}

/** Whether a quote was taken from a highlight, or says the same words. */
export function isQuoteOf(quote: Quote, { id, target }: Annotation): boolean {
  if (quote.from) return quote.from.annotationId === id;
  return target.kind === 'text' && quote.text === target.quote.exact.replace(/\s+/gu, ' ').trim();
}

/** How an image of a clip is used in a post. */
export type ImageUse = 'off' | 'gallery' | 'text';

/** How a post uses an image of one of its clips. */
export function imageUse(post: Post, imageId: ImageId): ImageUse {
  for (const block of post.blocks) {
    if (block.kind === 'clip' && block.use === 'full' && block.inlineImages.includes(imageId)) return 'text';
    if (block.kind === 'gallery' && block.images.some((image) => isClipImage(image, imageId))) return 'gallery';
  }
  return 'off';
}

/** The post with images of its clips used in this way and no other; `galleryId` names the gallery they go to. */
export function useImages(
  post: Post,
  images: readonly ClipImage[],
  use: ImageUse,
  galleryId: BlockId | null,
  newBlockId: () => BlockId,
): Post {
  const chosen = new Set(images.map((image) => image.id));
  const kept = (image: PostImage) => image.from.kind !== 'clip' || !chosen.has(image.from.imageId);
  const blocks = post.blocks.map((block): Block => {
    if (block.kind === 'clip') {
      const mine = images.filter((image) => image.clipId === block.clipId).map((image) => image.id);
      const others = block.inlineImages.filter((id) => !chosen.has(id));
      return { ...block, inlineImages: use === 'text' ? [...others, ...mine] : others };
    }
    if (block.kind !== 'gallery') return block;
    const added = use === 'gallery' && block.id === galleryId ? images : [];
    const there = new Set(added.map((image) => image.id));
    const staying = block.images.filter(
      (image) => kept(image) || (image.from.kind === 'clip' && there.has(image.from.imageId)),
    );
    const fresh = added.filter((image) => !staying.some((other) => isClipImage(other, image.id)));
    return { ...block, images: [...staying, ...fresh.map((image) => fromClip(image, newBlockId()))] };
  });
  return { ...post, blocks };
}

function isClipImage(image: PostImage, id: ImageId): boolean {
  return image.from.kind === 'clip' && image.from.imageId === id;
}

/** An image of a clip in a post, with the words it has there. */
export function fromClip(image: ClipImage, id: BlockId): PostImage {
  const { caption, credit, alt, rights, clipId } = image;
  return { id, from: { kind: 'clip', imageId: image.id, clipId }, caption, credit, alt, rights };
}
