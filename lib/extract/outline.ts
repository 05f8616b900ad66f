/** How a page was built before Readability took it apart: enough to find the place of the article in it again. */
import { attribute, find, select } from './dom';
import { readNames } from './page';

/** Numbers each part of a page, so that it is known again in what Readability makes of it. */
const mark = 'data-clipsheet-mark';
const parts = 'p,div,li,h1,h2,h3,h4,blockquote,pre,td,figure,img';

/** Elements outlive being moved or taken out; who was where, and under what name, has to be written down. */
export type Outline = {
  /** Blocks, headings, figures and images in document order; the number of each is its mark. */
  parts: readonly Element[];
  /** The parents of the parts, and theirs. */
  parents: ReadonlyMap<Element, Element | null>;
  /** Class and id; Readability lets a child inherit those of a parent that it takes away. */
  names: ReadonlyMap<Element, string>;
  /** The caption of each figure that has one. */
  captions: ReadonlyMap<Element, Element>;
};

/** Marks the parts of `document` and writes down where they stand. */
export function drawOutline(document: Document): Outline {
  const outline = {
    parts: select(document, parts),
    parents: new Map<Element, Element | null>(),
    names: readNames(document).of,
    captions: new Map<Element, Element>(),
  };
  for (let number = 0; number < outline.parts.length; number++) {
    const part = outline.parts[number] as Element;
    part.setAttribute(mark, `${number}`);
    climb(part, outline.parents);
  }
  for (const figure of select(document, 'figure')) {
    const caption = find(figure, 'figcaption');
    if (caption) outline.captions.set(figure, caption);
  }
  return outline;
}

/** Writes down who is above `element`, as far as that is not known yet. */
function climb(element: Element, parents: Map<Element, Element | null>): void {
  for (let at: Element | null = element; at && !parents.has(at); ) {
    const above: Element | null = at.parentElement;
    parents.set(at, above);
    at = above;
  }
}

/** Whether blocks, headings or figures stood in the part with that number: those that did come right after it. */
export function heldBlocks(outline: Outline, number: number): boolean {
  const part = outline.parts[number] as Element;
  for (let next = number + 1; next < outline.parts.length; next++) {
    const inner = outline.parts[next] as Element;
    if (!isIn(outline, inner, part)) return false;
    if (/^(?:p|div|li|td|h[123]|figure)$/u.test(inner.localName)) return true;
  }
  return false;
}

/** The number of a part, or of what Readability has made of it; -1 for what Readability made itself. */
export function numberOf(element: Element): number {
  return Number(attribute(element, mark) || -1);
}

/** Every marked element below `root`. */
export function markedIn(root: Element): Element[] {
  return select(root, `[${mark}]`);
}

/** `element` and those it was in, from the inside, up to but without `scope`. */
export function* chain(outline: Outline, element: Element, scope?: Element): Generator<Element> {
  for (let at: Element | null | undefined = element; at && at !== scope; at = outline.parents.get(at)) yield at;
}

/** The nearest of the chain that matches. */
export function nearest(outline: Outline, element: Element, selector: string): Element | null {
  let at: Element | null | undefined = element;
  while (at && !at.matches(selector)) at = outline.parents.get(at);
  return at ?? null;
}

/** Whether `element` was in `container`, or is it. */
export function isIn(outline: Outline, element: Element, container: Element): boolean {
  let at: Element | null | undefined = element;
  while (at && at !== container) at = outline.parents.get(at);
  return at === container;
}

const besideName =
  /related|recommend|sidebar|comment|footer|newsletter|promo|sponsor|advert|(?:^|[\s_-])ads?(?:[\s_-]|$)|(?<!article[-_]{1,2}|header[-_])teaser|more-|most-|popular|trending|outbrain|taboola|share|social|author|avatar|profile|breadcrumb|navbar|menu|read-next|up-next|推荐|相关/iu;

/** Whether an element was in something that only accompanies the article, below `scope`. */
export function isBeside(outline: Outline, element: Element, scope: Element): boolean {
  for (const at of chain(outline, element, scope)) {
    if (at.matches('aside,nav,footer,form,[role="complementary"],[role="navigation"],[hidden]')) return true;
    // What an image itself is called says how it looks.
    if (at !== element && besideName.test(outline.names.get(at) ?? '')) return true;
  }
  return false;
}
