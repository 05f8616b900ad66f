/** Where the article stands in the page: what is before it, in it and after it. */

import { cleanText } from './metadata/clean-text';
import { markAttribute, markOf, nameOf } from './page';
import type { Article } from './passes/pass';

export type Place = {
  /** The page's elements whose text Readability kept, in document order. */
  first: Element;
  last: Element;
  /** The smallest element that holds all kept blocks. */
  body: Element;
  /** The smallest element that holds the body and its headline. */
  scope: Element;
  heading: Element | null;
};

const besideName =
  /related|recommend|sidebar|comment|footer|newsletter|promo|sponsor|advert|(?:^|[\s_-])ads?(?:[\s_-]|$)|teaser|more-|most-|popular|trending|outbrain|taboola|share|social|author|avatar|profile|breadcrumb|navbar|menu|read-next|up-next|推荐|相关/iu;
const fewestWords = 20;

const places = new WeakMap<Article, Place | null>();

/** The place of the article in its page, found once; null when Readability kept nothing that can be found again. */
export function placeOf(article: Article): Place | null {
  const known = places.get(article);
  if (known !== undefined) return known;
  const place = findPlace(article);
  places.set(article, place);
  return place;
}

function findPlace(article: Article): Place | null {
  const blocks: Element[] = [];
  for (const block of article.root.querySelectorAll(`[${markAttribute}]`)) {
    const original = article.marked[markOf(block) ?? -1];
    if (original && isTextBlock(original, block)) blocks.push(original);
  }
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return null;
  const body = commonAncestor(first, last);
  const heading = headingNear(body, first);
  return { first, last, body, heading, scope: scopeOf(body, heading) };
}

/** A block with words of its own: not a container whose words belong to blocks inside it. */
function isTextBlock(original: Element, kept: Element): boolean {
  if (original.closest('figure') || original.querySelector('p,div,section,article,ul,ol,table,h1,h2,h3,figure'))
    return false;
  return cleanText(kept.textContent).length >= fewestWords;
}

function headingNear(body: Element, first: Element): Element | null {
  const headings = [...body.ownerDocument.querySelectorAll('h1')].filter((heading) => precedes(heading, first));
  return headings.at(-1) ?? null;
}

function scopeOf(body: Element, heading: Element | null): Element {
  const named = body.closest('article,main,[role="main"]');
  const common = heading ? commonAncestor(body, heading) : null;
  if (common && !common.matches('body,html'))
    return named?.contains(common) || !named ? common : named.contains(heading) ? common : named;
  return named ?? common ?? body;
}

function commonAncestor(a: Element, b: Element): Element {
  let ancestor: Element = a;
  while (!ancestor.contains(b) && ancestor.parentElement) ancestor = ancestor.parentElement;
  return ancestor;
}

export function precedes(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Whether an element is in something that only accompanies the article, below `scope`. */
export function isBeside(element: Element, scope: Element): boolean {
  for (let parent: Element | null = element; parent && parent !== scope; parent = parent.parentElement) {
    if (parent.matches('aside,nav,footer,form,[role="complementary"],[role="navigation"],[hidden]')) return true;
    if (besideName.test(nameOf(parent))) return true;
  }
  return false;
}
