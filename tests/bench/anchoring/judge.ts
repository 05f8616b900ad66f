/** Whether what was found is what had been marked. */
import { telling } from '../../../lib/annotate/candidate';
import { denseOf, type SearchableText } from '../../../lib/annotate/dense-text';
import { commonEnd, commonStart, weightOf } from '../../../lib/annotate/likeness';
import type { Span } from '../../../lib/annotate/ranges';
import type { TextSelectors } from '../../../lib/model/annotation';

/**
 * `twin`: the same words in the same surroundings, which the page has twice; of those that are gone `copied`: the very
 * words stand elsewhere, and are too many to be said twice.
 */
export type Counts = Record<'right' | 'twin' | 'wrong' | 'lost' | 'orphaned' | 'copied' | 'misplaced', number>;
export const none: Counts = { right: 0, twin: 0, wrong: 0, lost: 0, orphaned: 0, copied: 0, misplaced: 0 };

/** What it is that was not found where it is; `words` are the marked ones in dense form, `found` what was taken for them. */
export function missed(words: string, found: string | null, truth: Span | null | undefined): keyof Counts {
  if (truth) return found === null ? 'lost' : 'wrong';
  if (found === null) return 'orphaned';
  return found === words && weightOf(words) >= telling ? 'copied' : 'misplaced';
}

/**
 * Whether the very words stand there between the very words that were around them: 12 letters on each side, or fewer
 * where the block ends in which they stand now, if what is the same says as much as the context of one side. Whoever
 * has a block twice, as a teaser or in a list, cannot tell which one was marked.
 */
export function isTwin(text: SearchableText, { start, end }: Span, { quote }: TextSelectors): boolean {
  const [exact = '', prefix = '', suffix = ''] = [quote.exact, quote.prefix, quote.suffix].map(denseOf);
  if (text.dense.slice(start, end) !== exact) return false;
  const before = commonEnd(prefix, text.dense.slice(0, start).slice(-prefix.length));
  const after = commonStart(suffix, text.dense.slice(end, end + suffix.length));
  const isFar = (length: number, words: string) => length >= Math.min(12, words.length);
  if (isFar(before, prefix) && isFar(after, suffix)) return true;
  const hasBorder = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at).some(text.isBorder);
  const isWhole =
    (isFar(before, prefix) || hasBorder(start - before, start)) &&
    (isFar(after, suffix) || hasBorder(end, end + after));
  return isWhole && weightOf(text.dense.slice(start - before, end + after)) >= 28;
}

export function overlap(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
