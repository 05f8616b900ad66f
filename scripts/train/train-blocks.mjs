// @ts-check
/**
 * Fits the model of `lib/extract/blocks` to pages whose truth is known: `node scripts/train/train-blocks.mjs <folder>`.
 * First five folds by site say what it is worth on sites it has not seen; then all pages make the model that is written.
 */
import { writeFileSync } from 'node:fs';
import { scorePage, summarize } from '../../tests/bench/extraction/score.mjs';
import { readSets } from '../../tests/bench/extraction/sets.mjs';
import { setUp } from '../lib/setup.mjs';
import { predict, train } from './boost.mjs';
import { labelBlocks } from './label-blocks.mjs';
import { observePages } from './observe-pages.mjs';
import { writeModel } from './write-model.mjs';

/** @typedef {import('./observe-pages.mjs').ObservedPage & {rows: Float32Array[], labels: number[], weights: number[], fold: number, chances: Float64Array}} Page */

const folds = 5;
/** Of the blocks that are plainly beside the article this share is enough to learn from; they weigh more for it. */
const shareOfOthers = 0.4;
/** As in `choose-blocks`. */
const least = { kept: 0.44, dropped: 0.57 };
const model = new URL('../../lib/extract/blocks/model.json', import.meta.url);

setUp();
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node scripts/train/train-blocks.mjs <folder of sets>');
  process.exit(2);
}
const pages = readPages(await observePages(readSets(folder, {})));
for (let fold = 0; fold < folds; fold++) {
  const learned = train(examplesOf(pages.filter((page) => page.fold !== fold)));
  for (const page of pages.filter((it) => it.fold === fold))
    page.chances = predict(learned, columnsOf(page.rows), page.rows.length);
}
report('unseen sites');
const learned = train(examplesOf(pages));
for (const page of pages) page.chances = predict(learned, columnsOf(page.rows), page.rows.length);
report('in sample');
writeFileSync(
  model,
  `${JSON.stringify(writeModel(learned, pages.find(({ rows }) => rows[0])?.rows[0]?.length ?? 0))}\n`,
);

/**
 * Sets of a hundred pages and of seven hundred shall both count.
 * @param {import('./observe-pages.mjs').ObservedPage[]} observed
 * @returns {Page[]}
 */
function readPages(observed) {
  const sizes = new Map(observed.map(({ set }) => [set, observed.filter((page) => page.set === set).length]));
  return observed.map((page) => {
    const { labels, weights } = labelBlocks(page);
    const bytes = Buffer.from(page.features, 'base64');
    const numbers = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const width = numbers.length / (page.texts.length || 1);
    const share = (sizes.get(page.set) ?? 1) ** -0.5;
    return {
      ...page,
      rows: page.texts.map((_, i) => numbers.subarray(i * width, (i + 1) * width)),
      labels,
      weights: weights.map((weight) => weight * share),
      fold: hash(siteOf(page.url)) % folds,
      chances: new Float64Array(),
    };
  });
}

/** @param {readonly Page[]} from @returns {import('./boost.mjs').Examples} */
function examplesOf(from) {
  const chosen = from.flatMap(({ rows, labels, weights, kept }) =>
    rows.flatMap((row, i) => {
      const [label, weight] = [labels[i] ?? 0, weights[i] ?? 0];
      const isOther = !kept[i] && label < 0.1;
      if (weight === 0 || (isOther && (i * 7919 + rows.length) % 100 >= shareOfOthers * 100)) return [];
      return [{ row, label, weight: isOther ? weight / shareOfOthers : weight }];
    }),
  );
  return {
    columns: columnsOf(chosen.map(({ row }) => row)),
    labels: Float64Array.from(chosen, ({ label }) => label),
    weights: Float64Array.from(chosen, ({ weight }) => weight),
  };
}

/** @param {readonly Float32Array[]} rows */
function columnsOf(rows) {
  return Array.from(rows[0] ?? [], (_, feature) => Float32Array.from(rows, (row) => row[feature] ?? 0));
}

/** @param {string} title */
function report(title) {
  for (const set of new Set(pages.map((page) => page.set))) {
    const own = pages.filter((page) => page.set === set);
    const figure = (/** @type {(page: Page, i: number) => boolean} */ isChosen) => {
      const scores = own.map((page) => {
        const text = page.texts.filter((_, i) => isChosen(page, i)).join('\n');
        const given = { text, title: '', author: '', date: '', source: '', images: [], everything: '' };
        const { truth } = page;
        return scorePage({ text: truth.text, with: truth.with, without: truth.without }, given, page);
      });
      const { 'text F1': f1, 'snippets F1': snippets } = summarize(scores, 1);
      return (f1 ?? snippets)?.value.toFixed(4);
    };
    const decided = (/** @type {Page} */ { kept, chances }, /** @type {number} */ i) =>
      (chances[i] ?? 0) > (kept[i] ? least.kept : least.dropped);
    console.log(`${title}  ${set}: ${figure(decided)} (Readability ${figure(({ kept }, i) => kept[i] === true)})`);
  }
}

/** The registered name of a host, roughly. @param {string} url */
function siteOf(url) {
  const parts = new URL(url).hostname.split('.');
  return parts.slice(parts.length > 2 && (parts.at(-2) ?? '').length <= 3 ? -3 : -2).join('.');
}

/** @param {string} text */
function hash(text) {
  return [...text].reduce((sum, character) => (Math.imul(sum, 31) + character.charCodeAt(0)) | 0, 7) >>> 0;
}
