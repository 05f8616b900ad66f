/** The model that says how likely a block is part of its article: gradient-boosted trees, written as a string. */
import model from './model.json';
import type { Features } from './text-features';

/**
 * All nodes one after another: go to the next when the feature is at most `value`, else to `right`; a leaf has none. A
 * list of numbers alone would make each anew whenever it is asked.
 */
type Trees = { roots: number[]; features: Uint8Array; values: (number | null)[]; right: Uint16Array };

/** Digits of a number in the code: characters from `#` on, without the backslash. */
const base = 90;
const backslash = 92;
/** What two of the first digit are. */
const first = 35 * (base + 1);

/** Of each feature the numbers that it is compared with. */
const limits = model.limits.split(',').map((numbers) => numbers.split(' ').map(Number));

let trees: Trees | undefined;

/** The probability, from 0 to 1; `given` as `measureBlocks` makes them. */
export function likelihood(given: Features): number {
  trees ??= decode(model.trees);
  const { roots, features, values, right } = trees;
  let score = model.start;
  for (let tree = 0; tree < roots.length; tree++) {
    let at = roots[tree] as number;
    for (let other = right[at]; other; other = right[at])
      at = (given[features[at] as number] as number) <= (values[at] as number) ? at + 1 : other;
    score += values[at] as number;
  }
  return 1 / (1 + Math.exp(-score));
}

/**
 * Trees one after another, each in the order of a walk with the left side first; each node is a number of two digits.
 * Below `model.leaf` it is a split: feature × `model.step` + the number of its limit; else a leaf, scaled. Read from the
 * end, both sides of a split are known when it comes.
 */
function decode(code: string): Trees {
  const size = code.length / 2;
  const features = new Uint8Array(size);
  const right = new Uint16Array(size);
  const values: (number | null)[] = Array(size).fill(null);
  const roots: number[] = [];
  for (let at = size - 1; at >= 0; at--) {
    const high = code.charCodeAt(2 * at);
    const low = code.charCodeAt(2 * at + 1);
    const number = (high > backslash ? high - 1 : high) * base + (low > backslash ? low - 1 : low) - first;
    if (number < model.leaf) {
      roots.pop();
      right[at] = roots.pop() as number;
      const feature = (number / model.step) | 0;
      features[at] = feature;
      values[at] = (limits[feature] as number[])[number % model.step] as number;
    } else values[at] = (number - model.leaf) / model.scale - model.shift;
    roots.push(at);
  }
  return { roots: roots.reverse(), features, values, right };
}
