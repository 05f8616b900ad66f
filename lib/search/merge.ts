/** Many sorted inputs (new documents, segments) become one: terms in order, the lists of one term joined. */
import { Beginnings, isBeginning } from './beginnings';
import { type Block, BlockCursor, BlockWriter } from './block';
import { bodyFamily, metaFamily, type Part, partOf, reversedFamily, wordFamily } from './families';
import { readList } from './lists';
import { type DocSet, newPostings, type Postings } from './postings';
import { isWord, reversed } from './words';

export type MergeInput = {
  /** How many blocks it has, and the first to be read. */
  blocks: number;
  from: number;
  read: (from: number, count: number) => Promise<readonly Uint8Array[]>;
  /** Documents that something newer replaces: they are left out. */
  without: Record<Part, DocSet | null>;
};

/** Waits now and then, so that other work gets its turn: null while there is time left. */
export type Pause = () => Promise<void> | null;

const blocksAtOnce = 4;
/** Terms and items of lists between two looks at the clock. */
const workBetweenPauses = 64;

type Source = {
  order: number;
  input: MergeInput;
  next: number;
  queue: Uint8Array[];
  cursor: BlockCursor;
  term: string;
};

/** Where a merge stopped: everything up to and with `term` has been written. */
export type MergeStop = { done: boolean; term: string | null };

/**
 * Merges inputs, oldest first, from behind the term `after`, and hands over finished blocks. Stops when `enough` says so,
 * between two terms that have no beginning in common; then the blocks written end with the term of the stop. Beginnings
 * with `many` items get lists of their own (see `Beginnings`).
 */
export async function merge(
  inputs: readonly MergeInput[],
  after: string | null,
  emit: (block: Block) => void,
  options: { enough?: () => boolean; pause?: Pause; words?: Set<string>; many?: number } = {},
): Promise<MergeStop> {
  const heap = new SourceHeap();
  for (const [order, input] of inputs.entries()) {
    const source: Source = { order, input, next: input.from, queue: [], cursor: new BlockCursor(noBytes), term: '' };
    if (await enter(source, after)) heap.push(source);
    if (order % workBetweenPauses === 0) await options.pause?.();
  }
  const writer = new BlockWriter(emit);
  const list = newPostings(1024);
  const beginnings = new Beginnings(options.many ?? Number.POSITIVE_INFINITY, after);
  let term: string | null = after;
  for (let work = 0; ; ) {
    if (beginnings.isBehind(heap.top?.term)) {
      writeBeginning(beginnings, writer);
      if (!heap.top || options.enough?.()) break;
    }
    term = heap.top?.term ?? '';
    const joined = (await takeTerm(heap, term, list)) && !isBeginning(term); // these are made anew
    if (joined) {
      writer.add(term, list);
      beginnings.take(term, list);
      if (options.words && isIndexed(term)) options.words.add(term.slice(1));
    }
    work += 1 + list.length;
    if (work < workBetweenPauses) continue;
    work = 0;
    const rest = options.pause?.();
    if (rest) await rest;
  }
  writer.flush();
  return { done: !heap.top, term };
}

/** Writes the list of the beginning that has ended, if it is worth one, in blocks that begin with it. */
function writeBeginning(beginnings: Beginnings, writer: BlockWriter): void {
  const ended = beginnings.ended();
  if (!ended) return;
  writer.flush();
  writer.add(ended.term, ended.list);
}

const noBytes = new Uint8Array(0);
const isIndexed = (term: string) =>
  (term.startsWith(bodyFamily) || term.startsWith(metaFamily)) && isWord(term.slice(1));

/** Joins the lists of `term`, which is the least of the heap; false when nothing is left of it. */
async function takeTerm(heap: SourceHeap, term: string, list: Postings): Promise<boolean> {
  list.length = 0;
  const part = partOf(term);
  let bare = false;
  for (let source = heap.top; source?.term === term; source = heap.top) {
    const { cursor } = source;
    if (cursor.form === 'none') bare = true;
    else readList(cursor.list(), cursor.form, cursor.count, list, source.input.without[part]);
    if (advance(source) || (await refill(source))) heap.sink();
    else heap.pop();
  }
  if (list.length > 1) sortList(list);
  return bare || list.length > 0;
}

/** Puts the source on its first term behind `after`. */
async function enter(source: Source, after: string | null): Promise<boolean> {
  while (source.next < source.input.blocks || source.queue.length > 0) {
    if (!(await refill(source))) return false;
    if (after === null) return true;
    for (;;) {
      if (source.term > after) return true;
      if (!advance(source)) break;
    }
  }
  return false;
}

function advance(source: Source): boolean {
  if (source.cursor.next() === 0) return false;
  source.term = source.cursor.term;
  return true;
}

async function refill(source: Source): Promise<boolean> {
  const { input } = source;
  for (;;) {
    if (source.queue.length === 0) {
      const count = Math.min(blocksAtOnce, input.blocks - source.next);
      if (count <= 0) return false;
      source.queue = [...(await input.read(source.next, count))];
      source.next += count;
    }
    const bytes = source.queue.shift();
    if (!bytes) continue;
    source.cursor = new BlockCursor(bytes);
    if (advance(source)) return true;
  }
}

/** Inputs are in order of age, not of documents: a clip that was edited has an old number in a new input. */
function sortList(list: Postings): void {
  let sorted = true;
  for (let i = 1; i < list.length && sorted; i++) sorted = (list.docs[i - 1] ?? 0) < (list.docs[i] ?? 0);
  if (sorted) return;
  const order = Array.from({ length: list.length }, (_, i) => i);
  order.sort((a, b) => (list.docs[a] ?? 0) - (list.docs[b] ?? 0));
  const docs = Int32Array.from(order, (i) => list.docs[i] ?? 0);
  const weights = Uint8Array.from(order, (i) => list.weights[i] ?? 0);
  list.docs.set(docs);
  list.weights.set(weights);
}

/** Sources by their terms, of one term the oldest first. */
class SourceHeap {
  private readonly sources: Source[] = [];

  get top(): Source | undefined {
    return this.sources[0];
  }

  push(source: Source): void {
    let at = this.sources.push(source) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.less(at, up)) return;
      this.swap(at, up);
      at = up;
    }
  }

  pop(): void {
    const last = this.sources.pop();
    if (!last || this.sources.length === 0) return;
    this.sources[0] = last;
    this.sink();
  }

  /** Puts the top where it belongs after it moved on. */
  sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      if (left >= this.sources.length) return;
      const child = left + 1 < this.sources.length && this.less(left + 1, left) ? left + 1 : left;
      if (!this.less(child, at)) return;
      this.swap(at, child);
      at = child;
    }
  }

  private less(a: number, b: number): boolean {
    const [x, y] = [this.sources[a], this.sources[b]];
    if (!x || !y) return false;
    return x.term === y.term ? x.order < y.order : x.term < y.term;
  }

  private swap(a: number, b: number): void {
    const [x, y] = [this.sources[a], this.sources[b]];
    if (!x || !y) return;
    this.sources[a] = y;
    this.sources[b] = x;
  }
}

/** The vocabulary as blocks of its own, behind all other terms: words backwards, then words. */
export async function writeWords(
  words: ReadonlySet<string>,
  emit: (block: Block) => void,
  pause: Pause = () => null,
): Promise<void> {
  const writer = new BlockWriter(emit);
  const nothing = newPostings(0);
  const write = async (family: string, spell: (word: string) => string) => {
    for (const some of await sortByBeginning(words, spell, pause)) {
      for (const word of some) writer.add(family + word, nothing);
      await pause();
    }
  };
  await write(reversedFamily, reversed);
  await write(wordFamily, (word) => word);
  writer.flush();
}

/** Words that are spelled and put into groups before the page is asked whether it wants its turn. */
const spelledAtOnce = 1024;

/** Words as spelled, in order, in groups of one first letter: sorting tens of thousands at once would be felt. */
async function sortByBeginning(
  words: ReadonlySet<string>,
  spell: (word: string) => string,
  pause: Pause,
): Promise<string[][]> {
  const groups = new Map<string, string[]>();
  let spelled = 0;
  for (const each of words) {
    if (++spelled % spelledAtOnce === 0) await pause();
    const word = spell(each);
    const group = groups.get(word.charAt(0));
    if (group) group.push(word);
    else groups.set(word.charAt(0), [word]);
  }
  for (const group of groups.values()) {
    group.sort();
    await pause();
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
