/** Blocks that searches have just read: what every search needs, and what the next letter of a query asks again. */
import type { BlockRange, Segment } from './search-segments';

/** Blocks of 16 KB kept: half a megabyte. */
const mostKept = 32;
/** A longer range is the beginning of many words: it would drive out all else. */
const longestKept = 2;

/** The blocks read last; segments never change, so what is kept is never wrong. */
export class BlockCache {
  /** Used longest ago first. */
  private readonly kept = new Map<string, Uint8Array[]>();

  /** The blocks of each range; what is not kept is read at once. */
  async read(segment: Segment, ranges: readonly BlockRange[]): Promise<Uint8Array[][]> {
    const found = ranges.map((range) => this.take(keyOf(segment, range)));
    const missing = ranges.filter((_, i) => !found[i]);
    const read = missing.length > 0 ? await segment.read(missing) : [];
    missing.forEach((range, i) => {
      this.keep(segment, range, read[i] ?? []);
    });
    let next = 0;
    return found.map((blocks) => blocks ?? read[next++] ?? []);
  }

  clear(): void {
    this.kept.clear();
  }

  private take(key: string): Uint8Array[] | undefined {
    const blocks = this.kept.get(key);
    if (!blocks) return undefined;
    this.kept.delete(key);
    this.kept.set(key, blocks);
    return blocks;
  }

  private keep(segment: Segment, range: BlockRange, blocks: Uint8Array[]): void {
    if (blocks.length > longestKept) return;
    this.kept.set(keyOf(segment, range), blocks);
    for (const key of this.kept.keys()) {
      if (this.kept.size <= mostKept) return;
      this.kept.delete(key);
    }
  }
}

const keyOf = ({ id }: Segment, [first, last]: BlockRange): string => `${id} ${first} ${last}`;
