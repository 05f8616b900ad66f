// @ts-check
/** Writes a trained model as `lib/extract/blocks/block-model.ts` reads it. */

/** @typedef {import('./boost.mjs').Tree} Tree */

const base = 90;
const firstDigit = 35;

/**
 * Each limit of a feature is a question, and questions have the first numbers; what leaves add up to is made whole numbers.
 * @throws when the trees are not of one size.
 * @param {import('./boost.mjs').Model} model
 * @param {number} features
 */
export function writeModel({ base: start, trees }, features) {
  /** @type {number[][]} */
  const limits = Array.from({ length: features }, () => []);
  for (const { feature, limit } of trees.flatMap(questionsOf))
    if (!limits[feature]?.includes(rounded(limit))) limits[feature]?.push(rounded(limit));
  const questions = limits.flatMap((own, feature) => own.map((limit) => `${feature} ${limit}`));
  const leaves = trees.flatMap(leavesOf);
  const [size = 0, ...sizes] = trees.map(sizeOf);
  if (sizes.some((other) => other !== size)) throw new Error('A tree has fewer leaves than the others.');
  // As many pairs of nodes may be on the left side of a question.
  const leaf = questions.length * ((size - 1) / 2);
  const shift = -Math.min(...leaves);
  const scale = (base * base - 1 - leaf) / (Math.max(...leaves) + shift);

  /** @param {Tree} tree @returns {string} */
  function encode(tree) {
    if ('value' in tree) return digits(leaf + Math.round((tree.value + shift) * scale));
    const question = questions.indexOf(`${tree.feature} ${rounded(tree.limit)}`);
    return digits(((sizeOf(tree.left) - 1) / 2) * questions.length + question) + encode(tree.left) + encode(tree.right);
  }
  const written = limits.map((own) => own.map((limit) => `${limit}`.replace(/^(-?)0\./, '$1.')).join(' ')).join(',');
  const code = trees.map(encode).join('');
  return { start: start - trees.length * (leaf / scale + shift), size, leaf, scale, limits: written, trees: code };
}

/** @param {number} limit */
function rounded(limit) {
  return Number(limit.toPrecision(3));
}

/** @param {Tree} tree @returns {{feature: number, limit: number}[]} */
function questionsOf(tree) {
  return 'value' in tree ? [] : [tree, ...questionsOf(tree.left), ...questionsOf(tree.right)];
}

/** @param {Tree} tree @returns {number} */
function sizeOf(tree) {
  return 'value' in tree ? 1 : 1 + sizeOf(tree.left) + sizeOf(tree.right);
}

/** @param {Tree} tree @returns {number[]} */
function leavesOf(tree) {
  return 'value' in tree ? [tree.value] : [...leavesOf(tree.left), ...leavesOf(tree.right)];
}

/** @param {number} number */
function digits(number) {
  return String.fromCharCode(firstDigit + Math.floor(number / base), firstDigit + (number % base));
}
