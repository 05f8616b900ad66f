/** Readability, kept from hanging, throwing or taking a page for granted. */
import { longestText, textLength } from './clean-text';
import { Reader, readerAttempts } from './reader';

/** What Readability finds; `root` still carries the marks of `drawOutline`. */
export type Reading<Prepared> = { root: Element; byline: string; prepared: Prepared };

/** Below this Readability has most likely cut too much, and is tried once more with fewer scruples. */
const shortest = 500;

/**
 * Reads the article out of a copy of a page, which is used up by it: `prepare` gives a new one for each attempt, and
 * the article itself where a rule finds it. Null
 * when there is no article or when Readability fails, as it may on markup that no parser would make.
 */
export function readArticle<Prepared extends { document: Document; ruled: Element | null }>(
  prepare: () => Prepared,
  title: string,
): Reading<Prepared> | null {
  let best: Reading<Prepared> | null = null;
  let most = 0;
  for (const attempt of readerAttempts) {
    const prepared = prepare();
    if (!prepared.document.documentElement || !prepared.document.body) return null;
    if (prepared.ruled) return { root: prepared.ruled, byline: '', prepared };
    const found = tryToRead(prepared, attempt, title);
    const length = found ? textLength(found.root) : 0;
    if (length > most) [best, most] = [found, length];
    if (most >= shortest) break;
  }
  return best;
}

function tryToRead<Prepared extends { document: Document; ruled: Element | null }>(
  prepared: Prepared,
  attempt: number,
  title: string,
): Reading<Prepared> | null {
  try {
    const reader = new Reader(prepared.document, attempt, title);
    const root = reader.find();
    return root && { root, byline: reader.byline.slice(0, longestText), prepared };
  } catch {
    return null; // a page's fault: the caller falls back to its paragraphs
  }
}
