/** Looks into the texts of documents for words that must stand side by side: the index knows only that all are there. */
import type { SearchIndex } from './search-index';
import { holdsSequence } from './tokens';

/** Words that must stand side by side in one text of a document. */
export type SequenceCheck = { sequence: readonly string[]; prefix: boolean };

/** Texts of so many documents are in memory at once. */
const textsAtOnce = 64;

/** Those of the documents whose texts hold all that is still to be checked. */
export async function passing(
  index: SearchIndex,
  docs: readonly number[],
  checks: readonly SequenceCheck[],
): Promise<number[]> {
  const passed: number[] = [];
  for (let from = 0; from < docs.length; from += textsAtOnce) {
    const some = docs.slice(from, from + textsAtOnce);
    const texts = await index.texts(some);
    passed.push(...some.filter((_, i) => holdsAll(texts[i] ?? [], checks)));
  }
  return passed;
}

const holdsAll = (texts: readonly string[], checks: readonly SequenceCheck[]): boolean =>
  checks.every(({ sequence, prefix }) => texts.some((text) => holdsSequence(text, sequence, prefix)));
