/**
 * Finds the words of an annotation again: where they stood, else by their quote and its context, else approximately.
 * An annotation that is found at no place or at a doubtful one is an orphan: better none than a wrong one.
 */
import search from 'approx-string-match';
import type { TextSelectors } from '../model/annotation';
import { condense, type DenseText, denseOf } from './dense-text';
import { edit, likeness, occurrences, weightOf } from './likeness';
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

/** What is looked for, all in dense form. */
type Wanted = { exact: string; prefix: string; suffix: string; expected: readonly number[] };

/** How alike context must be, from 0 to 1, for words of a given weight (see `weightOf`). */
const enough = { context: 0.5, someContext: 0.25 };
/** Words of this weight are said once; of half of it, once where something of the context agrees. */
const telling = 45;
const errorRate = 0.25;
/** Longer quotes are found by their two ends: approximate search costs by the length. */
const longest = 400;
const end = 160;

/**
 * The place of an annotation's words in a text, or null: then it is an orphan. `hints` are further places where it may
 * be, such as by its path.
 */
export function findPlace(text: SearchableText, selectors: TextSelectors, hints: readonly number[] = []): Place | null {
  const { quote, position } = selectors;
  const expected = [...(position ? [position.start] : []), ...hints].map((place) => text.toDense(place));
  const wanted = {
    exact: denseOf(quote.exact),
    prefix: denseOf(quote.prefix),
    suffix: denseOf(quote.suffix),
    expected,
  };
  if (wanted.exact === '') return null;
  const place = (span: Span | null, how: Place['how']) => span && placeOf(text, span.start, span.end, how);
  const exact = findExact(text.dense, wanted);
  if (exact?.isSure) return place(exact, 'exact');
  // The words as they were may stand elsewhere too, while those that were marked have been rewritten.
  const changed = findChanged(text.dense, wanted) ?? findBetween(text.dense, wanted);
  if (exact && !(changed && contextAt(text.dense, wanted, changed.start, changed.end) > enough.context))
    return exact.isTold ? place(exact, 'exact') : null;
  return place(changed, 'changed');
}

function placeOf(text: DenseText, start: number, stop: number, how: Place['how']): Place {
  return { start: text.toFull(start), end: text.toFull(stop - 1) + 1, how };
}

/** `isSure`: the context says so; `isTold`: nobody says such words twice. */
type ExactPlace = Span & { isSure: boolean; isTold: boolean };

/** Where the very words stand: at the expected place if the context is there too, else where the context fits best. */
function findExact(dense: string, wanted: Wanted): ExactPlace | null {
  const { exact, prefix, suffix } = wanted;
  for (const at of wanted.expected) {
    if (!dense.startsWith(exact, at)) continue;
    const before = dense.slice(Math.max(0, at - prefix.length), at);
    if (before === prefix && dense.startsWith(suffix, at + exact.length))
      return { start: at, end: at + exact.length, isSure: true, isTold: true };
  }
  const found = occurrences(dense, exact).map((at) => ({
    at,
    context: contextAt(dense, wanted, at, at + exact.length),
  }));
  found.sort((a, b) => b.context - a.context || distance(wanted, a.at) - distance(wanted, b.at));
  const [best, second] = found;
  if (!best) return null;
  const weight = weightOf(exact);
  return {
    start: best.at,
    end: best.at + exact.length,
    isSure: best.context >= enough.context && (!second || isClear(wanted, best, second)),
    isTold: !second && (weight >= telling || (weight >= telling / 2 && best.context >= enough.someContext)),
  };
}

/** Of two places the one with the better context, or with the same context the one that is much nearer. */
function isClear(
  wanted: Wanted,
  best: { at: number; context: number },
  second: { at: number; context: number },
): boolean {
  if (best.context - second.context > 0.1) return true;
  return distance(wanted, best.at) * 4 < distance(wanted, second.at);
}

function distance({ expected }: Wanted, at: number): number {
  return expected.length === 0 ? 0 : Math.min(...expected.map((place) => Math.abs(place - at)));
}

/**
 * How well the words around `start` and `stop` are the wanted ones, from 0 to 1. One side may have changed; but few
 * words are said in many places, and need both.
 */
function contextAt(dense: string, { exact, prefix, suffix }: Wanted, start: number, stop: number): number {
  const sides = [
    ...(prefix ? [likeness(prefix, dense.slice(Math.max(0, start - prefix.length), start))] : []),
    ...(suffix ? [likeness(suffix, dense.slice(stop, stop + suffix.length))] : []),
  ].sort((a, b) => b - a);
  const [better = 0, worse = better] = sides;
  const share = weightOf(exact) < telling / 2 ? 0.5 : 0.75;
  return share * better + (1 - share) * worse;
}

/** Where words nearly the same stand, by Myers' search; see the licence of `approx-string-match`. */
function findChanged(text: string, wanted: Wanted): Span | null {
  const { exact } = wanted;
  // The search tells only of the best: copies of the very words would hide those that were rewritten.
  const dense = text.replaceAll(exact, '\0'.repeat(exact.length));
  if (weightOf(exact) < 15) return null;
  const spans = exact.length <= longest ? nearly(dense, exact) : byEnds(dense, exact);
  const scored = spans
    .map((span) => settleEnds(dense, wanted, span))
    .map((span) => ({
      span,
      context: contextAt(dense, wanted, span.start, span.end),
      errors: edit(exact.slice(0, 2 * longest), dense.slice(span.start, span.end).slice(0, 2 * longest)),
    }))
    .sort((a, b) => b.context - a.context || distance(wanted, a.span.start) - distance(wanted, b.span.start));
  const [best] = scored;
  if (!best) return null;
  const isNear = best.errors <= 0.12 && weightOf(exact) >= telling;
  const isPlaced = best.context >= enough.context && best.errors <= 0.4;
  return isPlaced || (isNear && scored.length === 1) ? best.span : null;
}

function nearly(dense: string, words: string): Span[] {
  return search(dense, words, Math.floor(words.length * errorRate)).map(({ start, end }) => ({ start, end }));
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
  const reach = Math.max(12, Math.floor(Math.min(exact.length, longest) * errorRate));
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
