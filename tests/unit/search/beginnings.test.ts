import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeIn } from '../../../lib/search/beginnings';
import { type Block, BlockCursor, BlockWriter } from '../../../lib/search/block';
import { readList } from '../../../lib/search/lists';
import { type MergeInput, merge } from '../../../lib/search/merge';
import { newPostings, push } from '../../../lib/search/postings';

/** Of each term its documents with their steps of weight. */
type Terms = ReadonlyMap<string, ReadonlyMap<number, number>>;

const lists = fc
  .array(fc.tuple(fc.nat(60), fc.nat(7)), { minLength: 1, maxLength: 40 })
  .map((pairs) => new Map(pairs.sort(([a], [b]) => a - b)));
const terms: fc.Arbitrary<Terms> = fc
  .dictionary(fc.stringMatching(/^(b(ca|car|care|carp|cat|汽车)|tcar|fs)[a-c]{0,2}$/u), lists, { maxKeys: 40 })
  .map((of) => new Map(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1))));

function blocksOf(some: Terms): Block[] {
  const blocks: Block[] = [];
  const writer = new BlockWriter((block) => blocks.push(block));
  for (const [term, of] of some) {
    const list = newPostings();
    for (const [doc, step] of of) push(list, doc, step);
    writer.add(term, list);
  }
  writer.flush();
  return blocks;
}

function inputOf(blocks: readonly Block[]): MergeInput {
  const read = async (from: number, count: number) => blocks.slice(from, from + count).map(({ bytes }) => bytes);
  return { blocks: blocks.length, from: 0, read, without: { body: null, meta: null } };
}

/** The best step of each document that has a word with the beginning, and how many entries were read for that. */
function look(blocks: readonly Block[], beginning: string): { best: Map<number, number>; entries: number } {
  const firsts = blocks.map(({ first }) => first);
  const { range, first, last } = rangeIn(firsts, { from: beginning, to: `${beginning}\uffff` }, true);
  const list = newPostings();
  let entries = 0;
  for (const { bytes } of blocks.slice(first, last + 1)) {
    const cursor = new BlockCursor(bytes);
    for (let more = cursor.seek(range.from); more && cursor.isBefore(range.to); more = cursor.next() > 0) {
      entries++;
      readList(cursor.list(), cursor.form, cursor.count, list, null);
    }
  }
  const best = new Map<number, number>();
  for (let i = 0; i < list.length; i++) {
    const doc = list.docs[i] ?? 0;
    best.set(doc, Math.max(best.get(doc) ?? 0, list.weights[i] ?? 0));
  }
  return { best, entries };
}

function scan(some: Terms, beginning: string): Map<number, number> {
  const best = new Map<number, number>();
  for (const [term, of] of some)
    if (term.startsWith(beginning)) for (const [doc, step] of of) best.set(doc, Math.max(best.get(doc) ?? 0, step));
  return best;
}

const beginnings = ['bca', 'bcar', 'bcat', 'bcare', 'b汽', 'b汽车', 'tcar'];

test('a beginning is found with the best weight of its words, whether it has a list of its own or not', async () => {
  await fc.assert(
    fc.asyncProperty(terms, fc.nat(30), async (some, many) => {
      const blocks: Block[] = [];
      await merge([inputOf(blocksOf(some))], null, (block) => blocks.push(block), { many });
      for (const beginning of beginnings) {
        const sorted = ([a]: [number, number], [b]: [number, number]) => a - b;
        expect([...look(blocks, beginning).best].sort(sorted)).toEqual([...scan(some, beginning)].sort(sorted));
      }
    }),
  );
});

const step = (doc: number, weight: number) => new Map([[doc, weight]]);
const few: Terms = new Map([
  ['bcar', step(1, 2)],
  ['bcard', step(1, 7)],
  ['bcart', step(2, 1)],
  ['bcarve', step(2, 0)],
  ['bcat', step(3, 0)],
]);

test('a beginning of many words is one list; merged again it is made anew', async () => {
  let blocks = blocksOf(few);
  expect(look(blocks, 'bcar').entries).toBe(4);
  for (const later of [new Map(), new Map([['bcarving', step(2, 5)]])] as Terms[]) {
    const merged: Block[] = [];
    await merge([inputOf(blocks), inputOf(blocksOf(later))], null, (block) => merged.push(block), { many: 4 });
    blocks = merged;
    expect(look(blocks, 'bcar').entries).toBe(1);
  }
  expect(look(blocks, 'bcar').best).toEqual(new Map([[1, 7], [2, 5]])); // biome-ignore format: two pairs
  expect(look(blocks, 'bcat').entries).toBe(1);
});

test('a merge stops behind all words of a beginning, and one that was stopped among them writes no list of theirs', async () => {
  const blocks: Block[] = [];
  const emit = (block: Block) => blocks.push(block);
  const stop = await merge([inputOf(blocksOf(few))], null, emit, { many: 4, enough: () => true });
  expect(stop).toEqual({ done: false, term: null });
  let looks = 0;
  const later = await merge([inputOf(blocksOf(few))], null, emit, { many: 4, enough: () => ++looks > 1 });
  expect(later).toEqual({ done: false, term: 'bcarve' });
  expect(look(blocks, 'bcar').entries).toBe(1);
  blocks.length = 0;
  await merge([inputOf(blocksOf(few))], 'bcar', emit, { many: 2 });
  expect(blocks.map(({ first }) => first)).toEqual(['bcard']);
});
