/**
 * Finds the words of an annotation again: where they stood, else by their quote and its context, else approximately.
 * An annotation that is found at no place or at a doubtful one is an orphan: better none than a wrong one.
 */
import searchNearly from 'approx-string-match';
import type { TextSelectors } from '../model/annotation';
import { aWord, type Candidate, choose, promising, readApart, telling, type Wanted, weigh } from './candidate';
import { denseOf, type SearchableText } from './dense-text';
import { edit, occurrences, weightOf } from './likeness';
import type { Span } from './ranges';

export type Place = Span & {
  /** `exact`: the very words; `changed`: words that were rewritten a little. */
  how: 'exact' | 'changed';
};

/**
 * How alike, from 0 to 1, the words around a place must be to what was around the marked ones: `each` side and both
 * (`context`), by how much the marked words say (see `weightOf`), and where words were rewritten.
 */
const enough = {
  few: { each: 0.75, context: 0.85 },
  some: { each: 0.5, context: 0.75 },
  many: { each: 0, context: 0.5 },
  rewritten: { each: 0.8, context: 0.9 },
};
/** The same for words that were rewritten at home: there they need be less alike. */
const enoughAtHome = 0.6;
/** The share of letters that may be others where words were rewritten; of the search, and measured afterwards. */
const errorRate = 0.25;
const mostErrors = 0.35;
/** Longer quotes are found by their two ends: approximate search costs by the length. */
const longest = 400;
const end = 160;
/** By how much of its length a text becomes longer or shorter when single words of it are replaced. */
const drift = 0.03;
/** Letters on each side of an expected place in which rewritten words are looked for, and how often. */
const reach = 160;
const looks = 3;

/** Where an annotation may be by its path, and how far that is into its element. */
export type Hint = { at: number; offset: number };

/**
 * The place of an annotation's words in a text, or null: then it is an orphan. `followPath` is asked when the words are
 * not where they stood, and gives null when the path leads nowhere; annotations without a path have none.
 */
export function findPlace(
  text: SearchableText,
  { quote, position }: TextSelectors,
  followPath: (() => Hint | null) | null = null,
): Place | null {
  const [exact, prefix, suffix] = [denseOf(quote.exact), denseOf(quote.prefix), denseOf(quote.suffix)];
  if (exact === '') return null;
  const stood = position ? text.toDense(position.start) : null;
  if (stood !== null && isAt(text.dense, { exact, prefix, suffix }, stood))
    return placeOf(text, stood, stood + exact.length, 'exact');
  const hint = followPath?.() ?? null;
  const hinted = hint && text.toDense(hint.at);
  const home = followPath ? agree(stood, hinted) : stood;
  const within = followPath ? 30 + (hint?.offset ?? 0) * drift : 8;
  return search(text, {
    exact,
    prefix,
    suffix,
    expected: [stood, hinted].filter((place) => place !== null),
    home: home === null ? null : { at: home, within },
    isApart: readApart(quote),
  });
}

/** What the path says, if the position says nearly the same: then no paragraph before it came or went. */
function agree(stood: number | null, hinted: number | null): number | null {
  return stood !== null && hinted !== null && Math.abs(hinted - stood) <= 35 + stood * drift ? hinted : null;
}

/** Whether the very words stand at a place, between the very words that were around them. */
function isAt(
  dense: string,
  { exact, prefix, suffix }: Pick<Wanted, 'exact' | 'prefix' | 'suffix'>,
  at: number,
): boolean {
  const isBetween = dense.startsWith(exact, at) && dense.startsWith(suffix, at + exact.length);
  return isBetween && dense.slice(Math.max(0, at - prefix.length), at) === prefix;
}

function search(text: SearchableText, wanted: Wanted): Place | null {
  const place = (span: Span | null, how: Place['how']) => span && placeOf(text, span.start, span.end, how);
  const exact = findExact(text, wanted);
  if (exact?.isSure && exact.isHome && exact.context === 1) return place(exact, 'exact');
  // The words as they were may stand elsewhere too, while those that were marked have been rewritten where they are.
  const still = findStill(text, wanted);
  if (still && (!exact || isMoreLikely(still, exact))) return place(still, 'changed');
  if (exact?.isSure) return place(exact, 'exact');
  if (standsThere(exact)) return place(findBetween(text.dense, wanted, 0), 'exact');
  const changed = findChanged(text, wanted) ?? findBetween(text.dense, wanted, mostErrors);
  return changed ? place(changed, 'changed') : place(exact?.isTold ? exact : null, 'exact');
}

/** Whether the very words stand at home or in the wanted surroundings, if not clearly so: rewritten ones elsewhere are none. */
const standsThere = (exact: Candidate | null): boolean =>
  exact !== null && (exact.isHome || exact.context >= enough.rewritten.context);

/** Whether words were rather rewritten where they are expected than said at another place as they were. */
function isMoreLikely(still: Candidate, exact: Candidate): boolean {
  if (exact.context === 1) return still.context === 1 && still.isHome;
  if (exact.isHome && still.distance > exact.distance) return false;
  return still.context > exact.context + (exact.isHome ? 0.3 : -0.05);
}

function placeOf(text: SearchableText, start: number, stop: number, how: Place['how']): Place {
  return { start: text.toFull(start), end: text.toFull(stop - 1) + 1, how };
}

/** `isSure`: what is around it says so; `isTold`: nobody says such words twice. */
type ExactPlace = Candidate & { isSure: boolean; isTold: boolean };

/** Where the very words stand: at the expected place if the context is there too, else where the context fits best. */
function findExact(text: SearchableText, wanted: Wanted): ExactPlace | null {
  const { exact } = wanted;
  const found = promising(text, wanted).map((at) => weigh(text, wanted, { start: at, end: at + exact.length }));
  const chosen = choose(found);
  if (!chosen) return null;
  const { best, isClear } = chosen;
  const weight = weightOf(exact);
  const needed = weight < telling / 2 ? enough.few : weight < telling ? enough.some : enough.many;
  const isOnly = found.length === 1;
  const isAtHome = best.isAtHome || (best.isHome && isOnly && weight >= aWord);
  const isAgreed = best.isInBlock || isEnough(best, needed) || isAtHome;
  return { ...best, isSure: isClear && isAgreed, isTold: isOnly && weight >= telling };
}

function isEnough({ worse, context }: Candidate, needed: { each: number; context: number }): boolean {
  return worse >= needed.each && context >= needed.context;
}

/** Where words nearly the same stand at one of the expected places, in nearly the same surroundings. */
function findStill(text: SearchableText, wanted: Wanted): Candidate | null {
  const { exact, expected } = wanted;
  return findRewritten(text, wanted, (dense) =>
    expected.flatMap((at) => {
      const from = Math.max(0, at - reach);
      const window = dense.slice(from, at + exact.length + reach);
      return nearlyAll(window, exact, looks).map(({ start, end: stop }) => ({ start: start + from, end: stop + from }));
    }),
  );
}

/** Where words nearly the same stand anywhere, by Myers' search; see the licence of `approx-string-match`. */
function findChanged(text: SearchableText, wanted: Wanted): Candidate | null {
  return findRewritten(text, wanted, (dense) => nearlyAll(dense, wanted.exact));
}

function findRewritten(
  text: SearchableText,
  wanted: Wanted,
  lookIn: (dense: string) => readonly Span[],
): Candidate | null {
  const { exact } = wanted;
  if (weightOf(exact) < 15) return null;
  // The search tells only of the best: copies of the very words would hide those that were rewritten.
  const dense = text.dense.replaceAll(exact, '\0'.repeat(exact.length));
  const found = lookIn(dense).map((span) => weigh({ ...text, dense }, wanted, settleEnds(dense, wanted, span)));
  const chosen = choose(found);
  if (!chosen?.isClear) return null;
  const { best } = chosen;
  const isAgreed = best.isInBlock || isEnough(best, enough.rewritten) || (best.isHome && best.context >= enoughAtHome);
  return isAgreed && errorsAt(dense, wanted, best) <= mostErrors ? best : null;
}

/** What of the words was changed at a place, as a share; of long ones at their beginning. */
function errorsAt(dense: string, { exact }: Wanted, { start, end: stop }: Span): number {
  return edit(exact.slice(0, 2 * longest), dense.slice(start, stop).slice(0, 2 * longest));
}

function nearlyAll(dense: string, exact: string, times = 1): Span[] {
  return exact.length <= longest ? nearly(dense, exact, times) : byEnds(dense, exact);
}

/** The search tells only of the best: to look again is to look past those. */
function nearly(dense: string, words: string, times = 1): Span[] {
  const found = searchNearly(dense, words, Math.floor(words.length * errorRate));
  const spans = found.map(({ start, end }) => ({ start, end }));
  if (times === 1 || spans.length === 0) return spans;
  let rest = dense;
  for (const { start, end: stop } of spans) rest = blank(rest, start, stop);
  return [...spans, ...nearly(rest, words, times - 1)];
}

const blank = (text: string, start: number, stop: number): string =>
  text.slice(0, start) + '\0'.repeat(stop - start) + text.slice(stop);

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

/** What stands between the same context and nowhere else, if no more than the share `errors` of it is other than the words. */
function findBetween(dense: string, wanted: Wanted, errors: number): Span | null {
  const { exact, prefix, suffix } = wanted;
  const [before, after] = [prefix.slice(-16), suffix.slice(0, 16)];
  if (Math.min(weightOf(before), weightOf(after)) < 12) return null;
  const found = occurrences(dense, before).flatMap((at) => {
    const start = at + before.length;
    const stop = dense.indexOf(after, start);
    if (stop <= start || stop - start > exact.length * 1.5 + 8) return [];
    return edit(exact, dense.slice(start, stop)) <= errors ? [{ start, end: stop }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
