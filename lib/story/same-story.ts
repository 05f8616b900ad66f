/** Whether two texts are one story, and by which keys texts that may be are found among many. */
import type { StoryText } from './shingles';

/** What decides; chosen on one half of the benchmark's pages and measured on the other. */
export type StoryRules = {
  /** Keys of a text. */
  keys: number;
  /** Share of the shorter text's pieces that the longer has too, at least. */
  shared: number;
  /** Length of the shorter to that of the longer, at least: what holds many stories is not one of them. */
  size: number;
  /** Share of the figures, of the text that has fewer, that the other has too, at least. */
  figures: number;
  /** With fewer figures than this they say nothing. */
  fewFigures: number;
  /** Pieces of a text that is long enough to be compared. */
  least: number;
};

/** @public The benchmark tries others. */
export const storyRules: StoryRules = { keys: 12, shared: 0.4, size: 0.2, figures: 0.5, fewFigures: 3, least: 150 };

/**
 * The keys of a text: its smallest hashes, a sample that depends on the text alone, so two texts share about as large a
 * part of their keys as of their pieces (MinHash, one hash and the k smallest: Broder 1997,
 * https://doi.org/10.1109/SEQUEN.1997.666900). None when it is too short to be told from others.
 */
export function storyKeys({ shingles }: StoryText, rules = storyRules): number[] {
  return shingles.length < rules.least ? [] : [...shingles.subarray(0, rules.keys)];
}

/** How alike two texts are, 0 to 1, when they are one story; 0 when they are not. */
export function likeness(a: StoryText, b: StoryText, rules = storyRules): number {
  const [shorter, longer] = [a, b].map(({ shingles }) => shingles.length).sort((x, y) => x - y);
  if (!shorter || !longer || shorter < rules.least || shorter < rules.size * longer) return 0;
  const shared = sharedBy(a.shingles, b.shingles) / shorter;
  return shared >= rules.shared && sameFigures(a.numbers, b.numbers, rules) ? shared : 0;
}

/** A press release of each month has the words of the last one's; what differs are its figures. */
function sameFigures(a: ReadonlySet<string>, b: ReadonlySet<string>, rules: StoryRules): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  if (fewer.size < rules.fewFigures) return true;
  let same = 0;
  for (const number of fewer) if (more.has(number)) same++;
  return same >= rules.figures * fewer.size;
}

/** How many hashes two ascending lists share. */
function sharedBy(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}
