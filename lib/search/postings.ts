/** Lists of documents in memory: sorted numbers, each with a weight of eight steps. How they are written: `lists.ts`. */

/** How many steps a weight has. */
export const weightSteps = 8;

/** A list in memory: `weights` are steps, all 0 in a list of runs. */
export type Postings = { docs: Int32Array; weights: Uint8Array; length: number };

export function newPostings(size = 16): Postings {
  return { docs: new Int32Array(size), weights: new Uint8Array(size), length: 0 };
}

export function push(list: Postings, doc: number, weight: number): void {
  if (list.length === list.docs.length) grow(list, 2 * list.length);
  list.docs[list.length] = doc;
  list.weights[list.length++] = weight;
}

/** Makes room for so many more. */
export function reserve(list: Postings, more: number): void {
  if (list.docs.length < list.length + more) grow(list, Math.max(list.length + more, 2 * list.length));
}

function grow(list: Postings, size: number): void {
  const docs = new Int32Array(size);
  docs.set(list.docs);
  const weights = new Uint8Array(size);
  weights.set(list.weights);
  list.docs = docs;
  list.weights = weights;
}

/** A set of document numbers, one bit each. */
export type DocSet = Uint8Array;

export const hasDoc = (set: DocSet, doc: number): boolean => ((set[doc >> 3] ?? 0) & (1 << (doc & 7))) !== 0;
