import { expect, test } from 'vitest';
import { BlockCursor } from '../../../lib/search/block';
import type { Column } from '../../../lib/search/column';
import { packText } from '../../../lib/search/document';
import { Entries } from '../../../lib/search/entries';
import { evaluate } from '../../../lib/search/evaluate';
import { noHits } from '../../../lib/search/hits';
import { Recent } from '../../../lib/search/recent';
import type { SearchIndex } from '../../../lib/search/search-index';

/** An index of texts, the first of document 1; `during` runs while a search waits for it. */
function indexOf(texts: readonly string[], during: () => void = () => undefined) {
  const blocks = texts.flatMap((text, i) => packText(i + 1, text));
  let reads = 0;
  const index: SearchIndex = {
    documents: texts.length,
    top: texts.length + 1,
    kept: new Recent<Column>(1000, ({ bytes }) => bytes),
    read: async (ranges) => {
      during();
      reads += ranges.filter(({ from }) => from.startsWith('b')).length;
      return ranges.map(({ from, to }) => {
        const entries = new Entries();
        for (const { bytes } of blocks) {
          const cursor = new BlockCursor(bytes);
          for (let more = cursor.seek(from); more && cursor.isBefore(to); more = cursor.next() > 0)
            entries.add(cursor, null);
        }
        return entries;
      });
    },
    words: async () => [],
    within: async () => noHits,
    special: async () => noHits,
    texts: async (docs) => docs.map((doc) => [texts[doc - 1] ?? '']),
  };
  const find = async (text: string) => [...(await evaluate(index, { kind: 'term', text, prefix: false })).hits.docs];
  return { index, find, reads: () => reads };
}

test('a common word that was just looked for is not read again, a rare one is', async () => {
  const { find, reads } = indexOf([...new Array(40).fill('leather'), 'vinyl']);
  const all = Array.from({ length: 40 }, (_, i) => i + 1);
  expect(await find('leather')).toEqual(all);
  expect(await find('leather')).toEqual(all);
  expect(reads()).toBe(1);
  expect(await find('vinyl')).toEqual([41]);
  expect(await find('vinyl')).toEqual([41]);
  expect(reads()).toBe(3);
});

test('what is read while the index changes is not kept for the searches after', async () => {
  const { index, find, reads } = indexOf(['leather', 'leather'], () => {
    index.kept = new Recent<Column>(1000, ({ bytes }) => bytes);
  });
  await find('leather');
  await find('leather');
  expect(reads()).toBe(2);
});
