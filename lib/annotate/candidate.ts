/** Places where the words of an annotation may be, told apart by what stands around them and by how far they are. */
import { likeness, weightOf } from './likeness';
import type { Span } from './ranges';

/** What is looked for, all in dense form. */
export type Wanted = { exact: string; prefix: string; suffix: string; expected: readonly number[] };

/** Words of this weight are said once; of half of it, once where something of the context agrees. */
export const telling = 45;

/** What stands within so many letters of where it is expected counts as having so much more of its context. */
export const home = { within: 80, bonus: 0.25 };
/** Places whose scores differ by less are told apart by how far they are. */
const margin = 0.1;

/** A place and how well its surroundings are the wanted ones. */
export type Candidate = Span & {
  context: number;
  distance: number;
  score: number;
  /** On one side the very words are still there, as beside a border of what has been moved or left out. */
  isFirm: boolean;
};

/** Judges one place. */
export function weigh(dense: string, wanted: Wanted, span: Span): Candidate {
  const context = contextAt(dense, wanted, span.start, span.end);
  const isFirm = Math.max(...sidesAt(dense, wanted, span.start, span.end)) >= 0.95;
  const away = distance(wanted, span.start);
  const isHome = wanted.expected.length > 0 && away <= home.within;
  return { ...span, context, distance: away, score: context + (isHome ? home.bonus : 0), isFirm };
}

/**
 * The best of places that do not overlap, and whether it is clearly the best: by its surroundings, or with the same ones
 * by being much nearer. Where whole surroundings are repeated nobody can tell the places apart, and the nearest will do.
 */
export function choose(candidates: readonly Candidate[]): { best: Candidate; isClear: boolean } | null {
  const most = Math.max(...candidates.map(({ score }) => score));
  const rivals = candidates
    .filter(({ score }) => most - score <= margin)
    .toSorted((a, b) => a.distance - b.distance || b.score - a.score);
  const [best] = rivals;
  if (!best) return null;
  const next = rivals.find(({ start, end: stop }) => stop <= best.start || start >= best.end);
  const areTwins = rivals.every(({ context }) => context >= 0.9 && Math.abs(context - best.context) < 0.03);
  return { best, isClear: !next || best.distance * 4 < next.distance || areTwins };
}

/** Letters to the nearest of the expected places; 0 when there are none. */
export function distance({ expected }: Wanted, at: number): number {
  return expected.length === 0 ? 0 : Math.min(...expected.map((place) => Math.abs(place - at)));
}

/**
 * How well the words around `start` and `stop` are the wanted ones, from 0 to 1. One side may have changed; but few
 * words are said in many places, and need both.
 */
export function contextAt(dense: string, wanted: Wanted, start: number, stop: number): number {
  const [better = 0, worse = better] = sidesAt(dense, wanted, start, stop).sort((a, b) => b - a);
  const share = weightOf(wanted.exact) < telling / 2 ? 0.5 : 0.75;
  return share * better + (1 - share) * worse;
}

function sidesAt(dense: string, { prefix, suffix }: Wanted, start: number, stop: number): number[] {
  return [
    ...(prefix ? [likeness(prefix, dense.slice(Math.max(0, start - prefix.length), start))] : []),
    ...(suffix ? [likeness(suffix, dense.slice(stop, stop + suffix.length))] : []),
  ];
}
