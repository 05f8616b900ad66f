/** Computed style as a witness, after the fact: words of a kept text that nobody sees on the page are taken out of it. */
import { select } from '../dom';

// A page may have elements named like these.
const createWalker = Document.prototype.createTreeWalker;
const { checkVisibility, closest, getBoundingClientRect } = Element.prototype;

/**
 * Longer texts that are hidden are the rest of an article behind "read more", and so are texts that add up to more: of
 * eight real pages with hidden words, two of the three that would have lost 7 % would have lost what is true of them.
 */
const longest = 120;
const greatestShare = 0.04;
const shortest = 2;
/** Text nodes of a page that are looked at. */
const most = 60_000;

/** Takes such words out of `kept`, the text's own tree; whether there were any. `document` is live and stays as it is. */
export function dropInvisible(document: Document, kept: Element): boolean {
  const pieces = piecesOf(kept);
  if (pieces.size === 0 || !document.body) return false;
  const hidden = new Set<string>();
  const seen = new Set<string>();
  const walker = createWalker.call(document, document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), count = 0; node && count < most; node = walker.nextNode(), count++) {
    const text = wordsOf(node);
    const holder = node.parentElement;
    if (!holder || !pieces.has(text) || seen.has(text)) continue;
    if (isSeen(holder)) seen.add(text);
    else hidden.add(text);
  }
  const gone = [...hidden].filter((text) => !seen.has(text) && text.length <= longest);
  const lengthOf = (texts: Iterable<string>) => [...texts].reduce((sum, text) => sum + text.length, 0);
  if (gone.length === 0 || lengthOf(gone) > lengthOf(pieces.keys()) * greatestShare) return false;
  for (const text of gone) for (const node of pieces.get(text) ?? []) node.remove();
  for (const element of select(kept, 'p,li,h2,h3,h4,h5,h6,blockquote,div,span,b,i,em,strong,a').reverse())
    if ((element.textContent ?? '').trim() === '' && !element.querySelector('img,br,hr,table,iframe')) element.remove();
  return true;
}

function piecesOf(kept: Element): Map<string, ChildNode[]> {
  const pieces = new Map<string, ChildNode[]>();
  const walker = kept.ownerDocument.createTreeWalker(kept, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = wordsOf(node);
    if (text.length < shortest || node.parentElement?.closest('figcaption')) continue;
    pieces.set(text, [...(pieces.get(text) ?? []), node as Text]);
  }
  return pieces;
}

function wordsOf(node: Node): string {
  return (node.nodeValue ?? '').replace(/\s+/gu, ' ').trim();
}

/** What is folded away, and would be shown on a click, counts as seen. */
function isSeen(element: Element): boolean {
  if (closest.call(element, 'details,[aria-expanded],[role="tabpanel"]')) return true;
  if (!checkVisibility.call(element, { visibilityProperty: true })) return false;
  const { width, height, right, bottom } = getBoundingClientRect.call(element);
  const isClipped = width <= 1 || height <= 1;
  return !isClipped && right + scrollX > 0 && bottom + scrollY > 0;
}
