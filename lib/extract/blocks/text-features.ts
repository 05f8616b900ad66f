/** What the words of a block alone say of it, as numbers. */
import type { Block } from './collect-blocks';
import { countCharacters, kind } from './count-characters';

/** Characters at the beginning of a block that speak for all of it. */
const startLength = 400;

/** Adds to `features`; of the words, a Han or kana character counts for half a word. */
export function ofText({ text, linked, links, bold, slanted }: Block, features: number[]): void {
  const length = text.length || 1;
  const start = text.slice(0, startLength);
  const counts = countCharacters(start);
  const of = (which: number) => counts[which] as number;
  const words = (of(kind.wide) / 2 + of(kind.runs)) * (text.length / start.length || 1);
  const count = (pattern: RegExp) => start.match(pattern)?.length ?? 0;
  features.push(
    Math.log1p(words),
    linked / length,
    Math.min(links, 10),
    Number(endsSentence(text)),
    of(kind.comma) / (words + 1),
    of(kind.stop) / (words + 1),
    of(kind.digit) / start.length,
    of(kind.capital) / (of(kind.space) + 1),
    Number(/[:：]\s*$/u.test(text.slice(-3))),
    Number(/^\p{Ll}/u.test(start)),
    Number(/(?:19|20)\d\d|\d:\d\d/u.test(start.slice(0, 80))),
    of(kind.sign) + count(/https?:|www\./gu),
    Number(/^["“„«「『]/u.test(start)),
    count(/\b(?:I|you|your|we|our|us)\b/gu) / (words + 1),
    Math.min(bold / length, 1),
    Math.min(slanted / length, 1),
    Number(of(kind.wide) > 0),
  );
}

/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?。！？…"”’」]\s*$/u.test(text.slice(-4));
}
