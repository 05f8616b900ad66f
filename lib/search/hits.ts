/** Sets of documents with scores, and how sets are joined. */
import type { Postings } from './postings';

/** Documents in ascending order, each with its score. */
export type Hits = { docs: Int32Array; scores: Float32Array };

export const noHits: Hits = { docs: new Int32Array(0), scores: new Float32Array(0) };

/** A list as hits: each step of weight is worth `impacts[step]`; without impacts nothing. */
export function hitsOf(list: Postings, impacts: Float32Array | null): Hits {
  const docs = list.docs.subarray(0, list.length);
  const scores = new Float32Array(list.length);
  if (impacts) for (let i = 0; i < list.length; i++) scores[i] = impacts[list.weights[i] ?? 0] ?? 0;
  let sorted = true;
  for (let i = 1; i < docs.length && sorted; i++) sorted = (docs[i - 1] ?? 0) < (docs[i] ?? 0);
  return sorted ? { docs, scores } : sortHits({ docs, scores });
}

/** Documents of several lists in one: sorted, of a document that is there twice the best score. */
function sortHits({ docs, scores }: Hits): Hits {
  let most = 0;
  for (const doc of docs) if (doc > most) most = doc;
  const best = new Float32Array(most + 1).fill(-1);
  let count = 0;
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i] ?? 0;
    const now = best[doc] ?? 0;
    if (now < 0) count++;
    best[doc] = Math.max(now, scores[i] ?? 0);
  }
  const sorted: Hits = { docs: new Int32Array(count), scores: new Float32Array(count) };
  let at = 0;
  for (let doc = 0; doc <= most; doc++) {
    const score = best[doc] ?? -1;
    if (score < 0) continue;
    sorted.docs[at] = doc;
    sorted.scores[at++] = score;
  }
  return sorted;
}

/** Documents of either; of those in both the sum of the scores. */
export function union(a: Hits, b: Hits): Hits {
  if (a.docs.length === 0) return b;
  if (b.docs.length === 0) return a;
  const docs = new Int32Array(a.docs.length + b.docs.length);
  const scores = new Float32Array(docs.length);
  let [i, j, to] = [0, 0, 0];
  while (i < a.docs.length || j < b.docs.length) {
    const x = a.docs[i] ?? Number.POSITIVE_INFINITY;
    const y = b.docs[j] ?? Number.POSITIVE_INFINITY;
    docs[to] = Math.min(x, y);
    let score = 0;
    if (x <= y) score += a.scores[i++] ?? 0;
    if (y <= x) score += b.scores[j++] ?? 0;
    scores[to++] = score;
  }
  return { docs: docs.subarray(0, to), scores: scores.subarray(0, to) };
}

/** Documents of both, with the sum of the scores. */
export function intersect(one: Hits, other: Hits): Hits {
  const [few, many] = one.docs.length <= other.docs.length ? [one, other] : [other, one];
  const docs = new Int32Array(few.docs.length);
  const scores = new Float32Array(few.docs.length);
  let to = 0;
  let j = 0;
  for (let i = 0; i < few.docs.length && j < many.docs.length; i++) {
    const doc = few.docs[i] ?? 0;
    j = advance(many.docs, j, doc);
    if (many.docs[j] !== doc) continue;
    docs[to] = doc;
    scores[to++] = (few.scores[i] ?? 0) + (many.scores[j] ?? 0);
  }
  return { docs: docs.subarray(0, to), scores: scores.subarray(0, to) };
}

/** Documents of `a` that are not in `b`. */
export function subtract(a: Hits, b: Hits): Hits {
  if (b.docs.length === 0 || a.docs.length === 0) return a;
  const docs = new Int32Array(a.docs.length);
  const scores = new Float32Array(a.docs.length);
  let to = 0;
  let j = 0;
  for (let i = 0; i < a.docs.length; i++) {
    const doc = a.docs[i] ?? 0;
    j = advance(b.docs, j, doc);
    if (b.docs[j] === doc) continue;
    docs[to] = doc;
    scores[to++] = a.scores[i] ?? 0;
  }
  return { docs: docs.subarray(0, to), scores: scores.subarray(0, to) };
}

/** The first place from `from` on whose document is not below `doc`: by steps that double, then by halves. */
function advance(docs: Int32Array, from: number, doc: number): number {
  let step = 1;
  let low = from;
  while (low + step < docs.length && (docs[low + step] ?? 0) < doc) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, docs.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((docs[middle] ?? 0) < doc) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many documents are in both. */
export function countBoth(a: Hits, b: Hits): number {
  return intersect(a, b).docs.length;
}

/** The hits with every score multiplied. */
export function weigh({ docs, scores }: Hits, by: number): Hits {
  return { docs, scores: scores.map((score) => score * by) };
}

/** The documents for which `keep` says yes. */
export function filterHits({ docs, scores }: Hits, keep: (doc: number) => boolean): Hits {
  const places: number[] = [];
  for (let i = 0; i < docs.length; i++) if (keep(docs[i] ?? 0)) places.push(i);
  return {
    docs: Int32Array.from(places, (i) => docs[i] ?? 0),
    scores: Float32Array.from(places, (i) => scores[i] ?? 0),
  };
}
