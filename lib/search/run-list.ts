/** Lists of runs: documents that meet a condition mostly came one after the other. */
import { type ByteReader, type ByteWriter, DamagedIndexError } from './bytes';
import { type DocSet, hasDoc, type Postings, push } from './postings';

/** Writes entries `from` to `to` of a list and returns in how many runs. */
export function writeRuns(writer: ByteWriter, { docs }: Postings, from: number, to: number): number {
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

/** Adds the documents of `count` runs to `list`, but those of `without`. */
export function readRuns(reader: ByteReader, count: number, list: Postings, without: DocSet | null): void {
  let doc = 0;
  for (let i = 0; i < count; i++) {
    doc += reader.varint();
    const last = doc + reader.varint();
    if (last - doc > 1 << 28) throw new DamagedIndexError('a run is too long');
    for (; doc <= last; doc++) if (!without || !hasDoc(without, doc)) push(list, doc, 0);
    doc = last;
  }
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
