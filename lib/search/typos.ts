/** The words nearest to one that is in no clip, a step further each time nothing came of those before. */
import { distance, errorsIn, rangesForOne, rangesForTwo, type WordRange } from './words';

type ReadWords = (ranges: readonly WordRange[] | 'all') => Promise<string[]>;

/** More words than this are not looked up: the nearest in length come first. */
const mostWords = 24;

/** Groups of words that may be meant by `typed`: one error away, then two, if it is long enough for as many. */
export async function* nearWords(typed: string, read: ReadWords): AsyncGenerator<string[]> {
  const errors = errorsIn(typed);
  if (errors === 0) return;
  const { ranges, also } = rangesForOne(typed);
  const near = (words: readonly string[], most: number) =>
    [...new Set(words)]
      .filter((word) => distance(typed, word, most) <= most)
      .sort((a, b) => Math.abs(a.length - typed.length) - Math.abs(b.length - typed.length) || (a < b ? -1 : 1))
      .slice(0, mostWords);
  yield near([...(await read(ranges)), ...also], 1);
  if (errors < 2) return;
  yield near(await read(rangesForTwo(typed)), 2);
  yield near(await read('all'), 2);
}
