/** The copy of a page that extraction works on, and the helpers to ask it for addresses and positions. */

/** A page's copy: never the live document, never anything that runs. */
export type Page = {
  document: Document;
  /** The address as visited. */
  url: string;
};

/** Numbers each block of the page, so that it is known again in what Readability makes of it. */
export const markAttribute = 'data-clipsheet-mark';

/** Elements that words may stand in. */
const textBlocks = ['p', 'div', 'li', 'h2', 'h3', 'blockquote', 'pre', 'td'] as const;

/** Marks the blocks of `document` in document order and returns them by their number. */
export function markElements(document: Document): Element[] {
  const elements = [...document.querySelectorAll(textBlocks.join(','))];
  for (const [number, element] of elements.entries()) element.setAttribute(markAttribute, String(number));
  return elements;
}

/** The number an element was given; null for one that Readability made itself. */
export function markOf(element: Element): number | null {
  const mark = element.getAttribute(markAttribute);
  return mark === null ? null : Number(mark);
}

/** `written` as an absolute http(s) address in the page; null when it is something else. */
export function absoluteAddress(page: Page, written: string | null | undefined): string | null {
  const trimmed = written?.trim();
  if (!trimmed || /^(?:data|javascript|about|blob):/iu.test(trimmed)) return null;
  try {
    const address = new URL(trimmed, page.document.baseURI);
    return address.protocol === 'http:' || address.protocol === 'https:' ? address.href : null;
  } catch {
    return null;
  }
}

/** The names of a page's elements, read once: several passes ask for them. */
const namesOf = new WeakMap<Document, [Element, string][]>();

/**
 * Elements of `document` whose class or id holds one of the words of `pattern`, in document order. One pass over all
 * names costs a tenth of a `[class*="…" i]` selector for each word.
 */
export function findByName(document: Document, pattern: RegExp): Element[] {
  let names = namesOf.get(document);
  if (!names) {
    names = [...document.querySelectorAll('[class],[id]')].map((element) => [element, nameOf(element)]);
    namesOf.set(document, names);
  }
  return names.filter(([element, name]) => pattern.test(name) && element.isConnected).map(([element]) => element);
}

/** Class and id of an element, for tests on what a site calls it. */
export function nameOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
}
