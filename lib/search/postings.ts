/** Lists of documents: sorted numbers, each with a weight of eight steps, or runs of numbers without weights. */
import { type ByteReader, type ByteWriter, DamagedIndexError } from './bytes';
import type { ListForm } from './families';

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

function grow(list: Postings, size: number): void {
  const docs = new Int32Array(size);
  docs.set(list.docs);
  const weights = new Uint8Array(size);
  weights.set(list.weights);
  list.docs = docs;
  list.weights = weights;
}

/** Writes entries `from` to `to` of a list and returns how many items it wrote: postings, or runs. */
export function writeList(writer: ByteWriter, form: ListForm, list: Postings, from: number, to: number): number {
  const { docs, weights } = list;
  if (form === 'weighted') {
    for (let i = from, before = 0; i < to; i++) {
      const doc = docs[i] ?? 0;
      writer.varint((doc - before) * weightSteps + (weights[i] ?? 0));
      before = doc;
    }
    return to - from;
  }
  let runs = 0;
  for (let i = from, before = 0; i < to; runs++) {
    const first = docs[i] ?? 0;
    let last = first;
    for (i++; i < to && docs[i] === last + 1; i++) last++;
    writer.varint(first - before);
    writer.varint(last - first);
    before = last;
  }
  return runs;
}

/** A set of document numbers, one bit each. */
export type DocSet = Uint8Array;

const hasDoc = (set: DocSet, doc: number): boolean => ((set[doc >> 3] ?? 0) & (1 << (doc & 7))) !== 0;

/** Adds the `count` items at the reader's place to `list`, but no document of `without`. */
export function readList(
  reader: ByteReader,
  form: ListForm,
  count: number,
  list: Postings,
  without: DocSet | null,
): void {
  if (form === 'weighted') readWeighted(reader, count, list, without);
  else readRuns(reader, count, list, without);
}

function readRuns(reader: ByteReader, count: number, list: Postings, without: DocSet | null): void {
  let doc = 0;
  for (let i = 0; i < count; i++) {
    doc += reader.varint();
    const last = doc + reader.varint();
    if (last - doc > 1 << 28) throw new DamagedIndexError('a run is too long');
    for (; doc <= last; doc++) if (!without || !hasDoc(without, doc)) push(list, doc, 0);
    doc = last;
  }
}

// A common word has tens of thousands of items, and all are read: the two loops below call nothing for most of them.

function readWeighted(reader: ByteReader, count: number, list: Postings, without: DocSet | null): void {
  if (list.docs.length < list.length + count) grow(list, Math.max(list.length + count, 2 * list.length));
  const { docs, weights } = list;
  const { bytes } = reader;
  let { length } = list;
  let { at } = reader;
  for (let i = 0, doc = 0; i < count; i++) {
    let value = bytes[at++] as number;
    if (!(value < 128)) {
      reader.at = at;
      value = reader.rest(value);
      at = reader.at;
    }
    doc += value >>> 3;
    if (without !== null && hasDoc(without, doc)) continue;
    docs[length] = doc;
    weights[length++] = value & 7;
  }
  list.length = length;
}

/**
 * Writes the steps of `count` items with weights into `steps`, one byte for each document: the step and one, in the four
 * bits from `shift` on, or what is there if that is more. Returns how many documents had nothing before.
 */
export function markSteps(
  reader: ByteReader,
  count: number,
  steps: Uint8Array,
  shift: 0 | 4,
  without: DocSet | null,
): number {
  const { bytes } = reader;
  const mask = 15 << shift;
  let { at } = reader;
  let found = 0;
  let doc = 0;
  for (let i = 0; i < count; i++) {
    let value = bytes[at++] as number;
    if (!(value < 128)) {
      reader.at = at;
      value = reader.rest(value);
      at = reader.at;
    }
    doc += value >>> 3;
    if (without !== null && hasDoc(without, doc)) continue;
    const before = steps[doc] as number;
    const step = ((value & 7) + 1) << shift;
    if (before === 0) {
      found++;
      steps[doc] = step;
    } else if ((before & mask) < step) steps[doc] = (before & ~mask) | step;
  }
  if (doc >= steps.length) throw new DamagedIndexError('a document is numbered too high');
  return found;
}

/** How many documents `count` runs have. */
export function countInRuns(reader: ByteReader, count: number): number {
  let documents = count;
  for (let i = 0; i < count; i++) {
    reader.varint();
    documents += reader.varint();
  }
  return documents;
}

/** Marks the documents of `count` runs with 1 in `steps`; returns how many had no mark. */
export function markRuns(reader: ByteReader, count: number, steps: Uint8Array, without: DocSet | null): number {
  let found = 0;
  for (let i = 0, doc = 0; i < count; i++) {
    const first = doc + reader.varint();
    doc = first + reader.varint();
    if (doc >= steps.length) throw new DamagedIndexError('a document is numbered too high');
    for (let at = first; at <= doc; at++) {
      if (steps[at] === 1 || (without !== null && hasDoc(without, at))) continue;
      steps[at] = 1;
      found++;
    }
  }
  return found;
}

/** How many numbers `count` items are in bytes. */
export function numbersIn(form: ListForm, count: number): number {
  if (form === 'none') return 0;
  return form === 'runs' ? 2 * count : count;
}

/** Counts the documents of an answer in lists of runs without walking over the runs. */
export class RunCounter {
  /** How many documents of the answer are below each number. */
  private readonly below: Uint32Array;

  /** `docs` in ascending order; those of `without` do not count. */
  constructor(docs: Int32Array, without: DocSet | null) {
    const end = (docs.at(-1) ?? -1) + 2;
    this.below = new Uint32Array(end);
    for (const doc of docs) if (!without || !hasDoc(without, doc)) this.below[doc + 1] = 1;
    for (let doc = 1; doc < end; doc++) this.below[doc] = (this.below[doc] ?? 0) + (this.below[doc - 1] ?? 0);
  }

  /** How many are in the `count` runs at the reader's place. */
  count(reader: ByteReader, count: number): number {
    const last = this.below.length - 1;
    let [sum, doc] = [0, 0];
    for (let i = 0; i < count; i++) {
      const first = doc + reader.varint();
      doc = first + reader.varint();
      sum += (this.below[Math.min(doc + 1, last)] ?? 0) - (this.below[Math.min(first, last)] ?? 0);
    }
    return sum;
  }
}
