/** Puts the text of an article's next page behind that of the pages before, without what both have. */
import { textOf } from './clean-text';
import { find, select } from './dom';
import { keyOf } from './figures';

const leaves = 'p,h1,h2,h3,h4,h5,h6,li,pre,blockquote,figcaption,td,div';
/** Shorter lines may well come twice. */
const shortest = 12;
const pager =
  /^(?:(?:page\s*)?\d{1,2}(?:\s*(?:of|\/)\s*\d{1,2})?|第\s*\d{1,2}\s*页|(?:上|下)一?页|(?:previous|next)(?: page)?|[\d\s|›»‹«<>]{1,40}|(?:\d{1,2}\s*)*下一?页.{0,4})$/iu;

/**
 * Moves what `later` has and `earlier` has not to the end of `earlier`: no block twice, no picture twice, no headline,
 * no line of page numbers. Both are sanitised articles. False when there was nothing new.
 */
export function joinPages(earlier: Element, later: Element, headlines: readonly string[]): boolean {
  const known = new Set([...select(earlier, leaves).filter(isLeaf).map(textKey), ...headlines.map(fold)]);
  const pictures = new Set(select(earlier, 'img').map(keyOf));
  for (const image of select(later, 'img')) if (pictures.has(keyOf(image))) (image.closest('figure') ?? image).remove();
  for (const block of select(later, leaves)) {
    if (!isLeaf(block) || find(block, 'img')) continue;
    const text = textOf(block);
    const isKnown = known.has(fold(text)) && (text.length >= shortest || /^h\d$/u.test(block.localName));
    if (isKnown || pager.test(text)) block.remove();
  }
  for (const empty of select(later, 'ul,ol,div,blockquote,section'))
    if (textOf(empty) === '' && !find(empty, 'img')) empty.remove();
  if (textOf(later) === '' && !find(later, 'img')) return false;
  earlier.append(...later.childNodes);
  return true;
}

function isLeaf(block: Element): boolean {
  return block.querySelector(leaves) === null;
}

function textKey(block: Element): string {
  return fold(textOf(block));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
