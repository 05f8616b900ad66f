/** Which neighbouring segments are merged next, so that few stay and nothing is written more often than it must be. */

/** At rest each segment is this many times as large as all newer ones together. */
const ratio = 3;
/** While many documents come in, so many segments of one size make one of the next. */
const fan = 8;
const smallest = 64 * 1024;

/** Places in the list of segments: from the first to before the last. */
export type MergePlan = { from: number; to: number };

/** What to merge when nothing else is to be done, or null. `sizes` in bytes, oldest first. */
export function planMerge(sizes: readonly number[]): MergePlan | null {
  let newer = sizes.at(-1) ?? 0;
  let from = sizes.length;
  for (let at = sizes.length - 2; at >= 0; at--) {
    const size = sizes[at] ?? 0;
    if (size < ratio * newer) from = at;
    newer += size;
  }
  return from < sizes.length ? { from, to: sizes.length } : null;
}

/** What to merge while more is on its way, or null. */
export function planBusyMerge(sizes: readonly number[]): MergePlan | null {
  const tier = (size: number) => Math.floor(Math.log(Math.max(size, smallest) / smallest) / Math.log(fan));
  for (let to = sizes.length; to > 0; ) {
    const of = tier(sizes[to - 1] ?? 0);
    let from = to - 1;
    while (from > 0 && tier(sizes[from - 1] ?? 0) === of) from--;
    if (to - from >= fan) return { from, to };
    to = from;
  }
  return null;
}
