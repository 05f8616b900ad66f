/** The model that says how likely a block is part of its article: gradient-boosted trees, written as a string. */
import model from './model.json';

/** Go to the next node when the feature is at most `limit`, else to `right`; a leaf has a `value` and no feature. */
type Node = { feature: number; limit: number; right: number; value: number };

/** Digits of a number in the code: characters from `#` on, without the backslash. */
const base = 90;
const [firstDigit, backslash] = [35, 92];

/** Of each feature the numbers that it is compared with. */
const limits = model.limits.split(',').map((numbers) => numbers.split(' ').map(Number));

let trees: Node[][] | undefined;

/** The probability, from 0 to 1; `features` as `measureBlocks` makes them. */
export function likelihood(features: Float64Array): number {
  trees ??= decode(model.trees);
  let score = model.start;
  for (const nodes of trees) {
    let at = 0;
    let node = nodes[0] as Node;
    while (node.feature >= 0) {
      at = (features[node.feature] as number) <= node.limit ? at + 1 : node.right;
      node = nodes[at] as Node;
    }
    score += node.value;
  }
  return 1 / (1 + Math.exp(-score));
}

/**
 * Trees one after another, each in the order of a walk with the left side first; each node is a number of two digits.
 * Below `model.leaf` it is a split: feature × `model.step` + the number of its limit; else a leaf, scaled.
 */
function decode(code: string): Node[][] {
  let at = 0;
  const digit = (): number => {
    const character = code.charCodeAt(at++);
    return character - firstDigit - Number(character > backslash);
  };
  const read = (nodes: Node[]): Node[] => {
    const number = digit() * base + digit();
    if (number >= model.leaf) {
      nodes.push({ feature: -1, limit: 0, right: 0, value: (number - model.leaf) / model.scale - model.shift });
      return nodes;
    }
    const feature = Math.floor(number / model.step);
    const node = { feature, limit: limits[feature]?.[number % model.step] ?? 0, right: 0, value: 0 };
    nodes.push(node);
    read(nodes);
    node.right = nodes.length;
    return read(nodes);
  };
  const found: Node[][] = [];
  while (at < code.length) found.push(read([]));
  return found;
}
