/** Text as the index sees it: words of scripts that space them, pairs of characters of those that do not. */
import { foldForSearch } from './fold';

/** A longer word is known by its beginning. */
const longestWord = 40;

/** Most English text is ASCII, and without Unicode classes a search is several times as fast. */
const ascii = /^[\0-\x7f]*$/;
const asciiRun = /[a-z0-9]+/g;
const run = /[\p{L}\p{N}\p{M}]+/gu;
const unspacedRun =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Bopo}]+/gu;
const mayBeUnspaced = /[^\0-\u0dff]/u;
/** `BAIC's` is found as `BAIC`. */
const possessive = /(?<=[\p{L}\p{N}])['’]s(?![\p{L}\p{N}])/gu;

/** A piece of text between signs and spaces; `unspaced`: of a script that does not space its words. */
type Piece = { text: string; unspaced: boolean };

/** The pieces of folded text, in order. */
function* piecesOf(text: string): Generator<Piece> {
  const folded = foldForSearch(text);
  const plain = /['’]s/u.test(folded) ? folded.replace(possessive, '') : folded;
  if (ascii.test(plain)) {
    for (const word of plain.match(asciiRun) ?? []) yield { text: word.slice(0, longestWord), unspaced: false };
    return;
  }
  for (const [letters] of plain.matchAll(run)) {
    if (!mayBeUnspaced.test(letters)) {
      yield { text: letters.slice(0, longestWord), unspaced: false };
      continue;
    }
    let at = 0;
    for (const match of letters.matchAll(unspacedRun)) {
      if (match.index > at) yield { text: letters.slice(at, match.index).slice(0, longestWord), unspaced: false };
      yield { text: match[0], unspaced: true };
      at = match.index + match[0].length;
    }
    if (at < letters.length) yield { text: letters.slice(at).slice(0, longestWord), unspaced: false };
  }
}

/** Calls `visit` with every token of a text that the index keeps; the last character of a run stands alone too. */
export function eachToken(text: string, visit: (token: string) => void): void {
  for (const piece of piecesOf(text)) {
    if (!piece.unspaced) {
      visit(piece.text);
      continue;
    }
    let before = '';
    for (const character of piece.text) {
      if (before) visit(before + character);
      before = character;
    }
    visit(before);
  }
}

/** What is looked up for typed words: every key must be there. */
export type Lookup = {
  /** A token, or the beginning of one. */
  key: string;
  prefix: boolean;
  /** A word that may be misspelled: of a script that spaces its words. */
  spaced: boolean;
};

/** The look-ups for typed text; with `prefix` its last word may go on. */
export function lookupsOf(text: string, prefix: boolean): Lookup[] {
  const pieces = [...piecesOf(text)];
  const lookups = new Map<string, Lookup>();
  pieces.forEach((piece, i) => {
    const last = prefix && i === pieces.length - 1;
    for (const lookup of piece.unspaced ? pairsOf(piece.text) : [{ key: piece.text, prefix: last, spaced: true }])
      lookups.set(`${lookup.key}${lookup.prefix}`, lookup);
  });
  return [...lookups.values()];
}

/** A single character is found as the beginning of the pairs it opens and alone at the end of a run. */
function pairsOf(text: string): Lookup[] {
  const characters = [...text];
  if (characters.length === 1) return [{ key: text, prefix: true, spaced: false }];
  return characters.slice(1).map((character, i) => ({ key: characters[i] + character, prefix: false, spaced: false }));
}

/** Words and single characters in order: what must stand side by side in a phrase. */
export function sequenceOf(text: string): string[] {
  const sequence: string[] = [];
  for (const piece of piecesOf(text))
    if (piece.unspaced) sequence.push(...piece.text);
    else sequence.push(piece.text);
  return sequence;
}

/** Whether looking up the pairs and words of `text` says all there is: it is one word or one pair. */
export function isOneToken(text: string): boolean {
  const pieces = [...piecesOf(text)];
  const [only] = pieces;
  return pieces.length < 2 && (!only?.unspaced || [...only.text].length <= 2);
}

const isUnspaced = (joined: string): boolean => joined !== '' && joined.replace(unspacedRun, '') === '';
const signs = /[^\p{L}\p{N}\p{M}]+/gu;

/** Whether `sequence` stands in `text`; with `prefix` the last word may go on. */
export function holdsSequence(text: string, sequence: readonly string[], prefix = false): boolean {
  const folded = foldForSearch(text);
  const joined = sequence.join('');
  // Few texts need to be cut up: characters stand together, or they do so at least when signs between them are gone.
  if (isUnspaced(joined)) {
    if (folded.includes(joined)) return true;
    if (!folded.replace(signs, '').includes(joined)) return false;
  } else if (!sequence.every((word) => folded.includes(word))) return false;
  const words = sequenceOf(text);
  const last = sequence.length - 1;
  const fits = (at: number, i: number) =>
    i === last && prefix ? words[at + i]?.startsWith(sequence[i] ?? '') : words[at + i] === sequence[i];
  for (let at = 0; at + last < words.length; at++) {
    let i = 0;
    while (i <= last && fits(at, i)) i++;
    if (i > last) return true;
  }
  return false;
}
