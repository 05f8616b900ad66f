/**
 * Finds the words of an annotation again: where they stood, else by their quote and its context, else approximately.
 * An annotation that is found at no place or at a doubtful one is an orphan: better none than a wrong one.
 */
import searchNearly from 'approx-string-match';
import type { TextSelectors } from '../model/annotation';
import { type Candidate, choose, contextAt, distance, home, telling, type Wanted, weigh } from './candidate';
import { condense, type DenseText, denseOf } from './dense-text';
import { edit, occurrences, weightOf } from './likeness';
import type { Span } from './ranges';

export type Place = Span & {
  /** `exact`: the very words; `changed`: words that were rewritten a little. */
  how: 'exact' | 'changed';
};

/** A text in which many annotations are looked for. */
export type SearchableText = { text: string } & DenseText;

export function makeSearchable(text: string): SearchableText {
  return { text, ...condense(text) };
}

/** How alike context must be, from 0 to 1, for words of a given weight (see `weightOf`), and for few words. */
const enough = { context: 0.5, someContext: 0.25, fewWords: 0.7 };
const errorRate = 0.25;
/** Longer quotes are found by their two ends: approximate search costs by the length. */
const longest = 400;
const end = 160;
/**
 * The place of an annotation's words in a text, or null: then it is an orphan. `hints` gives further places where it may
 * be, such as by its path; it is asked when the words are not where they stood.
 */
export function findPlace(
  text: SearchableText,
  { quote, position }: TextSelectors,
  hints: () => readonly number[] = () => [],
): Place | null {
  const [exact, prefix, suffix] = [denseOf(quote.exact), denseOf(quote.prefix), denseOf(quote.suffix)];
  if (exact === '') return null;
  const stood = position ? [text.toDense(position.start)] : [];
  const [at] = stood.filter((start) => isAt(text.dense, { exact, prefix, suffix }, start));
  if (at !== undefined) return placeOf(text, at, at + exact.length, 'exact');
  const expected = [...stood, ...hints().map((place) => text.toDense(place))];
  return search(text, { exact, prefix, suffix, expected });
}

/** Whether the very words stand at a place, between the very words that were around them. */
function isAt(dense: string, { exact, prefix, suffix }: Omit<Wanted, 'expected'>, at: number): boolean {
  const isBetween = dense.startsWith(exact, at) && dense.startsWith(suffix, at + exact.length);
  return isBetween && dense.slice(Math.max(0, at - prefix.length), at) === prefix;
}

function search(text: SearchableText, wanted: Wanted): Place | null {
  const place = (span: Span | null, how: Place['how']) => span && placeOf(text, span.start, span.end, how);
  const exact = findExact(text.dense, wanted);
  if (exact?.isSure && exact.isHome) return place(exact, 'exact');
  // The words as they were may stand elsewhere too, while those that were marked have been rewritten where they are.
  const still = findStill(text.dense, wanted);
  if (exact?.isSure) {
    const isStill = still !== null && still.context > exact.context - 0.15;
    return isStill ? place(still, 'changed') : place(exact, 'exact');
  }
  const changed = still ?? findChanged(text.dense, wanted) ?? findBetween(text.dense, wanted);
  if (exact && !(changed && contextAt(text.dense, wanted, changed.start, changed.end) > enough.context))
    return exact.isTold ? place(exact, 'exact') : null;
  return place(changed, 'changed');
}

function placeOf(text: DenseText, start: number, stop: number, how: Place['how']): Place {
  return { start: text.toFull(start), end: text.toFull(stop - 1) + 1, how };
}

/** `isSure`: the context says so; `isTold`: nobody says such words twice; `isHome`: where they were expected. */
type ExactPlace = Span & { isSure: boolean; isTold: boolean; isHome: boolean; context: number };

/** Where the very words stand: at the expected place if the context is there too, else where the context fits best. */
function findExact(dense: string, wanted: Wanted): ExactPlace | null {
  const { exact } = wanted;
  for (const at of wanted.expected)
    if (isAt(dense, wanted, at))
      return { start: at, end: at + exact.length, isSure: true, isTold: true, isHome: true, context: 1 };
  const found = promising(dense, wanted).map((at) => weigh(dense, wanted, { start: at, end: at + exact.length }));
  const chosen = choose(found);
  if (!chosen) return null;
  const { best, isClear } = chosen;
  const weight = weightOf(exact);
  return {
    ...best,
    isSure: isClear && best.score >= (weight < telling / 2 && !best.isFirm ? enough.fewWords : enough.context),
    isTold: found.length === 1 && (weight >= telling || (weight >= telling / 2 && best.context >= enough.someContext)),
    isHome: best.score > best.context,
  };
}

/** Places of the very words; of many those that have something of the context beside them, and the nearest. */
function promising(dense: string, wanted: Wanted): number[] {
  const { exact, prefix, suffix } = wanted;
  const all = occurrences(dense, exact);
  if (all.length <= 40) return all;
  const [before, after] = [prefix.slice(-5), suffix.slice(0, 5)];
  const has = (at: number) =>
    (before !== '' && dense.startsWith(before, at - before.length)) ||
    (after !== '' && dense.startsWith(after, at + exact.length));
  const near = all.toSorted((a, b) => distance(wanted, a) - distance(wanted, b)).slice(0, 20);
  return [...new Set([...near, ...all.filter(has).slice(0, 40)])];
}

/** Where words nearly the same stand at one of the expected places, in nearly the same surroundings. */
function findStill(dense: string, wanted: Wanted): Candidate | null {
  const { exact, expected } = wanted;
  if (weightOf(exact) < 15) return null;
  const found = expected.flatMap((at) => {
    const from = Math.max(0, at - 2 * home.within);
    const window = dense.slice(from, at + exact.length + 2 * home.within);
    return nearlyAll(window, exact).map(({ start, end: stop }) => ({ start: start + from, end: stop + from }));
  });
  const candidates = found
    .map((span) => weigh(dense, wanted, settleEnds(dense, wanted, span)))
    .filter((one) => one.context >= 0.75 && errorsAt(dense, wanted, one) <= 0.4);
  const chosen = choose(candidates);
  return chosen?.isClear ? chosen.best : null;
}

/** Where words nearly the same stand, by Myers' search; see the licence of `approx-string-match`. */
function findChanged(text: string, wanted: Wanted): Span | null {
  const { exact } = wanted;
  // The search tells only of the best: copies of the very words would hide those that were rewritten.
  const dense = text.replaceAll(exact, '\0'.repeat(exact.length));
  if (weightOf(exact) < 15) return null;
  const found = nearlyAll(dense, exact).map((span) => weigh(dense, wanted, settleEnds(dense, wanted, span)));
  const chosen = choose(found);
  if (!chosen) return null;
  const { best, isClear } = chosen;
  const errors = errorsAt(dense, wanted, best);
  const isNear = errors <= 0.12 && weightOf(exact) >= telling;
  const isPlaced = best.context >= enough.context && errors <= 0.4;
  return isClear && (isPlaced || (isNear && found.length === 1)) ? best : null;
}

/** What of the words was changed at a place, as a share; of long ones at their beginning. */
function errorsAt(dense: string, { exact }: Wanted, { start, end: stop }: Span): number {
  return edit(exact.slice(0, 2 * longest), dense.slice(start, stop).slice(0, 2 * longest));
}

function nearlyAll(dense: string, exact: string): Span[] {
  return exact.length <= longest ? nearly(dense, exact) : byEnds(dense, exact);
}

function nearly(dense: string, words: string): Span[] {
  return searchNearly(dense, words, Math.floor(words.length * errorRate)).map(({ start, end }) => ({ start, end }));
}

/** Pairs of what is nearly the beginning and what is nearly the end, as far from each other as they should be. */
function byEnds(dense: string, exact: string): Span[] {
  const heads = nearly(dense, exact.slice(0, end));
  const tails = nearly(dense, exact.slice(-end));
  return heads.flatMap(({ start }) =>
    tails
      .filter((tail) => Math.abs(tail.end - start - exact.length) <= exact.length * errorRate)
      .map((tail) => ({ start, end: tail.end })),
  );
}

/** An approximate match may begin some letters early or late: where the context stands is sharper. */
function settleEnds(dense: string, { exact, prefix, suffix }: Wanted, span: Span): Span {
  const reach = Math.max(24, Math.floor(Math.min(exact.length, longest) * 0.4));
  const before = nearest(dense, prefix.slice(-10), span.start - 10, reach);
  const after = nearest(dense, suffix.slice(0, 10), span.end, reach);
  const start = before === null ? span.start : before + prefix.slice(-10).length;
  const stop = after === null ? span.end : after;
  return start < stop ? { start, end: stop } : span;
}

/** Where `words` stand nearest to `at`, at most `reach` away. */
function nearest(dense: string, words: string, at: number, reach: number): number | null {
  if (words.length < 5) return null;
  const window = dense.slice(Math.max(0, at - reach), at + reach + words.length);
  const places = occurrences(window, words).map((place) => place + Math.max(0, at - reach));
  places.sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  return places[0] ?? null;
}

/** Short words that were rewritten: what stands between the same context, if it is as long and has something of them. */
function findBetween(dense: string, wanted: Wanted): Span | null {
  const { exact, prefix, suffix } = wanted;
  const [before, after] = [prefix.slice(-16), suffix.slice(0, 16)];
  if (Math.min(weightOf(before), weightOf(after)) < 12) return null;
  const found = occurrences(dense, before).flatMap((at) => {
    const start = at + before.length;
    const stop = dense.indexOf(after, start);
    if (stop <= start || stop - start > exact.length * 1.5 + 8) return [];
    return edit(exact, dense.slice(start, stop)) <= 0.5 ? [{ start, end: stop }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
