/** Where the words of a search stand in a text, however the text writes them. */
import type { QueryNode } from '../model/search-query';
import { foldForSearch } from './fold';

/** Folded; without `prefix` the word must end where the match does. */
export type MatchWord = { text: string; prefix: boolean };
/** UTF-16 units of the original text; `to` is exclusive. */
export type Mark = { from: number; to: number };
/** `word`: which of the words looked for it is. */
export type Match = Mark & { word: number };

/** Enough of each word to choose a good passage by; a long text may hold thousands. */
const mostOfEach = 100;

const spaced = /[\p{L}\p{N}]/u;
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]/u;

/** The words that a query looks for, without those that it excludes. */
export function wordsOf(node: QueryNode | null): MatchWord[] {
  switch (node?.kind) {
    case 'term':
      return wordFrom(node.text, node.prefix);
    case 'phrase':
      return wordFrom(node.text, false);
    case 'and':
    case 'or':
      return node.nodes.flatMap(wordsOf);
    default:
      return [];
  }
}

function wordFrom(typed: string, prefix: boolean): MatchWord[] {
  const text = foldForSearch(typed).replace(/\s+/gu, ' ').trim();
  return text ? [{ text, prefix }] : [];
}

/** Every place of every word, in order of the text; places may overlap. */
export function findMatches(text: string, words: readonly MatchWord[]): Match[] {
  if (words.length === 0 || !text) return [];
  const { folded, placeOf } = foldWithPlaces(text);
  const matches: Match[] = [];
  for (const [word, { text: wanted, prefix }] of words.entries()) {
    let found = 0;
    for (let at = folded.indexOf(wanted); at >= 0 && found < mostOfEach; at = folded.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (!startsWord(folded, at) || !(prefix || endsWord(folded, end))) continue;
      matches.push({ word, from: placeOf(at), to: placeOf(end) });
      found++;
    }
  }
  return matches.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The matches as marks that neither touch nor overlap. */
export function marksOf(matches: readonly Mark[]): Mark[] {
  const marks: Mark[] = [];
  for (const { from, to } of matches) {
    const last = marks.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else marks.push({ from, to });
  }
  return marks;
}

/** From the start of a word, or anywhere in scripts that do not space their words. */
function startsWord(folded: string, at: number): boolean {
  const before = characterBefore(folded, at);
  return !spaced.test(before) || unspaced.test(before) || unspaced.test(characterAt(folded, at));
}

function endsWord(folded: string, end: number): boolean {
  const after = characterAt(folded, end);
  return !spaced.test(after) || unspaced.test(after) || unspaced.test(characterBefore(folded, end));
}

const characterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0x20);
const characterBefore = (text: string, at: number) => {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at);
};

/** How much is folded in one go. */
const chunk = 1024;

/**
 * Folding changes lengths (`½` becomes three characters). Text is folded in pieces, and only in a piece that became
 * longer or may have become shorter does each character say where it came from.
 */
function foldWithPlaces(text: string): { folded: string; placeOf: (at: number) => number } {
  const pieces: { at: number; from: number; places: readonly number[] | null }[] = [];
  let folded = '';
  for (let from = 0; from < text.length; ) {
    const to = endOfPiece(text, from);
    const part = text.slice(from, to);
    const whole = foldForSearch(part);
    const exact = whole.length === part.length && !shrinks.test(part) ? null : foldEach(part, from);
    pieces.push({ at: folded.length, from, places: exact?.places ?? null });
    folded += exact ? exact.folded : whole;
    from = to;
  }
  const placeOf = (at: number): number => {
    if (at >= folded.length) return text.length;
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    if (!piece) return text.length;
    return piece.places ? (piece.places[at - piece.at] ?? text.length) : piece.from + at - piece.at;
  };
  return { folded, placeOf };
}

/** What folding may make shorter, so that an equal length proves nothing. */
const shrinks = /[\u0300-\u036f\ud800-\udfff]/;

/** Marks (accents, vowel signs) stay with the letter before them. */
function endOfPiece(text: string, from: number): number {
  let to = Math.min(text.length, from + chunk);
  while (to < text.length && /[\p{M}\udc00-\udfff]/u.test(text.charAt(to))) to++;
  return to;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function foldEach(part: string, from: number): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  for (const { segment, index } of graphemes.segment(part)) {
    const one = foldForSearch(segment);
    for (let i = 0; i < one.length; i++) places.push(from + index);
    folded += one;
  }
  return { folded, places };
}
