// @ts-check
/** Writes a trained model as `lib/extract/blocks/block-model.ts` reads it. */

/** @typedef {import('./boost.mjs').Tree} Tree */

const base = 90;
const [firstDigit, backslash] = [35, 92];
/** More limits than any feature has. */
const step = 32;

/**
 * @param {import('./boost.mjs').Model} model
 * @param {number} features
 */
export function writeModel({ base: start, trees }, features) {
  /** @type {number[][]} */
  const limits = Array.from({ length: features }, () => []);
  const leaves = trees.flatMap(leavesOf);
  const leaf = features * step;
  const shift = -Math.min(...leaves);
  const scale = (base * base - 1 - leaf) / (Math.max(...leaves) + shift);
  const code = trees.map((tree) => encode(tree)).join('');

  /** @param {Tree} tree @returns {string} */
  function encode(tree) {
    if ('value' in tree) return digits(leaf + Math.round((tree.value + shift) * scale));
    const own = /** @type {number[]} */ (limits[tree.feature]);
    const limit = Number(tree.limit.toPrecision(3));
    if (!own.includes(limit)) own.push(limit);
    return digits(tree.feature * step + own.indexOf(limit)) + encode(tree.left) + encode(tree.right);
  }
  const round = (/** @type {number} */ number) => Number(number.toPrecision(6));
  const written = limits.map((own) => own.map((limit) => `${limit}`.replace(/^(-?)0\./, '$1.')).join(' ')).join(',');
  return { start: round(start), step, leaf, scale: round(scale), shift: round(shift), limits: written, trees: code };
}

/** @param {Tree} tree @returns {number[]} */
function leavesOf(tree) {
  return 'value' in tree ? [tree.value] : [...leavesOf(tree.left), ...leavesOf(tree.right)];
}

/** @param {number} number */
function digits(number) {
  return [Math.floor(number / base), number % base]
    .map((digit) => String.fromCharCode(digit + firstDigit + Number(digit + firstDigit >= backslash)))
    .join('');
}
