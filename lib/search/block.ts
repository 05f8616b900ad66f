/** A block: a run of sorted terms, each written as what differs from the term before, with its list of documents. */
import { ByteReader, ByteWriter, DamagedIndexError, unitBytes } from './bytes';
import { formOf, type ListForm } from './families';
import { numbersIn, writeList } from './lists';
import type { Postings } from './postings';

/** Bytes of a block, about: one read of the database brings one. */
const blockSize = 16_384;
/** A longer list is cut into several entries of its term, so that blocks stay of one size, and begins a block. */
const longestList = 6000;
/** Lists of fewer items say nothing of their length in bytes: they are short enough to walk over. */
const fewItems = 8;
const longestTerm = 255;

/** A finished block and where it begins. */
export type Block = { first: string; bytes: Uint8Array<ArrayBuffer> };

/** Terms in ascending order become blocks. */
export class BlockWriter {
  private readonly block = new ByteWriter(blockSize + 1024);
  private readonly list = new ByteWriter(4096);
  private first = '';
  private before = '';

  private readonly emit: (block: Block) => void;

  constructor(emit: (block: Block) => void) {
    this.emit = emit;
  }

  /** Adds a term with its list, which is sorted and without repeats. */
  add(term: string, list: Postings): void {
    const form = formOf(term);
    if (form !== 'none' && list.length > longestList) this.flush();
    let from = 0;
    do {
      const to = form === 'none' ? 0 : Math.min(list.length, from + longestList);
      this.list.clear();
      const count = form === 'none' ? 0 : writeList(this.list, form, list, from, to);
      this.entry(term, form, count);
      from = to;
    } while (form !== 'none' && from < list.length);
  }

  private entry(term: string, form: ListForm, count: number): void {
    if (this.block.length > 0 && this.block.length + this.list.length + term.length > blockSize) this.flush();
    if (this.block.length === 0) {
      this.first = term;
      this.before = '';
    }
    const shared = sharedLength(this.before, term);
    this.block.byte(shared);
    this.block.byte(term.length - shared);
    this.block.units(term, shared);
    this.before = term;
    if (form === 'none') return;
    this.block.varint(count);
    if (count >= fewItems) this.block.varint(this.list.length);
    this.block.append(this.list);
  }

  /** Ends the block that was begun, if one was. */
  flush(): void {
    if (this.block.length === 0) return;
    this.emit({ first: this.first, bytes: this.block.taken() });
    this.block.clear();
    this.before = '';
  }
}

function sharedLength(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let i = 0;
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

/** Walks over the entries of a block. */
export class BlockCursor {
  private readonly reader: ByteReader;
  private readonly units = new Uint16Array(longestTerm + 1);
  private length = 0;
  private lead = 0;
  private familyForm: ListForm = 'none';
  /** Of the entry's list. */
  form: ListForm = 'none';
  count = 0;
  private listStart = 0;
  private listEnd = 0;

  constructor(bytes: Uint8Array) {
    this.reader = new ByteReader(bytes);
  }

  /** The term of the entry. */
  get term(): string {
    return String.fromCharCode.apply(null, this.units.subarray(0, this.length) as unknown as number[]);
  }

  /** Whether the entry's term is before another. */
  isBefore(term: string): boolean {
    const same = this.matching(term, 0);
    return same < term.length && (same === this.length || (this.units[same] as number) < term.charCodeAt(same));
  }

  /** A reader at the start of the entry's list. */
  list(): ByteReader {
    this.reader.at = this.listStart;
    return this.reader;
  }

  /** Goes to the next entry; false when there is none. Returns how much of the term before it shares, plus one. */
  next(): number {
    const { reader } = this;
    reader.at = this.listEnd;
    if (reader.done) return 0;
    const shared = reader.byte();
    const more = reader.byte();
    if (shared > this.length || shared + more > longestTerm) throw new DamagedIndexError('a term is too long');
    for (let i = 0; i < more; i++) this.units[shared + i] = reader.unit();
    this.length = shared + more;
    this.enterList();
    return shared + 1;
  }

  private enterList(): void {
    const { reader } = this;
    if (this.units[0] !== this.lead) {
      this.lead = this.units[0] ?? 0;
      this.familyForm = formOf(String.fromCharCode(this.lead));
    }
    this.form = this.familyForm;
    this.count = this.form === 'none' ? 0 : reader.varint();
    if (this.count >= fewItems) {
      const size = reader.varint();
      this.listStart = reader.at;
      this.listEnd = reader.at + size;
      if (size < this.count) this.form = 'dense'; // gaps are a byte each or more
    } else {
      this.listStart = reader.at;
      for (let left = numbersIn(this.form, this.count); left > 0; left--) while (reader.byte() > 127);
      this.listEnd = reader.at;
    }
    if (this.listEnd > reader.bytes.length) throw new DamagedIndexError('a list ends behind its block');
  }

  /** Goes on to the first entry that is not before `term`; false when all are. */
  seek(term: string): boolean {
    let matched = 0;
    for (;;) {
      this.skip(matched);
      const step = this.next();
      if (step === 0) return false;
      const shared = step - 1;
      if (shared > matched) continue; // as far behind as the entry before
      if (shared < matched) return true; // the entry before shared more and was behind: this one is not
      matched = this.matching(term, shared);
      if (matched === term.length || this.length === matched) {
        if (matched === term.length) return true;
        continue;
      }
      if ((this.units[matched] ?? 0) > term.charCodeAt(matched)) return true;
    }
  }

  /** Passes over entries that share more than so many units with the one before, without reading their terms. */
  private skip(matched: number): void {
    const { bytes } = this.reader;
    let at = this.listEnd;
    while ((bytes[at] as number) > matched) {
      const more = bytes[at + 1] as number;
      at += 2;
      for (let unit = 0; unit < more; unit++) at += unitBytes(bytes[at] as number);
      at = this.endOfList(at);
    }
    if (at > bytes.length) throw new DamagedIndexError('a list ends behind its block');
    this.listEnd = at;
  }

  private endOfList(start: number): number {
    if (this.form === 'none') return start;
    const { bytes } = this.reader;
    let at = start;
    const count = bytes[at++] as number;
    if (count < fewItems) {
      for (let left = numbersIn(this.form, count); left > 0; left--) while ((bytes[at++] as number) > 127);
      return at;
    }
    this.reader.at = start;
    this.reader.varint();
    return this.reader.varint() + this.reader.at;
  }

  private matching(term: string, from: number): number {
    const end = Math.min(term.length, this.length);
    let i = from;
    while (i < end && this.units[i] === term.charCodeAt(i)) i++;
    return i;
  }
}

/** In no term. */
const separator = '\0';

/** The first terms of the blocks of a segment, in order: as one text, which is taken apart at once when it is read. */
export const packDirectory = (firsts: readonly string[]): string => firsts.join(separator);

/** The terms of `packDirectory`, also as they were first written: like the terms of a block, without lists. */
export function unpackDirectory(directory: string | Uint8Array): string[] {
  if (typeof directory === 'string') return directory === '' ? [] : directory.split(separator);
  const reader = new ByteReader(directory);
  const firsts: string[] = [];
  for (let before = ''; !reader.done; firsts.push(before)) {
    const shared = reader.byte();
    let rest = '';
    for (let more = reader.byte(); more > 0; more--) rest += String.fromCharCode(reader.unit());
    before = before.slice(0, shared) + rest;
  }
  return firsts;
}

/**
 * The first and last block in which terms from `from` to before `to` may stand. `whole`: no term goes on from one block
 * to the next but one that begins a block.
 */
export function blocksBetween(
  firsts: readonly string[],
  from: string,
  to: string,
  whole = false,
): [first: number, last: number] {
  const first = lowerBound(firsts, from);
  return [whole && firsts[first] === from ? first : Math.max(0, first - 1), lowerBound(firsts, to) - 1];
}

/** The first place whose value is not below `value`. */
function lowerBound(sorted: readonly string[], value: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
