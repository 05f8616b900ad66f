/** Where the article stands in the page: what is before it, in it and after it. */
import { textOf } from './clean-text';
import { chain, heldBlocks, isIn, markedIn, nearest, numberOf, type Outline } from './outline';
import type { Article } from './passes/pass';

export type Place = {
  /** Numbers of the first and the last part of the page whose text Readability kept. */
  first: number;
  last: number;
  /** The smallest element that holds all of it and its headline. */
  scope: Element;
};

const textBlock = /^(?:p|div|li|h[23]|blockquote|pre|td)$/u;
const fewestCharacters = 20;

const places = new WeakMap<Article, Place | null>();

/** The place of the article in its page, found once; null when Readability kept nothing that can be found again. */
export function placeOf(article: Article): Place | null {
  const known = places.get(article);
  if (known !== undefined) return known;
  const place = findPlace(article);
  places.set(article, place);
  return place;
}

function findPlace({ root, outline }: Article): Place | null {
  const marked = markedIn(root);
  const isText = (block: Element) => isTextBlock(outline, block);
  const [start, end] = [marked.find(isText), marked.findLast(isText)];
  if (!start || !end) return null;
  const [first, last] = [numberOf(start), numberOf(end)];
  const body = commonAncestor(outline, outline.parts[first], outline.parts[last]);
  const heading = outline.parts.slice(0, first).findLast((part) => part.localName === 'h1') ?? null;
  return body && { first, last, scope: scopeOf(outline, body, heading) };
}

/** A block with words of its own: not a container whose words belong to blocks inside it. */
function isTextBlock(outline: Outline, kept: Element): boolean {
  const original = outline.parts[numberOf(kept)];
  return (
    original !== undefined &&
    textBlock.test(original.localName) &&
    !heldBlocks(outline, numberOf(kept)) &&
    !nearest(outline, original, 'figure') &&
    textOf(kept).length >= fewestCharacters
  );
}

function scopeOf(outline: Outline, body: Element, heading: Element | null): Element {
  const named = nearest(outline, body, 'article,main,[role="main"]');
  if (named?.localName === 'article' && heading && isIn(outline, heading, named)) return named;
  const common = heading && commonAncestor(outline, body, heading);
  if (common && !common.matches('body,html')) return !named || isIn(outline, common, named) ? common : named;
  return named ?? common ?? body;
}

function commonAncestor(outline: Outline, a: Element | undefined, b: Element | undefined): Element | null {
  const above = new Set(a && chain(outline, a));
  for (const at of b ? chain(outline, b) : []) if (above.has(at)) return at;
  return null;
}
