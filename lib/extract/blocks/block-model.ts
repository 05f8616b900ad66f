/** The model that says how likely a block is part of its article: gradient-boosted trees, written as a string. */
import model from './model.json';

/** All nodes one after another: go to the next when the feature is at most `value`, else to `right`; a leaf has none. */
type Trees = { roots: number[]; features: Uint8Array; values: Float64Array; right: Uint16Array };

/** Digits of a number in the code: characters from `#` on, without the backslash. */
const base = 90;
const [firstDigit, backslash] = [35, 92];

/** Of each feature the numbers that it is compared with. */
const limits = model.limits.split(',').map((numbers) => numbers.split(' ').map(Number));

let trees: Trees | undefined;

/** The probability, from 0 to 1; `given` as `measureBlocks` makes them. */
export function likelihood(given: ArrayLike<number>): number {
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
  const [features, values, right] = [new Uint8Array(size), new Float64Array(size), new Uint16Array(size)];
  const roots: number[] = [];
  for (let at = size - 1; at >= 0; at--) {
    const number = digit(code, 2 * at) * base + digit(code, 2 * at + 1);
    if (number < model.leaf) {
      roots.pop();
      right[at] = roots.pop() ?? 0;
      const feature = Math.floor(number / model.step);
      features[at] = feature;
      values[at] = limits[feature]?.[number % model.step] ?? 0;
    } else values[at] = (number - model.leaf) / model.scale - model.shift;
    roots.push(at);
  }
  return { roots: roots.reverse(), features, values, right };
}

function digit(code: string, at: number): number {
  const character = code.charCodeAt(at);
  return character > backslash ? character - firstDigit - 1 : character - firstDigit;
}
