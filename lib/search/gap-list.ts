/** Lists with weights as gaps: the distance to the document before and the weight, in one number. */
import { type ByteReader, type ByteWriter, DamagedIndexError } from './bytes';
import { type DocSet, hasDoc, type Postings, reserve, weightSteps } from './postings';

/** Writes entries `from` to `to` of a list. */
export function writeGaps(writer: ByteWriter, { docs, weights }: Postings, from: number, to: number): void {
  for (let i = from, before = 0; i < to; i++) {
    const doc = docs[i] ?? 0;
    writer.varint((doc - before) * weightSteps + (weights[i] ?? 0));
    before = doc;
  }
}

// A common word has tens of thousands of items, and all are read: the two loops below call nothing for most of them.

/** Adds the `count` items at the reader's place to `list`, but no document of `without`. */
export function readGaps(reader: ByteReader, count: number, list: Postings, without: DocSet | null): void {
  reserve(list, count);
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

/** Marks the steps of the items at the reader's place; see `markSteps`. */
export function markGaps(
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
