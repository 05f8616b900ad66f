/** A template for a post that is being written already: its order and its words, without losing any of the writer's. */
import type { Block, Post, PostImage } from '../../model/post';
import { mergeTags } from '../../model/tag';
import { type BlockOf, entriesOf } from '../materials';
import type { Filled } from './fill';

/**
 * The post in the order of a template. What a person wrote stays: headline and standfirst that are there, tags, text
 * of their own, chosen quotes, captions, comments in digests, standing blocks. It takes the place that the template has
 * for such a part, else it stands before the sources. `before` is what the template that the post was made with gave:
 * what is still the same nobody wrote.
 */
export function applyTemplate(post: Post, filled: Filled, before: Filled | null, clipTitles: readonly string[]): Post {
  const isOwnTitle = post.title.trim() !== '' && post.title !== before?.title && !clipTitles.includes(post.title);
  const isOwnStandfirst = post.standfirst.trim() !== '' && post.standfirst !== before?.standfirst;
  const given = new Set(before?.blocks.map(contentOf));
  const left = post.blocks.filter((block) => hasContent(block) && !given.has(contentOf(block)));
  const blocks = filled.blocks.map((place) => {
    const at = left.findIndex((own) => fits(own, place, filled.places));
    const [own] = at < 0 ? [] : left.splice(at, 1);
    return own ? merge(place, own) : place;
  });
  const sources = blocks.findIndex(({ kind }) => kind === 'source');
  return {
    ...post,
    title: isOwnTitle ? post.title : filled.title || post.title,
    standfirst: isOwnStandfirst ? post.standfirst : filled.standfirst,
    tags: mergeTags(post.tags, filled.tags),
    blocks: blocks.toSpliced(sources < 0 ? blocks.length : sources, 0, ...left),
  };
}

/** What two parts must have the same to be the same, whenever they were made. */
function contentOf(block: Block): string {
  return JSON.stringify(block, (name, value: unknown) => (name === 'id' ? undefined : value));
}

/** Whether a part has anything in it that a person may have put there. */
function hasContent(block: Block): boolean {
  switch (block.kind) {
    case 'commentary':
      return block.markdown.trim() !== '';
    case 'clip':
      return block.quotes.length > 0 || block.inlineImages.length > 0;
    case 'digest':
      return entriesOf(block).length > 0;
    case 'gallery':
      return block.images.length > 0 || block.title.trim() !== '';
    default:
      return block.kind !== 'share';
  }
}

/** Whether a part of one's own goes where the template has one like it. */
function fits(own: Block, place: Block, places: Filled['places']): boolean {
  if (own.kind !== place.kind) return false;
  if (place.kind === 'commentary') return places.has(place.id) || contentOf(own) === contentOf(place);
  if (own.kind === 'clip' && place.kind === 'clip') return own.clipId === place.clipId;
  return own.kind !== 'standing' || contentOf(own) === contentOf(place);
}

function merge(place: Block, own: Block): Block {
  if (place.kind === 'gallery' && own.kind === 'gallery')
    return { ...own, title: own.title || place.title, images: [...own.images, ...notIn(own.images, place.images)] };
  if (place.kind === 'digest' && own.kind === 'digest') return mergeDigest(place, own);
  if (place.kind === 'source' && own.kind === 'source') {
    const clips = [...new Set([...(own.clips ?? []), ...(place.clips ?? [])])];
    return { ...own, ...(clips.length > 0 ? { clips } : {}) };
  }
  if (place.kind === 'commentary' && own.kind === 'commentary') {
    const isWhole = own.markdown.includes(place.markdown);
    return { ...own, markdown: isWhole ? own.markdown : `${own.markdown.trim()}\n\n${place.markdown}` };
  }
  if (place.kind === 'clip' && own.kind === 'clip') return { ...own, use: place.use === 'full' ? 'full' : own.use };
  return own;
}

function notIn(there: readonly PostImage[], more: readonly PostImage[]): PostImage[] {
  const known = new Set(there.flatMap(({ from }) => (from.kind === 'clip' ? [from.imageId] : [])));
  return more.filter(({ from }) => from.kind !== 'clip' || !known.has(from.imageId));
}

/** One's own digest as it is, and at its end the reports that it does not have. */
function mergeDigest(place: BlockOf<'digest'>, own: BlockOf<'digest'>): Block {
  const known = new Set(entriesOf(own).map(({ clipId }) => clipId));
  const groups = place.groups
    .map((group) => ({ ...group, entries: group.entries.filter(({ clipId }) => !known.has(clipId)) }))
    .filter(({ entries }) => entries.length > 0);
  return { ...own, groups: [...own.groups, ...groups] };
}
