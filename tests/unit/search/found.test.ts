import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockCursor, BlockWriter } from '../../../lib/search/block';
import { Column } from '../../../lib/search/column';
import { Entries } from '../../../lib/search/entries';
import { allOf, countFound, findCondition, findWord, hitsFound, leaveOut, meetAll } from '../../../lib/search/found';
import type { Hits } from '../../../lib/search/hits';
import { type DocSet, newPostings, push } from '../../../lib/search/postings';
import { Recent } from '../../../lib/search/recent';

/** Documents and their steps of weight. */
type List = ReadonlyMap<number, number>;

const mostDocs = 400;
const lists: fc.Arbitrary<List> = fc
  .array(fc.tuple(fc.nat(mostDocs - 1), fc.nat(7)), { maxLength: 200 })
  .map((pairs) => new Map(pairs.sort(([a], [b]) => a - b)));
/** Of a word that nearly all documents have, and of others. */
const anyList: fc.Arbitrary<List> = fc.oneof(
  lists,
  fc
    .array(fc.nat(10), { minLength: 50, maxLength: mostDocs })
    .map((steps) => new Map(steps.flatMap((step, doc) => (step < 8 ? [[doc, step] as const] : [])))),
);

/** A term's list as a block holds it. */
function entriesOf(term: string, list: List, without: DocSet | null = null): Entries {
  const entries = new Entries();
  if (list.size === 0) return entries;
  const writer = new BlockWriter(({ bytes }) => {
    const cursor = new BlockCursor(bytes);
    cursor.next();
    entries.add(cursor, without);
  });
  const postings = newPostings();
  for (const [doc, weight] of list) push(postings, doc, weight);
  writer.add(term, postings);
  writer.flush();
  return entries;
}

/** The same documents with the same scores, but for what adding in another order makes of them. */
function expectSame(some: Hits, others: Hits): void {
  expect(some.docs).toEqual(others.docs);
  for (const [i, score] of some.scores.entries()) expect(score).toBeCloseTo(others.scores[i] ?? 0, 3);
}

/** The same word as a list and as a column: so rare among so many documents, and so common among its own. */
const asList = (text: List, rest: List) => findWord(entriesOf('bword', text), entriesOf('tword', rest), many);
const many = { documents: 1_000_000, top: mostDocs };
const asColumn = (text: List, rest: List) =>
  Column.ofWord(entriesOf('bword', text), entriesOf('tword', rest), many.top, many.documents);

test('a column finds what lists find, with the same scores', () => {
  fc.assert(
    fc.property(anyList, anyList, lists, lists, (text, rest, otherText, otherRest) => {
      const [list, column] = [asList(text, rest), asColumn(text, rest)];
      const other = hitsFound(asList(otherText, otherRest));
      expect(list).not.toBeInstanceOf(Column);
      expect(countFound(column)).toBe(countFound(list));
      expectSame(hitsFound(column), hitsFound(list));
      expectSame(meetAll([column, other]), meetAll([list, other]));
      expectSame(leaveOut(other, column), leaveOut(other, list));
      expect(allOf([column])).toBe(column);
    }),
  );
});

test('a word of every other document is a column, a rare one a list', () => {
  const list: List = new Map(Array.from({ length: 200 }, (_, i) => [2 * i, i % 8]));
  const none = new Entries();
  expect(findWord(entriesOf('bword', list), none, { documents: 400, top: 400 })).toBeInstanceOf(Column);
  expect(findWord(entriesOf('bword', list), none, { documents: 40_000, top: 400 })).not.toBeInstanceOf(Column);
});

test('documents that something newer replaces are in neither', () => {
  const list: List = new Map([1, 2, 3, 8, 9].map((doc) => [doc, 1]));
  const without = Uint8Array.of(0b100, 0b1); // 2 and 8
  for (const documents of [5, 5000])
    for (const found of [
      findCondition(entriesOf('fs:inbox', list, without), { documents, top: 10 }),
      findWord(entriesOf('bword', list, without), new Entries(), { documents, top: 10 }),
    ])
      expect([...hitsFound(found).docs]).toEqual([1, 3, 9]);
});

test('a document with a number above all others is damage', () => {
  const entries = (term: string) => entriesOf(term, new Map([[50, 1]]));
  expect(() => findWord(entries('bword'), new Entries(), { documents: 2, top: 10 })).toThrow('too high');
  expect(() => findCondition(entries('fall'), { documents: 2, top: 10 })).toThrow('too high');
});

test('what was used last is kept while there is room', () => {
  const recent = new Recent<string>(10, ({ length }) => length);
  recent.keep('a', 'aaaa');
  recent.keep('b', 'bbbb');
  expect(recent.get('a')).toBe('aaaa');
  recent.keep('c', 'cccc');
  expect(recent.get('b')).toBeUndefined();
  recent.keep('d', 'far too large');
  recent.keep('a', 'a');
  recent.keep('e', 'eeeee');
  expect(['a', 'c', 'd', 'e'].map((key) => recent.get(key) ?? '')).toEqual(['a', 'cccc', '', 'eeeee']);
});
