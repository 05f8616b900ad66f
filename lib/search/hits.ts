/** Sets of documents with scores, and how sets are joined. */
import type { Postings } from './postings';

/** Documents in ascending order, each with its score. */
export type Hits = { docs: Int32Array; scores: Float32Array };

export const noHits: Hits = { docs: new Int32Array(0), scores: new Float32Array(0) };

/** A list as hits: each step of weight is worth `impacts[step]`; without impacts nothing. */
export function hitsOf(list: Postings, impacts: Float32Array | null): Hits {
  const { docs, weights, length } = inOrder(list);
  const scores = new Float32Array(length);
  if (impacts) for (let i = 0; i < length; i++) scores[i] = impacts[weights[i] as number] as number;
  return { docs: docs.subarray(0, length), scores };
}

/** Two lists as hits, each with what its steps are worth; of a document in both the sum. */
export function hitsOfBoth(one: Postings, worth: Float32Array, other: Postings, otherWorth: Float32Array): Hits {
  if (other.length === 0) return hitsOf(one, worth);
  if (one.length === 0) return hitsOf(other, otherWorth);
  const [many, few] = [inOrder(one), inOrder(other)];
  const docs = new Int32Array(many.length + few.length);
  const scores = new Float32Array(docs.length);
  let i = 0;
  let to = 0;
  const copy = (end: number) => {
    for (; i < end; i++) {
      docs[to] = many.docs[i] as number;
      scores[to++] = worth[many.weights[i] as number] as number;
    }
  };
  for (let j = 0; j < few.length; j++) {
    const doc = few.docs[j] as number;
    copy(advance(many.docs, i, doc, many.length));
    let score = otherWorth[few.weights[j] as number] as number;
    if (i < many.length && many.docs[i] === doc) score += worth[many.weights[i++] as number] as number;
    docs[to] = doc;
    scores[to++] = score;
  }
  copy(many.length);
  return { docs: docs.subarray(0, to), scores: scores.subarray(0, to) };
}

/** The list itself when it is sorted and names nothing twice; else a sorted one, with the best weight of each document. */
function inOrder(list: Postings): Postings {
  const { docs, weights, length } = list;
  let most = -1;
  let sorted = true;
  for (let i = 0; i < length; i++) {
    const doc = docs[i] as number;
    if (doc > most) most = doc;
    else sorted = false;
  }
  if (sorted) return list;
  const best = new Uint8Array(most + 1); // 0: not there
  let count = 0;
  for (let i = 0; i < length; i++) {
    const doc = docs[i] as number;
    const weight = (weights[i] as number) + 1;
    const before = best[doc] as number;
    if (before === 0) count++;
    if (weight > before) best[doc] = weight;
  }
  const ordered: Postings = { docs: new Int32Array(count), weights: new Uint8Array(count), length: count };
  for (let doc = 0, to = 0; to < count; doc++) {
    const weight = best[doc] as number;
    if (weight === 0) continue;
    ordered.docs[to] = doc;
    ordered.weights[to++] = weight - 1;
  }
  return ordered;
}

/** So many times as long a list is copied in pieces; nearer ones are walked through side by side. */
const muchLonger = 64;

/** Documents of either; of those in both the sum of the scores. */
export function union(a: Hits, b: Hits): Hits {
  if (a.docs.length === 0) return b;
  if (b.docs.length === 0) return a;
  const [few, many] = a.docs.length <= b.docs.length ? [a, b] : [b, a];
  return many.docs.length > muchLonger * few.docs.length ? unionFar(few, many) : unionNear(few, many);
}

function unionNear(few: Hits, many: Hits): Hits {
  const one = few.docs;
  const other = many.docs;
  const docs = new Int32Array(one.length + other.length);
  const scores = new Float32Array(docs.length);
  let i = 0;
  let j = 0;
  let to = 0;
  // Nothing is made inside the loop, and what is read is in bounds: it runs over tens of thousands for every search.
  while (i < one.length && j < other.length) {
    const x = one[i] as number;
    const y = other[j] as number;
    if (x < y) {
      docs[to] = x;
      scores[to++] = few.scores[i++] as number;
    } else if (y < x) {
      docs[to] = y;
      scores[to++] = many.scores[j++] as number;
    } else {
      docs[to] = x;
      scores[to++] = (few.scores[i++] as number) + (many.scores[j++] as number);
    }
  }
  docs.set(one.subarray(i), to);
  scores.set(few.scores.subarray(i), to);
  to += one.length - i;
  docs.set(other.subarray(j), to);
  scores.set(many.scores.subarray(j), to);
  to += other.length - j;
  return { docs: docs.subarray(0, to), scores: scores.subarray(0, to) };
}

/** What lies between two of the fewer is copied at once. */
function unionFar(few: Hits, many: Hits): Hits {
  const pieces = new Pieces(many, few.docs.length + many.docs.length);
  for (let i = 0; i < few.docs.length; i++) {
    const doc = few.docs[i] ?? 0;
    const at = advance(many.docs, pieces.from, doc);
    pieces.copyTo(at);
    const isInBoth = many.docs[at] === doc;
    pieces.add(doc, (few.scores[i] ?? 0) + (isInBoth ? (many.scores[at] ?? 0) : 0));
    if (isInBoth) pieces.from++;
  }
  return pieces.end();
}

/** Hits put together of another's pieces, which are copied at once, and of what is between them. */
class Pieces {
  private readonly source: Hits;
  private readonly docs: Int32Array<ArrayBuffer>;
  private readonly scores: Float32Array<ArrayBuffer>;
  private length = 0;
  /** Where in the source the next piece begins. */
  from = 0;

  constructor(source: Hits, most: number) {
    this.source = source;
    this.docs = new Int32Array(most);
    this.scores = new Float32Array(most);
  }

  copyTo(end: number): void {
    if (end > this.from) {
      this.docs.set(this.source.docs.subarray(this.from, end), this.length);
      this.scores.set(this.source.scores.subarray(this.from, end), this.length);
      this.length += end - this.from;
    }
    this.from = end;
  }

  add(doc: number, score: number): void {
    this.docs[this.length] = doc;
    this.scores[this.length++] = score;
  }

  /** All of it, with the rest of the source. */
  end(): Hits {
    this.copyTo(this.source.docs.length);
    return { docs: this.docs.subarray(0, this.length), scores: this.scores.subarray(0, this.length) };
  }
}

/** So many times as long a list is searched by steps that double; nearer ones are walked through side by side. */
const farLonger = 8;

/** Documents of both, with the sum of the scores. */
export function intersect(one: Hits, other: Hits): Hits {
  const [few, many] = one.docs.length <= other.docs.length ? [one, other] : [other, one];
  const docs = new Int32Array(few.docs.length);
  const scores = new Float32Array(few.docs.length);
  const isFar = many.docs.length > farLonger * few.docs.length;
  const end = many.docs.length;
  let to = 0;
  let j = 0;
  for (let i = 0; i < few.docs.length && j < end; i++) {
    const doc = few.docs[i] as number;
    if (isFar) j = advance(many.docs, j, doc);
    else while (j < end && (many.docs[j] as number) < doc) j++;
    if (many.docs[j] !== doc) continue;
    docs[to] = doc;
    scores[to++] = (few.scores[i] as number) + (many.scores[j] as number);
  }
  return { docs: docs.subarray(0, to), scores: scores.subarray(0, to) };
}

/** Documents of `a` that are not in `b`. */
export function subtract(a: Hits, b: Hits): Hits {
  if (b.docs.length === 0 || a.docs.length === 0) return a;
  const pieces = new Pieces(a, a.docs.length);
  for (const doc of b.docs) {
    const at = advance(a.docs, pieces.from, doc);
    if (a.docs[at] !== doc) continue;
    pieces.copyTo(at);
    pieces.from = at + 1;
  }
  return pieces.end();
}

/** The first place from `from` on whose document is not below `doc`: by steps that double, then by halves. */
function advance(docs: Int32Array, from: number, doc: number, end = docs.length): number {
  let step = 1;
  let low = from;
  while (low + step < end && (docs[low + step] as number) < doc) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, end);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((docs[middle] as number) < doc) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many documents are in both. */
export function countBoth(a: Hits, b: Hits): number {
  return intersect(a, b).docs.length;
}

/** Multiplies every score of hits that nobody else has. */
export function weigh(hits: Hits, by: number): Hits {
  const { scores } = hits;
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) * by;
  return hits;
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
