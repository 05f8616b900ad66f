/**
 * Lists with weights of words that most documents have: half a byte for each document from the first to the last, the
 * step of its weight and one, or 0 for one that has not the word. The earlier of two documents is in the lower half.
 */
import { type ByteReader, type ByteWriter, DamagedIndexError } from './bytes';
import { type DocSet, hasDoc, type Postings, reserve } from './postings';

/** Bytes of the number of its first document and of how many pairs there are, at most. */
const mostBefore = 10;

/** Whether entries `from` to `to` of a list are fewer bytes than items when they are written so: what tells them apart. */
export function isDense({ docs }: Postings, from: number, to: number): boolean {
  const span = (docs[to - 1] ?? 0) - (docs[from] ?? 0) + 1;
  return mostBefore + (span + 1) / 2 < to - from;
}

/** Writes entries `from` to `to` of a list that `isDense` there. */
export function writeDense(writer: ByteWriter, { docs, weights }: Postings, from: number, to: number): void {
  const [first, last] = [docs[from] ?? 0, docs[to - 1] ?? 0];
  writer.varint(first);
  writer.varint((last - first + 2) >> 1);
  for (let at = from, doc = first; doc <= last; doc += 2) {
    const early = docs[at] === doc ? (weights[at++] ?? 0) + 1 : 0;
    const late = at < to && docs[at] === doc + 1 ? (weights[at++] ?? 0) + 1 : 0;
    writer.byte(early | (late << 4));
  }
}

/** Adds the items at the reader's place to `list`, but no document of `without`. */
export function readDense(reader: ByteReader, count: number, list: Postings, without: DocSet | null): void {
  const { bytes, first, start, end } = pairsAt(reader);
  reserve(list, Math.max(count, 2 * (end - start)));
  const { docs, weights } = list;
  let { length } = list;
  for (let i = start, doc = first; i < end; i++, doc += 2)
    for (let at = doc, rest = bytes[i] as number; rest > 0; rest >>= 4, at++) {
      if ((rest & 15) === 0 || (without !== null && hasDoc(without, at))) continue;
      docs[length] = at;
      weights[length++] = ((rest & 15) - 1) & 7;
    }
  list.length = length;
}

/** Marks the steps of the items at the reader's place; see `markSteps`. */
export function markDense(
  reader: ByteReader,
  count: number,
  steps: Uint8Array,
  shift: 0 | 4,
  without: DocSet | null,
): number {
  const { bytes, first, start, end } = pairsAt(reader);
  if (first + 2 * (end - start) > steps.length) throw new DamagedIndexError('a document is numbered too high');
  if (shift === 0 && without === null && isBlank(steps, first, first + 2 * (end - start))) {
    for (let i = start, doc = first; i < end; i++, doc += 2) {
      const pair = bytes[i] as number;
      steps[doc] = pair & 15;
      steps[doc + 1] = pair >> 4;
    }
    return count;
  }
  const mask = 15 << shift;
  let found = 0;
  // Whether a document has the word cannot be foretold, so that asking would cost more than writing what is there.
  for (let i = 0; i < 2 * (end - start); i++) {
    const doc = first + i;
    const before = steps[doc] as number;
    let step = (((bytes[start + (i >> 1)] as number) >> (4 * (i & 1))) & 15) << shift;
    if (without !== null && hasDoc(without, doc)) step = 0;
    const kept = before & mask;
    steps[doc] = before - kept + Math.max(kept, step);
    found += ((before - 1) & -step) >>> 31;
  }
  return found;
}

function isBlank(steps: Uint8Array, from: number, to: number): boolean {
  for (let doc = from; doc < to; doc++) if (steps[doc] !== 0) return false;
  return true;
}

/** The places of the pairs behind the reader. */
function pairsAt(reader: ByteReader): { bytes: Uint8Array; first: number; start: number; end: number } {
  const first = reader.varint();
  const pairs = reader.varint();
  const { bytes, at } = reader;
  if (at + pairs > bytes.length) throw new DamagedIndexError('bytes end too early');
  return { bytes, first, start: at, end: at + pairs };
}
