/** The model that says how likely a block is part of its article: gradient-boosted trees, written as a string. */
import model from './model.json';
import type { Features } from './text-features';

/**
 * Trees of `model.size` nodes one after another, each in the order of a walk with the left side first. A node is a number:
 * from `model.leaf` on it is a leaf, below it a question and, times their number, how many pairs of nodes are on its left
 * side. The answer is left when the feature is at most the limit.
 */
type Trees = { nodes: Uint16Array; features: number[]; limits: (number | null)[] };

/** Digits of a node's number in the code: characters from `#` on. */
const base = 90;
/** What two of the first digit are. */
const first = 35 * (base + 1);

let trees: Trees | undefined;

/** The probability, from 0 to 1; `given` as `measureBlocks` makes them. */
export function likelihood(given: Features): number {
  trees ??= readTrees();
  const { nodes, features, limits } = trees;
  const questions = features.length;
  let sum = 0;
  for (let root = 0; root < nodes.length; root += model.size) {
    let at = root;
    let node = nodes[at] as number;
    while (node < model.leaf) {
      const question = node % questions;
      if ((given[features[question] as number] as number) <= (limits[question] as number)) at++;
      else at += 2 + 2 * ((node / questions) | 0);
      node = nodes[at] as number;
    }
    sum += node;
  }
  return 1 / (1 + Math.exp(-model.start - sum / model.scale));
}

/** Of the limits, those of one feature stand between commas. */
function readTrees(): Trees {
  const nodes = new Uint16Array(model.trees.length / 2);
  for (let at = 0; at < nodes.length; at++)
    nodes[at] = model.trees.charCodeAt(2 * at) * base + model.trees.charCodeAt(2 * at + 1) - first;
  const features: number[] = [];
  // A list of numbers alone would make each anew whenever it is asked.
  const limits: (number | null)[] = [null];
  const ofFeatures = model.limits.split(',');
  for (let feature = 0; feature < ofFeatures.length; feature++)
    for (const limit of ofFeatures[feature] ? (ofFeatures[feature] as string).split(' ') : []) {
      limits[features.length] = Number(limit);
      features.push(feature);
    }
  return { nodes, features, limits };
}
