/** Blocks that searches have just read: what every search needs, and what the next letter of a query asks again. */
import { Recent } from '../search/recent';
import type { BlockRange, Segment } from './search-segments';

/** Blocks of 16 KB kept: half a megabyte. */
const mostKept = 32;
/** A longer range is the beginning of many words: it would drive out all else. */
const longestKept = 2;

/** The blocks read last; segments never change, so what is kept is never wrong. */
export class BlockCache {
  private readonly kept = new Recent<Uint8Array[]>(mostKept, ({ length }) => length);

  /** The blocks of each range; what is not kept is read at once. */
  async read(segment: Segment, ranges: readonly BlockRange[]): Promise<Uint8Array[][]> {
    const found = ranges.map((range) => this.kept.get(keyOf(segment, range)));
    const missing = ranges.filter((_, i) => !found[i]);
    const read = missing.length > 0 ? await segment.read(missing) : [];
    missing.forEach((range, i) => {
      const blocks = read[i] ?? [];
      if (blocks.length <= longestKept) this.kept.keep(keyOf(segment, range), blocks);
    });
    let next = 0;
    return found.map((blocks) => blocks ?? read[next++] ?? []);
  }

  clear(): void {
    this.kept.clear();
  }
}

const keyOf = ({ id }: Segment, [first, last]: BlockRange): string => `${id} ${first} ${last}`;
