/** A part of a post as plain lines, to be compared with another version of it. */
import type { ClipId } from '../model/ids';
import type { Block, ClipUse, DigestEntry, PostImage } from '../model/post';
import { type MessageKey, t, tn } from './i18n';

const uses: Record<ClipUse, MessageKey> = {
  excerpt: 'compose_use_excerpt',
  quotes: 'compose_use_quotes',
  full: 'compose_use_full',
};

/** Every word of it that readers would see, and how a clip is used; empty for parts that have no words. */
export function partText(block: Block, clipTitles: ReadonlyMap<ClipId, string>): string {
  return linesOf(block, (id) => clipTitles.get(id) ?? t('compose_clip_gone')).join('\n');
}

function linesOf(block: Block, titleOf: (id: ClipId) => string): string[] {
  switch (block.kind) {
    case 'commentary':
      return [block.markdown];
    case 'clip': {
      const quotes = block.use === 'quotes' ? block.quotes.flatMap(({ text, comment }) => [`“${text}”`, comment]) : [];
      const images = block.inlineImages.length > 0 ? [tn('compose_image_count', block.inlineImages.length)] : [];
      return [titleOf(block.clipId), t(uses[block.use]), ...quotes, ...images].filter(Boolean);
    }
    case 'digest':
      return block.groups.flatMap(({ title, entries }) => [title, ...entries.map((one) => entryLine(one, titleOf))]);
    case 'gallery':
      return [block.title, ...block.images.map(imageLine)].filter(Boolean);
    case 'source':
      return (block.also ?? []).map(titleOf);
    default:
      return [];
  }
}

function entryLine({ clipId, comment, also = [] }: DigestEntry, titleOf: (id: ClipId) => string): string {
  const others = also.length > 0 ? `(${also.map(titleOf).join(' · ')})` : '';
  return ['•', titleOf(clipId), comment && `— ${comment}`, others].filter(Boolean).join(' ');
}

/** An image without words is still one of them: its dot stands alone. */
function imageLine({ caption, alt, credit, rights }: PostImage): string {
  return ['•', [caption, alt, credit, rights].filter(Boolean).join(' / ')].join(' ').trim();
}
