/** Readability, kept from hanging, throwing or taking a page for granted. */
import { Readability } from '@mozilla/readability';
import { longestText } from './clean-text';

/** What Readability says of a page, as it says it; `root` still carries the marks of `drawOutline`. */
export type Reading = { root: Element; title: string; byline: string };

/**
 * Reads the article out of `document`, which is used up by it. Null when there is none or when Readability fails, as
 * it may on markup that no parser would make.
 */
export function readArticle(document: Document): Reading | null {
  if (!document.documentElement || !document.body) return null;
  try {
    const found = new Readability<Element>(document, {
      serializer: (node) => node as Element,
      // Passes go by what the site calls a block; the sanitiser drops classes in any case.
      keepClasses: true,
    }).parse();
    if (!found?.content) return null;
    const [title = '', byline = ''] = [found.title, found.byline].map((text) => (text ?? '').slice(0, longestText));
    return { root: found.content, title, byline };
  } catch {
    return null; // a page's fault: the caller falls back to its paragraphs
  }
}
