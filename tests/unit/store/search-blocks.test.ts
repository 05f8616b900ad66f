import { expect, test } from 'vitest';
import { BlockCache } from '../../../lib/store/search-blocks';
import type { BlockRange, Segment } from '../../../lib/store/search-segments';

/** A segment whose block n is the byte n, and the ranges that were read of it. */
function segment(id: number) {
  const asked: string[] = [];
  const read = async (ranges: readonly BlockRange[]) => {
    asked.push(...ranges.map(String));
    return ranges.map(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => Uint8Array.of(id, first + i)),
    );
  };
  return { asked, segment: { id, read } as unknown as Segment };
}
const numbers = (blocks: Uint8Array[][]) => blocks.map((range) => range.map((bytes) => [...bytes].join(':')));

test('a block that was just read is not read again, and stands in its place among those that are', async () => {
  const cache = new BlockCache();
  const { asked, segment: one } = segment(1);
  await cache.read(one, [[3, 3]]);
  const blocks = await cache.read(one, [
    [2, 2],
    [3, 3],
    [4, 5],
  ]);
  expect(numbers(blocks)).toEqual([['1:2'], ['1:3'], ['1:4', '1:5']]);
  expect(asked).toEqual(['3,3', '2,2', '4,5']);
  expect(await cache.read(one, [])).toEqual([]);
});

test('blocks of another segment, long ranges and what was used longest ago are read anew', async () => {
  const cache = new BlockCache();
  const { asked, segment: one } = segment(1);
  const { segment: two } = segment(2);
  await cache.read(one, [[0, 0]]);
  expect(numbers(await cache.read(two, [[0, 0]]))).toEqual([['2:0']]);
  for (const _ of [1, 2]) await cache.read(one, [[10, 19]]);
  for (let block = 100; block < 140; block++) {
    await cache.read(one, [[block, block]]);
    await cache.read(one, [[0, 0]]); // used again and again
  }
  await cache.read(one, [[100, 100]]);
  const times = (range: string) => asked.filter((each) => each === range).length;
  expect([times('0,0'), times('10,19'), times('100,100'), times('139,139')]).toEqual([1, 2, 2, 1]);
});
