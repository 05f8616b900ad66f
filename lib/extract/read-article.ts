/** Readability, kept from hanging, throwing or taking a page for granted. */
import { longestText } from './clean-text';
import { worthOf } from './is-article';
import type { Page } from './page';
import { Reader, readerAttempts } from './reader';

/** What Readability finds; `root` still carries the marks of `drawOutline`. */
export type Reading<Prepared> = { root: Element; byline: string; prepared: Prepared };

/** Below this Readability has most likely cut too much, and is tried once more with fewer scruples. */
const shortest = 500;
/** An attempt that cuts less is better when it finds that many times as much; the third is the last that is compared. */
const clearly = 1.5;
const enough = 2;

/**
 * Reads the article out of a copy of a page, which is used up by it: `prepare` gives a new one for each attempt, and
 * the article itself where a rule finds it, or null when there is no time for another. Null when there is no article or when Readability fails, as it may on markup that no parser would make.
 */
export function readArticle<Prepared extends { document: Document; page: Page; ruled: Element | null }>(
  prepare: () => Prepared | null,
  title: string,
): Reading<Prepared> | null {
  let best: Reading<Prepared> | null = null;
  let most = 0;
  for (const [at, attempt] of readerAttempts.entries()) {
    const prepared = prepare();
    if (!prepared?.document.documentElement || !prepared.document.body) break;
    if (prepared.ruled) return { root: prepared.ruled, byline: '', prepared };
    const found = tryToRead(prepared, attempt, title);
    const worth = found ? worthOf(found.root) : 0;
    if (worth > most * clearly) [best, most] = [found, worth];
    if (most >= shortest && (at === 0 || at === enough)) break;
  }
  return best;
}

function tryToRead<Prepared extends { document: Document; page: Page; ruled: Element | null }>(
  prepared: Prepared,
  attempt: number,
  title: string,
): Reading<Prepared> | null {
  try {
    const reader = new Reader(prepared.page, attempt, title);
    const root = reader.find();
    return root && { root, byline: reader.byline.slice(0, longestText), prepared };
  } catch {
    return null; // a page's fault: the caller falls back to its paragraphs
  }
}
