/** A text in parts, those that answer a search marked, so that a view can show them as text and `<mark>`. */
import { findMatches, type Mark, type MatchWord, marksOf } from '../search/matched-words';

export type MarkedPart = { text: string; marked: boolean };

/** The text in parts, in order; one unmarked part when no word is in it. */
export function markMatches(text: string, words: readonly MatchWord[]): MarkedPart[] {
  return markParts(text, marksOf(findMatches(text, words)));
}

/** The text in parts by its marks, which rise and do not overlap. */
export function markParts(text: string, marks: readonly Mark[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    if (from > at) parts.push({ text: text.slice(at, from), marked: false });
    parts.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), marked: false });
  return parts;
}
