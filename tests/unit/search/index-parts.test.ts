import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BlockCursor, BlockWriter, blocksBetween, packDirectory, unpackDirectory } from '../../../lib/search/block';
import { ByteWriter, packNumbers, unpackNumbers } from '../../../lib/search/bytes';
import { writeGaps } from '../../../lib/search/gap-list';
import { hitsOf, intersect, subtract, union } from '../../../lib/search/hits';
import { readList } from '../../../lib/search/lists';
import { planBusyMerge, planMerge } from '../../../lib/search/plan';
import { newPostings, type Postings, push } from '../../../lib/search/postings';
import { bestOf } from '../../../lib/search/rank';
import { eachToken, holdsSequence, isOneToken, lookupsOf, sequenceOf } from '../../../lib/search/tokens';
import { distance, isWord, rangesForOne, reversed } from '../../../lib/search/words';

const tokens = (text: string) => {
  const all: string[] = [];
  eachToken(text, (token) => all.push(token));
  return all;
};

describe('tokens', () => {
  test('are words without case, accents and possessive endings', () => {
    expect(tokens('BAIC’s Café, co-operate 2026')).toEqual(['baic', 'cafe', 'co', 'operate', '2026']);
  });

  test('are pairs of characters where words are not spaced, with the last character alone', () => {
    expect(tokens('汽车皮革')).toEqual(['汽车', '车皮', '皮革', '革']);
    expect(tokens('5G手机')).toEqual(['5g', '手机', '机']);
  });

  test('are the same for traditional and simplified Chinese, full width and half width', () => {
    expect(tokens('漢語ＡＢＣ')).toEqual(tokens('汉语abc'));
  });

  test('a single character is looked up as a beginning, longer text by its pairs', () => {
    expect(lookupsOf('皮', false)).toEqual([{ key: '皮', prefix: true, spaced: false }]);
    expect(lookupsOf('皮革', true).map(({ key }) => key)).toEqual(['皮革']);
    expect(lookupsOf('car lea', true)).toEqual([
      { key: 'car', prefix: false, spaced: true },
      { key: 'lea', prefix: true, spaced: true },
    ]);
  });

  test('stand side by side or not', () => {
    expect(holdsSequence('The leather-industry grows', sequenceOf('leather industry'))).toBe(true);
    expect(holdsSequence('leather, and industry', sequenceOf('leather industry'))).toBe(false);
    expect(holdsSequence('leather industries', sequenceOf('leather indus'), true)).toBe(true);
    expect(holdsSequence('真皮，革新', sequenceOf('皮革'))).toBe(true);
    expect(holdsSequence('真皮a革新', sequenceOf('皮革'))).toBe(false);
    expect(['leather', '皮革'].every(isOneToken)).toBe(true);
    expect(['leather seat', '汽车皮'].some(isOneToken)).toBe(false);
  });
});

test('a sequence is found in a text exactly where the text, cut into words and characters, has it', () => {
  const texts = fc.stringMatching(/^[ab皮革，. ]{0,14}$/u);
  const holds = (words: readonly string[], wanted: readonly string[]) =>
    words.some((_, at) => wanted.every((word, i) => words[at + i] === word));
  fc.assert(
    fc.property(texts, texts, (text, typed) => {
      const wanted = sequenceOf(typed);
      fc.pre(wanted.length > 0);
      expect(holdsSequence(text, wanted)).toBe(holds(sequenceOf(text), wanted));
    }),
    { numRuns: 2000 },
  );
});

describe('blocks', () => {
  const term = fc.stringMatching(/^[btf][a-e汽车皮革]{1,6}$/u);
  const lists = fc.dictionary(
    term,
    fc.uniqueArray(fc.nat(200_000), { minLength: 1, maxLength: 40 }).map((docs) => docs.sort((a, b) => a - b)),
    { maxKeys: 60 },
  );

  test('give back every term and list, and find each by seeking', () => {
    fc.assert(
      fc.property(lists, (entries) => {
        const blocks: { first: string; bytes: Uint8Array }[] = [];
        const writer = new BlockWriter((block) => blocks.push(block));
        const terms = Object.keys(entries).sort();
        for (const each of terms) writer.add(each, listOf(entries[each] ?? []));
        writer.flush();
        const firsts = unpackDirectory(packDirectory(blocks.map(({ first }) => first)));
        expect(firsts).toEqual(blocks.map(({ first }) => first));
        for (const [i, each] of terms.entries()) {
          const [first, last] = blocksBetween(firsts, each, `${each}\0`, i % 2 > 0);
          const found = newPostings();
          for (const { bytes } of blocks.slice(first, last + 1)) {
            const cursor = new BlockCursor(bytes);
            for (let more = cursor.seek(each); more && cursor.term === each; more = cursor.next() > 0)
              readList(cursor.list(), cursor.form, cursor.count, found, null);
          }
          expect([...found.docs.subarray(0, found.length)]).toEqual(entries[each]);
        }
      }),
    );
  });

  test('in which a long list stands begin with it, so that those before need not be read', () => {
    const blocks: { first: string; bytes: Uint8Array }[] = [];
    const writer = new BlockWriter((block) => blocks.push(block));
    for (const [term, length] of [
      ['ba', 10],
      ['bb', 30_000],
      ['bc', 10],
    ] as const)
      writer.add(term, listOf(Array.from({ length }, (_, i) => 3 * i)));
    writer.flush();
    const firsts = blocks.map(({ first }) => first);
    expect(firsts).toEqual(['ba', 'bb', 'bb', 'bb']);
    expect(blocksBetween(firsts, 'bb', 'bb\0', true)).toEqual([1, 3]);
    expect(blocksBetween(firsts, 'bb', 'bb\0')).toEqual([0, 3]);
    expect(blocksBetween(firsts, 'bc', 'bc\0', true)).toEqual([3, 3]);
  });

  test('hold a list of any length', () => {
    const docs = Array.from({ length: 50_000 }, (_, i) => i * 3);
    const found = newPostings();
    const writer = new BlockWriter(({ bytes }) => {
      expect(bytes.length).toBeLessThan(20_000);
      for (const cursor = new BlockCursor(bytes); cursor.next() > 0; )
        readList(cursor.list(), cursor.form, cursor.count, found, null);
    });
    writer.add('bword', listOf(docs));
    writer.flush();
    expect([...found.docs.subarray(0, found.length)]).toEqual(docs);
  });

  const common = fc
    .tuple(fc.nat(70_000), fc.array(fc.nat(9), { minLength: 40, maxLength: 300 }))
    .map(([start, steps]) => {
      const list = newPostings();
      for (const [i, step] of steps.entries()) if (step < 8) push(list, start + i, step);
      return list;
    });

  test('hold lists of which most documents are, and give them back', () => {
    fc.assert(
      fc.property(common, fc.option(fc.uint8Array({ minLength: 9000, maxLength: 9000 })), (list, without) => {
        const writer = new BlockWriter(({ bytes }) => {
          expect(itemsOf(bytes, without)).toEqual(itemsIn(list, without));
        });
        writer.add('bword', list);
        writer.flush();
      }),
    );
  });

  test('have half a byte for each document where nearly all are in a list', () => {
    const writer = new BlockWriter(({ bytes }) => expect(bytes.length).toBeLessThan(2600));
    writer.add('bword', listOf(Array.from({ length: 5000 }, (_, i) => 20_000 + i).filter((doc) => doc % 5 !== 0)));
    writer.flush();
  });

  test('in which every list is written as gaps, as they were at first, are read', () => {
    fc.assert(
      fc.property(common, (list) => {
        const [block, gaps] = [new ByteWriter(), new ByteWriter()];
        writeGaps(gaps, list, 0, list.length);
        block.byte(0);
        block.byte(5);
        block.units('bword', 0);
        block.varint(list.length);
        block.varint(gaps.length);
        block.append(gaps);
        expect(itemsOf(block.taken(), null)).toEqual(itemsIn(list, null));
      }),
    );
  });

  test('stand in directories that are read as they were first written too', () => {
    expect(unpackDirectory(Uint8Array.of(0, 2, 98, 97, 1, 2, 99, 100, 1, 1, 0xbc, 0x7d))).toEqual(['ba', 'bcd', 'b汽']);
    expect(unpackDirectory(packDirectory([]))).toEqual([]);
  });

  test('that are not what was written are refused', () => {
    expect(() => {
      for (const cursor = new BlockCursor(Uint8Array.of(9, 200, 1, 2)); cursor.next() > 0; );
    }).toThrow();
  });

  test('numbers come back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), (some) => {
        const numbers = some.sort((a, b) => a - b);
        expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers);
      }),
    );
  });
});

/** Documents and weights of all lists of a block. */
function itemsOf(block: Uint8Array, without: Uint8Array | null): number[][] {
  const found = newPostings();
  for (const cursor = new BlockCursor(block); cursor.next() > 0; )
    readList(cursor.list(), cursor.form, cursor.count, found, without);
  return itemsIn(found, null);
}

function itemsIn({ docs, weights, length }: Postings, without: Uint8Array | null): number[][] {
  const items = Array.from({ length }, (_, i) => [docs[i] ?? 0, weights[i] ?? 0]);
  return items.filter(([doc = 0]) => !((without?.[doc >> 3] ?? 0) & (1 << (doc & 7))));
}

function listOf(docs: readonly number[]): Postings {
  const list = newPostings(4);
  for (const doc of docs) push(list, doc, doc % 8);
  return list;
}

describe('sets of documents', () => {
  const docs = fc.uniqueArray(fc.nat(300)).map((some) => some.sort((a, b) => a - b));
  const of = (some: readonly number[]) => hitsOf(listOf(some), null);
  const plain = (hits: { docs: Int32Array }) => [...hits.docs];

  test('are joined, met and taken away as sets are', () => {
    fc.assert(
      fc.property(docs, docs, (a, b) => {
        expect(plain(union(of(a), of(b)))).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y));
        expect(plain(intersect(of(a), of(b)))).toEqual(a.filter((doc) => b.includes(doc)));
        expect(plain(subtract(of(a), of(b)))).toEqual(a.filter((doc) => !b.includes(doc)));
      }),
    );
  });

  test('the best come page by page in the order of all', () => {
    fc.assert(
      fc.property(docs, fc.integer({ min: 1, max: 9 }), (some, limit) => {
        const order = { by: (doc: number) => doc % 7, tie: (doc: number) => doc % 11 };
        const all = some.toSorted((a, b) => (b % 7) - (a % 7) || (b % 11) - (a % 11) || b - a);
        const paged: number[] = [];
        for (let after: ReturnType<typeof bestOf>[number] | null = null; ; ) {
          const page: ReturnType<typeof bestOf> = bestOf(of(some), order, after, limit);
          paged.push(...page.map(({ doc }) => doc));
          after = page.at(-1) ?? null;
          if (page.length < limit) break;
        }
        expect(paged).toEqual(all);
      }),
    );
  });
});

describe('misspelled words', () => {
  test('are as far apart as letters are added, left out, replaced or swapped', () => {
    expect(distance('leather', 'lether', 2)).toBe(1);
    expect(distance('leather', 'laether', 2)).toBe(1);
    expect(distance('leather', 'feathers', 2)).toBe(2);
    expect(distance('leather', 'weather', 1)).toBe(1);
    expect(distance('leather', 'industry', 2)).toBe(3);
  });

  test('with one error are in the ranges that are looked through', () => {
    const letter = fc.constantFrom(...'abcde');
    const word = fc.array(letter, { minLength: 5, maxLength: 9 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, fc.nat(8), fc.nat(3), letter, (right, nth, kind, other) => {
        const at = nth % right.length;
        const typed = [
          right.slice(0, at) + right.slice(at + 1),
          right.slice(0, at) + other + right.slice(at),
          right.slice(0, at) + other + right.slice(at + 1),
          right.slice(0, at) + (right[at + 1] ?? '') + right.charAt(at) + right.slice(at + 2),
        ][kind] as string;
        const { ranges, also } = rangesForOne(typed);
        const found =
          also.includes(right) ||
          ranges.some((range) =>
            'beginning' in range
              ? right.startsWith(range.beginning)
              : reversed(right).startsWith(reversed(range.ending)),
          );
        expect(distance(typed, right, 1) > 1 || found).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('are of scripts that space their words, and no numbers', () => {
    expect(['leather', 'кожа', '12345', '汽车皮革', 'car'].map(isWord)).toEqual([true, true, false, false, false]);
  });
});

describe('merging', () => {
  test('leaves each segment three times as large as all newer ones together', () => {
    expect(planMerge([100, 10, 3])).toBeNull();
    expect(planMerge([100, 10, 4])).toEqual({ from: 1, to: 3 });
    expect(planMerge([30, 10, 4])).toEqual({ from: 0, to: 3 });
    expect(planMerge([5])).toBeNull();
  });

  test('joins eight of a size while much comes in', () => {
    const one = 100_000;
    expect(planBusyMerge(new Array(7).fill(one))).toBeNull();
    expect(planBusyMerge([9_000_000, ...new Array(8).fill(one)])).toEqual({ from: 1, to: 9 });
  });
});
