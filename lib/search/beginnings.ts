/**
 * Beginnings of three letters that many words have: their lists as one, the best weight of each document, so that who
 * types the third letter does not have all of these words read. Written behind the last of the words, in blocks of their
 * own, where the directory of a segment shows whether there is one.
 */
import { blocksBetween } from './block';
import { bodyFamily } from './families';
import { newPostings, type Postings, push } from './postings';
import { exactly, shortestBeginning, type TermRange } from './search-index';

/** Behind every term that begins with what stands before it; no text has it. */
const end = '\uffff';
const length = bodyFamily.length + shortestBeginning;
const lastSpaced = 0x0dff;

export const isBeginning = (term: string): boolean => term.endsWith(end);

/** The beginning that a term is one of, with its family; none for what is no word of a text of three letters or more. */
function beginningOf(term: string): string {
  if (term.length < length || !term.startsWith(bodyFamily)) return '';
  for (let i = bodyFamily.length; i < length; i++) if (term.charCodeAt(i) > lastSpaced) return '';
  return term.slice(0, length);
}

/**
 * Where a range of terms stands in a segment with this directory: in the list of its beginning when it has one. `whole`
 * as in `blocksBetween`.
 */
export function rangeIn(
  firsts: readonly string[],
  range: TermRange,
  whole: boolean,
): { range: TermRange; first: number; last: number } {
  const [first, last] = blocksBetween(firsts, range.from, range.to, whole);
  if (range.from.length !== length || range.to !== range.from + end || firsts[last + 1] !== range.to)
    return { range, first, last };
  const [, lastOfIt] = blocksBetween(firsts, range.to, `${range.to}\0`);
  return { range: exactly(range.to), first: last + 1, last: lastOfIt };
}

/** A beginning's term and list. */
type Beginning = { term: string; list: Postings };

/** Joins the lists of one beginning after the other. */
export class Beginnings {
  private best = new Uint8Array(1024); // the step of a document and one
  private beginning = '';
  private items = 0;
  private documents = 0;
  private readonly many: number;
  private readonly unseen: string;

  /**
   * A beginning whose lists have `many` items together, and twice as many as documents, is worth a list. Of that of the
   * term `after` not all terms will come.
   */
  constructor(many: number, after: string | null) {
    this.many = many;
    this.unseen = after === null ? '' : beginningOf(after);
  }

  /** Takes a term with its list; the terms come in order, and `ended` is called when the next `isBehind`. */
  take(term: string, list: Postings): void {
    if (this.many === Number.POSITIVE_INFINITY) return;
    if (this.beginning === '') this.beginning = beginningOf(term);
    if (this.beginning === this.unseen) this.beginning = '';
    if (this.beginning === '') return;
    this.items += list.length;
    for (let i = 0; i < list.length; i++) {
      const doc = list.docs[i] as number;
      if (doc >= this.best.length) this.grow(doc + 1);
      const before = this.best[doc] as number;
      const step = (list.weights[i] as number) + 1;
      if (before === 0) this.documents++;
      if (before < step) this.best[doc] = step;
    }
  }

  private grow(size: number): void {
    const larger = new Uint8Array(Math.max(size, 2 * this.best.length));
    larger.set(this.best);
    this.best = larger;
  }

  /** Whether `next` does not begin as the terms before, so that all of these have come. */
  isBehind(next: string | undefined): boolean {
    return this.beginning === '' || next === undefined || !next.startsWith(this.beginning);
  }

  /** What the terms before have in common, if it is worth a list. */
  ended(): Beginning | null {
    const { beginning, items, documents } = this;
    const isWorth = beginning !== '' && items >= this.many && items >= 2 * documents;
    const list = newPostings(isWorth ? documents : 0);
    for (let doc = 0; isWorth && list.length < documents; doc++) {
      const step = this.best[doc] as number;
      if (step > 0) push(list, doc, step - 1);
    }
    if (items > 0) this.best.fill(0);
    [this.beginning, this.items, this.documents] = ['', 0, 0];
    return isWorth ? { term: beginning + end, list } : null;
  }
}
