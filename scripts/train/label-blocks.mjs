// @ts-check
/** Which blocks of a page are its article, by the true text. */
import { bagOf, wordsOf } from '../../tests/bench/extraction/score.mjs';

/** @typedef {import('./measure-pages.mjs').MeasuredPage} MeasuredPage */

const shingle = 4;

/**
 * For each block the share of its words that is true, and how much that counts: its share of the page's true words.
 * Pages of which only snippets are known label the blocks that hold one.
 * @param {Pick<MeasuredPage, 'truth' | 'texts'>} page
 * @returns {{labels: number[], weights: number[]}}
 */
export function labelBlocks({ truth, texts }) {
  if (typeof truth.text !== 'string') return labelBySnippets(truth, texts);
  const trueWords = wordsOf(truth.text, true);
  const bag = bagOf(trueWords);
  const line = ` ${trueWords.join(' ')} `;
  const lines = new Set(truth.text.split('\n').map((it) => wordsOf(it, true).join(' ')));
  const words = texts.map((text) => wordsOf(text, true));
  const labels = words.map((list) => {
    if (list.length === 0) return 0;
    const text = list.join(' ');
    if (lines.has(text)) return 1;
    if (list.length < shingle) return line.includes(` ${text} `) ? 0.6 : 0;
    let shared = 0;
    const own = bagOf(list);
    for (const key of own.keys()) if (bag.has(key)) shared++;
    return shared / own.size;
  });
  const all = Math.max(trueWords.length, 40);
  return { labels, weights: words.map(({ length }) => Math.min(0.5, (length + 1) / all)) };
}

/**
 * @param {MeasuredPage['truth']} truth
 * @param {readonly string[]} texts
 */
function labelBySnippets(truth, texts) {
  const norm = (/** @type {string} */ text) => text.replace(/\s+/gu, ' ').trim();
  const [good, bad] = [truth.with ?? [], truth.without ?? []].map((list) => list.map(norm).filter(Boolean));
  const holds = (/** @type {string[] | undefined} */ list, /** @type {string} */ text) =>
    (list ?? []).some((it) => text.includes(it));
  const labels = texts.map((text) => Number(holds(good, text) && !holds(bad, text)));
  return { labels, weights: texts.map((text) => (holds(good, text) || holds(bad, text) ? 0.05 : 0)) };
}
