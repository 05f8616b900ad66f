/** The forms in which lists stand in blocks. */
import type { ByteReader, ByteWriter } from './bytes';
import { isDense, markDense, readDense, writeDense } from './dense-list';
import type { ListForm } from './families';
import { markGaps, readGaps, writeGaps } from './gap-list';
import type { DocSet, Postings } from './postings';
import { readRuns, writeRuns } from './run-list';

/** Writes entries `from` to `to` of a list and returns how many items it wrote: postings, or runs. */
export function writeList(writer: ByteWriter, form: ListForm, list: Postings, from: number, to: number): number {
  if (form === 'runs') return writeRuns(writer, list, from, to);
  if (isDense(list, from, to)) writeDense(writer, list, from, to);
  else writeGaps(writer, list, from, to);
  return to - from;
}

/** Adds the `count` items at the reader's place to `list`, but no document of `without`. */
export function readList(
  reader: ByteReader,
  form: ListForm,
  count: number,
  list: Postings,
  without: DocSet | null,
): void {
  if (form === 'gaps') readGaps(reader, count, list, without);
  else if (form === 'dense') readDense(reader, count, list, without);
  else readRuns(reader, count, list, without);
}

/**
 * Writes the steps of `count` items with weights into `steps`, one byte for each document: the step and one, in the four
 * bits from `shift` on, or what is there if that is more. Returns how many documents had nothing before. `steps` has room
 * for one document more than there are.
 */
export function markSteps(
  reader: ByteReader,
  form: ListForm,
  count: number,
  steps: Uint8Array,
  shift: 0 | 4,
  without: DocSet | null,
): number {
  if (form === 'dense') return markDense(reader, count, steps, shift, without);
  return markGaps(reader, count, steps, shift, without);
}

/** How many numbers `count` items of a short list are in bytes. */
export function numbersIn(form: ListForm, count: number): number {
  if (form === 'none') return 0;
  return form === 'runs' ? 2 * count : count;
}
