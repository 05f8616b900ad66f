import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Hits, hitsOf, intersect, subtract, union, weigh } from '../../../lib/search/hits';
import { newPostings, push } from '../../../lib/search/postings';

const scored = (most: number) =>
  fc.array(fc.tuple(fc.nat(most), fc.integer({ min: 1, max: 9 })), { maxLength: 300 }).map((pairs) => new Map(pairs));
/** Now and then one is far longer than the other. */
const sets = fc.oneof(scored(40), scored(2000), fc.constant(new Map<number, number>()), scored(5));

function hits(of: ReadonlyMap<number, number>): Hits {
  const docs = [...of.keys()].sort((a, b) => a - b);
  return { docs: Int32Array.from(docs), scores: Float32Array.from(docs, (doc) => of.get(doc) ?? 0) };
}
const asMap = ({ docs, scores }: Hits) => new Map([...docs].map((doc, i) => [doc, scores[i]]));
const inOrder = ({ docs }: Hits) => docs.every((doc, i) => i === 0 || (docs[i - 1] ?? 0) < doc);

test('joins of hits are joins of sets, in order, and scores add up', () => {
  fc.assert(
    fc.property(sets, sets, (a, b) => {
      const both = [...a.keys()].filter((doc) => b.has(doc));
      const sum = (doc: number) => (a.get(doc) ?? 0) + (b.get(doc) ?? 0);
      for (const [joined, docs] of [
        [union(hits(a), hits(b)), [...new Set([...a.keys(), ...b.keys()])]],
        [intersect(hits(a), hits(b)), both],
      ] as const) {
        expect(asMap(joined)).toEqual(new Map([...docs].sort((x, y) => x - y).map((doc) => [doc, sum(doc)])));
        expect(inOrder(joined)).toBe(true);
      }
      const left = [...a].filter(([doc]) => !b.has(doc));
      expect(asMap(subtract(hits(a), hits(b)))).toEqual(new Map(left.sort(([x], [y]) => x - y)));
    }),
  );
});

test('a list in any order becomes hits in order; of a document that is there twice the best counts', () => {
  const list = newPostings(1);
  for (const [doc, weight] of [
    [7, 1],
    [3, 2],
    [7, 3],
    [9, 0],
  ] as const)
    push(list, doc, weight);
  const impacts = Float32Array.of(0, 1, 2, 3);
  expect(asMap(weigh(hitsOf(list, impacts), 2))).toEqual(
    new Map([
      [3, 4],
      [7, 6],
      [9, 0],
    ]),
  );
});
