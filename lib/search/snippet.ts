/** The passage of a text that answers a search best, cut between sentences, with its matches. */
import { sentenceEnds } from '../model/sentences';
import { findMatches, type Mark, type Match, type MatchWord, marksOf } from './matched-words';

/** `marks` are places in `text`. Where the passage begins or ends inside a sentence, `text` has an ellipsis there. */
export type Snippet = { text: string; marks: Mark[] };

/** How wide a passage is by default, in letters; a Chinese character takes the room of two. */
const usualRoom = 220;

const wide = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\u3000-\u303f\uff00-\uff60]/gu;
const widthOf = (text: string) => text.length + (text.match(wide)?.length ?? 0);

/**
 * One or more whole sentences of one paragraph with as many of the words as possible, the earliest such place; a
 * sentence beyond the room is cut between words. Null when the text holds none of the words.
 */
export function cutSnippet(text: string, words: readonly MatchWord[], room = usualRoom): Snippet | null {
  const matches = findMatches(text, words);
  const best = bestMatch(text, matches, room);
  if (!best) return null;
  const paragraph = paragraphAround(text, best);
  const span = sentencesAround(text, paragraph, best, room);
  return widthOf(text.slice(span.from, span.to)) > room * 1.25
    ? cutInside(text, span, matches, best, room)
    : snippetOf(text, span, matches, false, false);
}

/** The match after which, within the room, most different words follow in its paragraph. */
function bestMatch(text: string, matches: readonly Match[], room: number): Match | null {
  let best: Match | null = null;
  let most = 0;
  for (const [i, match] of matches.entries()) {
    const seen = new Set<number>();
    for (let j = i; j < matches.length; j++) {
      const other = matches[j];
      if (!other || other.to - match.from > room) break;
      if (!seen.has(other.word) && !text.slice(match.from, other.from).includes('\n')) seen.add(other.word);
    }
    if (seen.size > most) [best, most] = [match, seen.size];
  }
  return best;
}

function paragraphAround(text: string, { from, to }: Mark): Mark {
  const end = text.indexOf('\n', to);
  return { from: text.lastIndexOf('\n', Math.max(0, from - 1)) + 1, to: end < 0 ? text.length : end };
}

/** How much of a paragraph is looked at for the bounds of sentences: some pages have no paragraphs at all. */
const near = 2000;

/** The sentence of the match, and those after it, then before it, for which there is room. */
function sentencesAround(text: string, paragraph: Mark, match: Mark, room: number): Mark {
  const from = Math.max(paragraph.from, match.from - near);
  const part = text.slice(from, Math.min(paragraph.to, match.to + near));
  const ends = [0, ...sentenceEnds(part)].map((end) => from + end);
  const first = ends.findLastIndex((end) => end <= match.from);
  let [start, stop] = [Math.max(0, first), first + 1];
  while (stop < ends.length - 1 && (ends[stop] ?? 0) < match.to) stop++;
  const fits = (a: number, b: number) => widthOf(text.slice(ends[a], ends[b])) <= room;
  while (stop < ends.length - 1 && fits(start, stop + 1)) stop++;
  while (start > 0 && fits(start - 1, stop)) start--;
  return { from: ends[start] ?? paragraph.from, to: ends[stop] ?? paragraph.to };
}

/** A part of a long sentence: some words before the match (a quarter of the room), then as many as there is room for. */
function cutInside(text: string, span: Mark, matches: readonly Match[], match: Mark, room: number): Snippet {
  let from = match.from;
  while (from > span.from && widthOf(text.slice(from - 1, match.from)) <= room / 4) from--;
  if (from > span.from) from = wordStart(text, from, match.from);
  let to = match.to;
  while (to < span.to && widthOf(text.slice(from, to + 1)) <= room) to++;
  if (to < span.to) to = wordEnd(text, match.to, to);
  return snippetOf(text, { from, to }, matches, from > span.from, to < span.to);
}

/** The first place from `from` where a word or a Chinese character begins. */
function wordStart(text: string, from: number, most: number): number {
  for (let at = from; at < most; at++) {
    if (/[\s\p{P}]/u.test(text.charAt(at - 1)) && !/[\s\p{P}]/u.test(text.charAt(at))) return at;
    if (isWide(text.charAt(at)) && isWide(text.charAt(at - 1))) return at;
  }
  return most;
}

function wordEnd(text: string, least: number, to: number): number {
  for (let at = to; at > least; at--) {
    if (/[\s\p{P}]/u.test(text.charAt(at))) return at;
    if (isWide(text.charAt(at)) && isWide(text.charAt(at - 1))) return at;
  }
  return to;
}

const isWide = (character: string) => character !== '' && character.search(wide) === 0;

/** The span with white space made single, ellipses where it was cut, and the marks moved along. */
function snippetOf(text: string, span: Mark, matches: readonly Match[], before: boolean, after: boolean): Snippet {
  let made = before ? '…' : '';
  /** Where each character of the span went. */
  const places: number[] = [];
  for (const character of text.slice(span.from, span.to).split('')) {
    places.push(made.length);
    const space = /\s/u.test(character);
    if (!space) made += character;
    else if (made !== '' && made !== '…' && !made.endsWith(' ')) made += ' ';
  }
  const inside = marksOf(matches.filter(({ from, to }) => from >= span.from && to <= span.to));
  const end = made.trimEnd();
  const placeOf = (at: number) => Math.min(end.length, places[at - span.from] ?? end.length);
  const marks = inside.map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to) }));
  return { text: after ? `${end}…` : end, marks: marks.filter(({ from, to }) => to > from) };
}
