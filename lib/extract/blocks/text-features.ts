/** What the words of a block alone say of it, as numbers. */
import type { Block } from './collect-blocks';
import { countCharacters, kind } from './count-characters';
import { isPlain } from './letters';

/** What is yes or no stays so: a list that does not hold numbers only keeps them as they were made. */
export type Features = (number | boolean)[];

/** Characters at the beginning of a block that speak for all of it. */
const startLength = 400;

/** Of the words, a Han or kana character counts for half a word. */
export function ofText({ text, linked, links, bold, slanted }: Block): Features {
  const length = text.length || 1;
  const start = text.slice(0, startLength);
  const counts = countCharacters(start);
  const words = (counts[kind.wide] / 2 + counts[kind.runs]) * (text.length / start.length || 1);
  return [
    Math.log1p(words),
    linked / length,
    Math.min(links, 10),
    endsSentence(text),
    counts[kind.comma] / (words + 1),
    counts[kind.stop] / (words + 1),
    counts[kind.digit] / start.length,
    counts[kind.capital] / (counts[kind.space] + 1),
    /[:：]\s*$/u.test(text.slice(-3)),
    isSmall(start),
    counts[kind.digit] > 2 && /(?:19|20)\d\d|\d:\d\d/u.test(start.slice(0, 80)),
    counts[kind.sign] + countOf(/https?:|www\./gu, start),
    /^["“„«「『]/u.test(start),
    countOf(/\b(?:I|you|your|we|our|us)\b/gu, start) / (words + 1),
    Math.min(bold / length, 1),
    Math.min(slanted / length, 1),
    counts[kind.wide] > 0,
  ];
}

/** Whether a text begins with a small letter. */
function isSmall(text: string): boolean {
  return (isPlain(text.slice(0, 1)) ? /^[a-zµß-öø-ÿ]/u : /^\p{Ll}/u).test(text);
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?。！？…"”’」]\s*$/u.test(text.slice(-4));
}
