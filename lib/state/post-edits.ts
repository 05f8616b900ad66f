/** The changes views make to a post, and what they ask of the clips in it; ids for new parts are made here. */

import {
  addEntries,
  changeEntry,
  digestClips as digest,
  regroup as group,
  makeDigest,
  moveEntry,
  removeEntry,
} from '../compose/digest';
import {
  addBlock,
  addQuote as addTo,
  changeBlock,
  dropHighlight,
  type ImageUse,
  isQuoteOf,
  quoteOf,
  useImages as useIn,
} from '../compose/edit-post';
import { excerptOf as cut } from '../compose/excerpt';
import { type BlockOf, blocksOf } from '../compose/materials';
import type { Annotation } from '../model/annotation';
import type { Clip, ClipImage } from '../model/clip';
import { type BlockId, type ClipId, newId, type StandingId } from '../model/ids';
import type { Block, DigestGroup, DigestGrouping, Post } from '../model/post';

export { addressOf } from '../compose/create-post';
export { imageUse, moveBlock, moveItem, putBack, removeBlock } from '../compose/edit-post';
export { insertLink, type TextEdit, toggleList, toggleMark } from '../compose/markdown-edit';
export { type BlockOf, blocksOf, clipIdsOf, standsInText } from '../compose/materials';
export { quoteCandidates } from '../compose/sentences';
export { isWebAddress } from '../compose/source';
export type { ImageUse };

const newBlockId = () => newId<BlockId>();

/** The excerpt a clip shows in a post. */
export const excerptOf: (clip: Clip, bodyText: string) => string = cut;

/** A new part of the kinds that start empty. */
export function emptyBlock(kind: 'commentary' | 'gallery' | 'share'): Block {
  const id = newBlockId();
  if (kind === 'commentary') return { id, kind, markdown: '' };
  return kind === 'gallery' ? { id, kind, title: '', images: [] } : { id, kind };
}

export function standingBlock(standingId: StandingId): Block {
  return { id: newBlockId(), kind: 'standing', standingId };
}

export { addBlock, changeBlock, changeEntry, isQuoteOf, moveEntry, removeEntry };

/** The post with its clips in one digest. */
export function digestClips(post: Post, clips: ReadonlyMap<ClipId, Clip>): Post {
  return digest(post, clips, newBlockId);
}

/** A digest without reports. */
export function emptyDigest(): BlockOf<'digest'> {
  return makeDigest([], newBlockId);
}

export function emptyGroup(): DigestGroup {
  return { id: newBlockId(), title: '', entries: [] };
}

/** The reports of a digest in other groups. */
export function regroup(
  block: BlockOf<'digest'>,
  clips: ReadonlyMap<ClipId, Clip>,
  grouping: DigestGrouping,
): BlockOf<'digest'> {
  return group(block, clips, grouping, newBlockId);
}

/** A digest with a report of a clip, and who else has the story. */
export function addReport(block: BlockOf<'digest'>, clipId: ClipId, also: ClipId[]): BlockOf<'digest'> {
  const entry = { id: newBlockId(), clipId, comment: '', ...(also.length > 0 ? { also } : {}) };
  return addEntries(block, [entry], newBlockId);
}

/** The post with a passage of a clip quoted in the block `id`, in the order of the source. */
export function addQuote(post: Post, id: BlockId, text: string, bodyText: string): Post {
  const quote = { id: newBlockId(), text, comment: '' };
  const change = (block: Block) => (block.kind === 'clip' && block.id === id ? addTo(block, quote, bodyText) : block);
  return { ...post, blocks: post.blocks.map(change) };
}

/** The post with these highlights quoted in the block `id`, in the order of the source. */
export function quoteHighlights(post: Post, id: BlockId, highlights: readonly Annotation[], bodyText: string): Post {
  return changeBlock(post, id, 'clip', (block) =>
    highlights.reduce((now, highlight) => {
      const quote = now.quotes.some((other) => isQuoteOf(other, highlight)) ? null : quoteOf(highlight, newBlockId);
      return quote ? addTo(now, quote, bodyText) : now;
    }, block),
  );
}

/** The post without the quote of a highlight in the block `id`. */
export function unquoteHighlight(post: Post, id: BlockId, highlight: Annotation): Post {
  return changeBlock(post, id, 'clip', (block) => dropHighlight(block, highlight));
}

/** The post with images of its clips used in this way; the gallery is the one given, else the first, else a new one. */
export function useImages(post: Post, images: readonly ClipImage[], use: ImageUse, gallery?: BlockId): Post {
  const first = gallery ?? blocksOf(post, 'gallery')[0]?.id;
  if (use !== 'gallery' || first) return useIn(post, images, use, first ?? null, newBlockId);
  const added = emptyBlock('gallery');
  return useIn(addBlock(post, added), images, use, added.id, newBlockId);
}
