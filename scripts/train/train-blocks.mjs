// @ts-check
/**
 * Fits the model of `lib/extract/blocks` to pages whose truth is known:
 * `node scripts/train/train-blocks.mjs <folder> [--keep <folder>]`; what is kept there need not be seen again in Chromium.
 * First five folds by site say what it is worth on sites it has not seen; then all pages make the model that is written.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { scorePage, summarize } from '../../tests/bench/extraction/score.mjs';
import { readSets } from '../../tests/bench/extraction/sets.mjs';
import { setUp } from '../lib/setup.mjs';
import { predict, train } from './boost.mjs';
import { labelBlocks } from './label-blocks.mjs';
import { chooseText, measurePage } from './measure-pages.mjs';
import { observePages } from './observe-pages.mjs';
import { writeModel } from './write-model.mjs';

/** @typedef {import('./measure-pages.mjs').MeasuredPage & {labels: number[], weights: number[], fold: number, model?: import('./boost.mjs').Model}} Page */

const folds = 5;
/** Of the blocks that are plainly beside the article this share is enough to learn from; they weigh more for it. */
const shareOfOthers = 0.4;
const model = new URL('../../lib/extract/blocks/model.json', import.meta.url);

setUp();
const { positionals, values } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } });
const [folder] = positionals;
if (!folder) {
  console.error('usage: node scripts/train/train-blocks.mjs <folder of sets> [--keep <folder>]');
  process.exit(2);
}
const pages = readPages((await observePages(readSets(folder, {}), values.keep)).map(measurePage));
for (let fold = 0; fold < folds; fold++) {
  const model = train(examplesOf(pages.filter((page) => page.fold !== fold)));
  for (const page of pages) if (page.fold === fold) page.model = model;
}
report('unseen sites');
const learned = train(examplesOf(pages));
for (const page of pages) page.model = learned;
report('in sample');
writeFileSync(
  model,
  `${JSON.stringify(writeModel(learned, pages.find(({ rows }) => rows[0])?.rows[0]?.length ?? 0), null, 2)}\n`,
);

/**
 * Sets of a hundred pages and of seven hundred shall both count.
 * @param {import('./measure-pages.mjs').MeasuredPage[]} measured
 * @returns {Page[]}
 */
function readPages(measured) {
  const sizes = new Map(measured.map(({ set }) => [set, measured.filter((page) => page.set === set).length]));
  return measured.map((page) => {
    const { labels, weights } = labelBlocks(page);
    const share = (sizes.get(page.set) ?? 1) ** -0.5;
    return {
      ...page,
      labels,
      weights: weights.map((weight) => weight * share),
      fold: hash(siteOf(page.url)) % folds,
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
    const figure = (/** @type {(page: Page) => string} */ textOf) => {
      const scores = own.map((page) => {
        const given = { text: textOf(page), title: '', author: '', date: '', source: '', images: [], everything: '' };
        const { truth } = page;
        return scorePage({ text: truth.text, with: truth.with, without: truth.without }, given, page);
      });
      const { 'text F1': f1, 'snippets F1': snippets } = summarize(scores, 1);
      return (f1 ?? snippets)?.value.toFixed(4);
    };
    const decided = figure((page) => chooseText(page, (features) => (page.model ? predict(page.model, features) : 0)));
    const reader = figure(({ texts, kept }) => texts.filter((_, i) => kept[i]).join('\n'));
    console.log(`${title}  ${set}: ${decided} (Readability ${reader})`);
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
