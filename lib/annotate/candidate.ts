/** Places where the words of an annotation may be, told apart by what stands around them and by how far they are. */
import type { SearchableText } from './dense-text';
import { commonEnd, commonStart, likeness, occurrences, weightOf } from './likeness';
import type { Span } from './ranges';

/**
 * What is looked for, all in dense form. `expected`: where it may be, by its position and by its path; `home`: where it
 * is if nothing before it came or went, since the two agree.
 */
export type Wanted = {
  exact: string;
  prefix: string;
  suffix: string;
  expected: readonly number[];
  home: { at: number; within: number } | null;
  /** Whether they began and ended between words. */
  isApart: { before: boolean; after: boolean };
};

/** Words of this weight are said once; of half of it, once where something of the context agrees. */
export const telling = 45;
/** Words of less weight stand within others anywhere. */
export const aWord = 6;

/** How much of the context what stands at home must have at least to be the marked words, also beside the very letters. */
const enoughAtHome = { any: 0.35, touched: 0.25 };
/** What is at home then, or beside the very letters, counts as having so much more of its context. */
const bonus = { home: 0.55, touched: 0.1 };
/** What is said by the context of one side: a block that says less is no sign of anything. */
const oneSide = 28;
/** Places whose scores differ by less are not told apart by what is around them. */
const margin = 0.1;

/** A place and how well its surroundings are the wanted ones. */
export type Candidate = Span & {
  /** How alike the words around it are, from 0 to 1: on both sides, on the one and on the other. */
  context: number;
  better: number;
  worse: number;
  /** On both sides are the very words, or as far as the block goes: whole blocks come and go. */
  isInBlock: boolean;
  /** The last letters before it or the first ones after it are the wanted ones. */
  isTouched: boolean;
  /** It stands there; it also has enough of its context to be what stood there. */
  isHome: boolean;
  isAtHome: boolean;
  distance: number;
  score: number;
};

/** Letters of scripts that have capitals: these write words apart. */
const letter = /[\p{Lu}\p{Ll}\p{N}]/u;

/** What quoted words are apart from, by the last letter before them and the first after them. */
export function readApart({ prefix, suffix }: { prefix: string; suffix: string }): Wanted['isApart'] {
  return { before: !letter.test(prefix.slice(-1)), after: !letter.test(suffix.slice(0, 1)) };
}

/** Places of the very words; of many the nearest, and those that have most of the context beside them. */
export function promising(text: SearchableText, wanted: Wanted): number[] {
  const { dense } = text;
  const isShort = weightOf(wanted.exact) < aWord;
  const all = occurrences(dense, wanted.exact).filter((at) => !isShort || !cutsWord(text, wanted, at));
  if (all.length <= 40) return all;
  const alike = new Map(all.map((at) => [at, lettersAround(dense, wanted, at)]));
  const near = all.toSorted((a, b) => distance(wanted, a) - distance(wanted, b)).slice(0, 20);
  const best = all.toSorted((a, b) => (alike.get(b) ?? 0) - (alike.get(a) ?? 0)).slice(0, 40);
  return [...new Set([...near, ...best])];
}

/** Whether words that were whole would stand within others: dense text does not show where a word ends. */
function cutsWord({ text, toFull }: SearchableText, { exact, isApart }: Wanted, at: number): boolean {
  const [start, last] = [toFull(at), toFull(at + exact.length - 1)];
  const isWithin = (before: number) => letter.test(text.charAt(before)) && letter.test(text.charAt(before + 1));
  return (isApart.before && isWithin(start - 1)) || (isApart.after && isWithin(last));
}

/** How many of the letters beside a place are the wanted ones, each where it should be: a glance, for very many places. */
function lettersAround(dense: string, { exact, prefix, suffix }: Wanted, at: number): number {
  let same = 0;
  for (let i = 0; i < 12; i++) {
    if (i < prefix.length && dense[at - 1 - i] === prefix[prefix.length - 1 - i]) same++;
    if (i < suffix.length && dense[at + exact.length + i] === suffix[i]) same++;
  }
  return same;
}

/** Judges one place. */
export function weigh(text: SearchableText, wanted: Wanted, span: Span): Candidate {
  const sides = sidesAt(text, wanted, span).sort((a, b) => b.likeness - a.likeness);
  const [better = none, worse = better] = sides;
  const context = contextOf(wanted, better.likeness, worse.likeness);
  const isHome = wanted.home !== null && Math.abs(span.start - wanted.home.at) <= wanted.home.within;
  const isTouched = sides.some(({ touching }) => touching >= 4);
  const isAtHome = isHome && context >= (isTouched ? enoughAtHome.touched : enoughAtHome.any);
  const said = sides.reduce((sum, { touching }) => sum + touching, weightOf(wanted.exact));
  return {
    ...span,
    context,
    better: better.likeness,
    worse: worse.likeness,
    isInBlock: said >= oneSide && sides.every(({ likeness: alike, isCut }) => alike >= 0.95 || isCut),
    isTouched,
    isHome,
    isAtHome,
    distance: distance(wanted, span.start),
    score: context + (isAtHome ? bonus.home : 0) + (isTouched ? bonus.touched : 0),
  };
}

/**
 * The best of places that do not overlap, and whether it is clearly the best. Where whole surroundings are repeated
 * nobody can tell the places apart, and the nearest will do.
 */
export function choose(candidates: readonly Candidate[]): { best: Candidate; isClear: boolean } | null {
  const whole = candidates.filter(({ context }) => context === 1);
  const best = nearest(whole) ?? candidates.toSorted((a, b) => b.score - a.score || a.distance - b.distance)[0];
  if (!best) return null;
  const isRival = ({ start, end: stop, score }: Candidate) =>
    (stop <= best.start || start >= best.end) && best.score - score <= margin;
  return { best, isClear: whole.length > 0 || !candidates.some(isRival) };
}

function nearest(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.toSorted((a, b) => a.distance - b.distance)[0];
}

/** Letters to the nearest of the expected places; 0 when there are none. */
function distance({ expected }: Wanted, at: number): number {
  return expected.length === 0 ? 0 : Math.min(...expected.map((place) => Math.abs(place - at)));
}

/**
 * How well the words around a place are the wanted ones, from 0 to 1. One side may have changed; but few words are said
 * in many places, and need both.
 */
function contextOf({ exact }: Wanted, better: number, worse: number): number {
  const share = weightOf(exact) < telling / 2 ? 0.5 : 0.75;
  return share * better + (1 - share) * worse;
}

/** How like the wanted words are on one side of a place, and whether they are the same until a block ends. */
type Side = {
  likeness: number;
  isCut: boolean;
  /** What is said by the words that are the same from the place on (see `weightOf`). */
  touching: number;
};
const none: Side = { likeness: 0, isCut: false, touching: 0 };

function sidesAt(text: SearchableText, { prefix, suffix }: Wanted, { start, end: stop }: Span): Side[] {
  const before = text.dense.slice(Math.max(0, start - prefix.length), start);
  const after = text.dense.slice(stop, stop + suffix.length);
  const side = (words: string, found: string, alike: number, placeOf: (length: number) => number): Side => ({
    likeness: likeness(words, found),
    // The first letters of what follows may be the same by chance.
    isCut: [alike, alike - 1, alike - 2].some((length) => length >= 0 && text.isBorder(placeOf(length))),
    touching: weightOf(text.dense.slice(Math.min(placeOf(0), placeOf(alike)), Math.max(placeOf(0), placeOf(alike)))),
  });
  return [
    ...(prefix ? [side(prefix, before, commonEnd(prefix, before), (length) => start - length)] : []),
    ...(suffix ? [side(suffix, after, commonStart(suffix, after), (length) => stop + length)] : []),
  ];
}
