// @ts-check
/** Gradient-boosted trees for one probability: histograms, second-order steps, the same result for the same data. */
import { seeded } from '../lib/giant-page.mjs';

/**
 * `columns` one array for each feature; `labels` from 0 to 1; `weights` of any scale.
 * @typedef {{columns: Float32Array[], labels: Float64Array, weights: Float64Array}} Examples
 */
/** A split goes left when the value is at most `limit`; a leaf has a `value`. @typedef {{feature: number, limit: number, left: Tree, right: Tree} | {value: number}} Tree */
/** @typedef {{base: number, trees: Tree[]}} Model */
/** @typedef {{trees: number, leaves: number, rate: number, smallest: number, ridge: number, share: number, features: number, bins: number, seed: number}} Settings */

/** @type {Settings} */
const settings = {
  trees: 52,
  leaves: 12,
  rate: 0.15,
  smallest: 3,
  ridge: 4,
  share: 0.6,
  features: 0.3,
  bins: 24,
  seed: 5,
};

/**
 * @param {Examples} examples
 * @param {Settings} [with_]
 * @returns {Model}
 */
export function train({ columns, labels, weights }, with_ = settings) {
  const count = labels.length;
  const next = seeded(with_.seed);
  const binned = columns.map((column) => bin(column, with_.bins));
  const scale = count / weights.reduce((sum, weight) => sum + weight, 0);
  const share = labels.reduce((sum, label, i) => sum + label * (weights[i] ?? 0), 0) / (count / scale);
  const base = Math.log(share / (1 - share));
  const scores = new Float64Array(count).fill(base);
  const [first, second] = [new Float64Array(count), new Float64Array(count)];
  /** @type {Tree[]} */
  const trees = [];
  for (let round = 0; round < with_.trees; round++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      const weight = (weights[i] ?? 0) * scale;
      first[i] = weight * (p - (labels[i] ?? 0));
      second[i] = weight * Math.max(p * (1 - p), 1e-6);
    }
    const rows = Int32Array.from({ length: count }, (_, i) => i).filter(() => next() < with_.share);
    const features = binned.map((_, i) => i).filter(() => next() < with_.features);
    const tree = grow({ binned, first, second, features, with_ }, rows);
    trees.push(tree);
    for (let i = 0; i < count; i++) scores[i] = (scores[i] ?? 0) + leafOf(tree, columns, i);
  }
  return { base, trees };
}

/**
 * The chance of one example.
 * @param {Model} model
 * @param {ArrayLike<number | boolean>} features
 */
export function predict({ base, trees }, features) {
  let score = base;
  for (const tree of trees) {
    let at = tree;
    while (!('value' in at)) at = /** @type {number} */ (features[at.feature]) <= at.limit ? at.left : at.right;
    score += at.value;
  }
  return 1 / (1 + Math.exp(-score));
}

/** @param {Tree} tree @param {readonly Float32Array[]} columns @param {number} row */
function leafOf(tree, columns, row) {
  let at = tree;
  while (!('value' in at)) at = /** @type {number} */ (columns[at.feature]?.[row]) <= at.limit ? at.left : at.right;
  return at.value;
}

/**
 * Bins of about as many examples each; `edges[b]` is the greatest value of bin `b`.
 * @param {Float32Array} column
 * @param {number} bins
 */
function bin(column, bins) {
  const sorted = Float32Array.from(column).sort();
  /** @type {number[]} */
  const edges = [];
  for (let b = 1; b <= bins; b++) {
    const edge = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * b) / bins))] ?? 0;
    if (edge !== edges.at(-1)) edges.push(edge);
  }
  const values = Uint8Array.from(column, (value) => {
    let [low, high] = [0, edges.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= /** @type {number} */ (edges[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  });
  return { values, edges };
}

/** @typedef {{binned: ReturnType<typeof bin>[], first: Float64Array, second: Float64Array, features: number[], with_: Settings}} Work */
/** @typedef {{rows: Int32Array, gain: number, feature: number, at: number, limit: number}} Split */

/**
 * Best leaf first.
 * @param {Work} work
 * @param {Int32Array} rows
 * @returns {Tree}
 */
function grow(work, rows) {
  /** @type {any} */
  const root = {};
  const open = [{ node: root, split: bestSplit(work, rows) }];
  for (let leaves = 1; leaves < work.with_.leaves; leaves++) {
    open.sort((a, b) => b.split.gain - a.split.gain);
    const top = open[0];
    if (!top || top.split.gain <= 0) break;
    open.shift();
    const { feature, at, limit, rows: own } = top.split;
    const values = work.binned[feature]?.values ?? new Uint8Array();
    const left = own.filter((row) => /** @type {number} */ (values[row]) <= at);
    const right = own.filter((row) => /** @type {number} */ (values[row]) > at);
    Object.assign(top.node, { feature, limit, left: {}, right: {} });
    open.push(
      { node: top.node.left, split: bestSplit(work, left) },
      { node: top.node.right, split: bestSplit(work, right) },
    );
  }
  for (const { node, split } of open) node.value = leafValue(work, split.rows);
  return root;
}

/** @param {Work} work @param {Int32Array} rows */
function leafValue({ first, second, with_ }, rows) {
  let [g, h] = [0, 0];
  for (const row of rows) {
    g += first[row] ?? 0;
    h += second[row] ?? 0;
  }
  return (-with_.rate * g) / (h + with_.ridge);
}

/** @param {Work} work @param {Int32Array} rows @returns {Split} */
function bestSplit({ binned, first, second, features, with_ }, rows) {
  let [g, h] = [0, 0];
  for (const row of rows) {
    g += first[row] ?? 0;
    h += second[row] ?? 0;
  }
  const own = (g * g) / (h + with_.ridge);
  /** @type {Split} */
  let best = { rows, gain: 0, feature: -1, at: 0, limit: 0 };
  const [sums, weights] = [new Float64Array(256), new Float64Array(256)];
  for (const feature of features) {
    const { values, edges } = /** @type {ReturnType<typeof bin>} */ (binned[feature]);
    sums.fill(0);
    weights.fill(0);
    for (let i = 0; i < rows.length; i++) {
      const row = /** @type {number} */ (rows[i]);
      const b = /** @type {number} */ (values[row]);
      sums[b] = /** @type {number} */ (sums[b]) + /** @type {number} */ (first[row]);
      weights[b] = /** @type {number} */ (weights[b]) + /** @type {number} */ (second[row]);
    }
    let [lg, lh] = [0, 0];
    for (let at = 0; at < edges.length - 1; at++) {
      lg += sums[at] ?? 0;
      lh += weights[at] ?? 0;
      if (lh < with_.smallest || h - lh < with_.smallest) continue;
      const gain = (lg * lg) / (lh + with_.ridge) + ((g - lg) * (g - lg)) / (h - lh + with_.ridge) - own;
      if (gain > best.gain) best = { rows, gain, feature, at, limit: ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2 };
    }
  }
  return best;
}
