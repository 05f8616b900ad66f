// @ts-check
/**
 * What is found of real pages whose truth is known, by the built script in Chromium and by its peers in the same run:
 * text, metadata, images, and the time each takes in the page.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from '../../scripts/lib/builds.mjs';
import { makeExtractors } from './extraction/extractors.mjs';
import { openPageWorld } from './extraction/page-world.mjs';
import { scorePage, summarize, worstPages } from './extraction/score.mjs';
import { readSets } from './extraction/sets.mjs';

/** @typedef {import('../../scripts/bench.mjs').Row} Row */
/** @typedef {Row & {set: string, figure: string, by: string}} FigureRow */
/** @typedef {import('./extraction/extractors.mjs').Extractor} Extractor */
/** @typedef {import('./extraction/extractors.mjs').Prediction} Prediction */
/** @typedef {{scores: import('./extraction/score.mjs').PageScore[], times: number[], failed: string[]}} Result of one extractor */

/** The page is read this often; the fastest time counts, since the others are of the machine's load. */
const timesRead = 3;
const nothing = { text: '', title: '', author: '', date: '', source: '', images: [], everything: '' };

/**
 * `--set name`, `--limit n` pages of each set, `--only ours` without the peers, `--out predictions.json` of ours,
 * `--worst n` pages by each figure of ours.
 * @param {import('../../scripts/bench.mjs').BenchOptions} options
 * @returns {Promise<FigureRow[]>}
 */
export async function run({ data, set, limit, only, out, worst = 0 }) {
  const sets = readSets(data, { set, limit });
  const extractors = (await makeExtractors(build('chromium'))).filter(({ name }) => !only || name === only);
  const world = await openPageWorld();
  /** @type {Record<string, Omit<Prediction, 'everything'>>} */
  const predictions = {};
  /** @type {FigureRow[]} */
  const rows = [];
  /** @type {Map<string, number[]>} */
  const allTimes = new Map(extractors.map(({ name }) => [name, []]));
  try {
    for (const { name, pages, splitsWide } of sets) {
      /** @type {Map<string, Result>} */
      const results = new Map(extractors.map((it) => [it.name, { scores: [], times: [], failed: [] }]));
      for (const [at, page] of pages.entries()) {
        const view = await world.open(page);
        // Whoever is first finds the page's caches cold: each is, in turn.
        const turn = at % extractors.length;
        for (const extractor of [...extractors.slice(turn), ...extractors.slice(0, turn)]) {
          const result = /** @type {Result} */ (results.get(extractor.name));
          const { ms, prediction } = await readPage(view, extractor, result.failed, page.id);
          result.scores.push(scorePage(page.truth, prediction, { splitsWide }));
          result.times.push(ms);
          allTimes.get(extractor.name)?.push(ms);
          const { everything, ...kept } = prediction;
          if (extractor.name === 'ours') predictions[page.id] = kept;
        }
      }
      rows.push(
        ...describeSet(name, results),
        ...describeTimes(name, new Map([...results].map(([it, { times }]) => [it, times]))),
        ...describeWorst(name, pages, results.get('ours')?.scores ?? [], worst),
      );
      for (const [by, { failed }] of results)
        if (failed.length > 0) console.error(`${by} failed on ${failed.join(', ')}`);
    }
  } finally {
    await world.close();
  }
  if (sets.length > 1) rows.push(...describeTimes('all', allTimes));
  if (out) {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, JSON.stringify(predictions));
  }
  return rows;
}

/**
 * @param {{evaluate: (expression: string) => Promise<any>}} view
 * @param {Extractor} extractor
 * @param {string[]} failed takes the id of a page that it throws on
 * @param {string} id
 * @returns {Promise<{ms: number, prediction: Prediction}>}
 */
async function readPage(view, extractor, failed, id) {
  let fastest = Number.POSITIVE_INFINITY;
  /** @type {Prediction} */
  let prediction = nothing;
  try {
    for (let time = 0; time < timesRead; time++) {
      const { ms, value, seen } = await view.evaluate(extractor.script);
      fastest = Math.min(fastest, ms);
      if (time === 0) prediction = extractor.read(value, seen);
    }
  } catch (error) {
    failed.push(`${id} (${String(error).slice(0, 200)})`);
  }
  return { ms: Number.isFinite(fastest) ? fastest : 0, prediction };
}

/**
 * One row for each figure of each extractor.
 * @param {string} set
 * @param {ReadonlyMap<string, Result>} results
 * @returns {FigureRow[]}
 */
function describeSet(set, results) {
  const summaries = [...results].map(([by, { scores }]) => /** @type {const} */ ([by, summarize(scores)]));
  return Object.keys(summaries[0]?.[1] ?? {}).flatMap((figure) =>
    summaries.flatMap(([by, summary]) => {
      const found = summary[figure];
      if (!found) return [];
      const { value, low, high, pages } = found;
      const note = `${low.toFixed(3)}–${high.toFixed(3)}`;
      return [rowOf({ set: `${set} (${pages})`, figure, by }, value, '', note)];
    }),
  );
}

/**
 * A list for each figure: the id of a page, how much of the figure it has, and its site.
 * @param {string} set
 * @param {readonly import('./extraction/sets.mjs').BenchPage[]} pages
 * @param {readonly import('./extraction/score.mjs').PageScore[]} scores of the same pages
 * @param {number} count
 * @returns {FigureRow[]}
 */
function describeWorst(set, pages, scores, count) {
  const scored = scores.map((score, at) => ({ score, page: /** @type {typeof pages[0]} */ (pages[at]) }));
  const whole = Object.keys(summarize(scores, 1)).filter((figure) => !/ (?:precision|recall)$/u.test(figure));
  return whole.flatMap((figure) =>
    worstPages(figure, scored, count).map(({ page: { id, url }, value }) =>
      rowOf({ set: `${set}: worst ${figure}`, figure: id, by: 'ours' }, value, '', new URL(url).host),
    ),
  );
}

/**
 * @param {string} set
 * @param {ReadonlyMap<string, readonly number[]>} times
 * @returns {FigureRow[]}
 */
function describeTimes(set, times) {
  const bare = times.get('Readability');
  return [0.5, 0.95].flatMap((share) =>
    [...times].map(([by, own]) => {
      const value = percentile(own, share);
      const note = bare && by !== 'Readability' ? `${(value / percentile(bare, share)).toFixed(2)} ×` : '';
      return rowOf({ set, figure: `ms in the page, ${share === 0.5 ? 'median' : 'p95'}`, by }, value, 'ms', note);
    }),
  );
}

/**
 * @param {{set: string, figure: string, by: string}} of
 * @param {number} value
 * @param {'' | 'ms'} unit
 * @param {string} note
 * @returns {FigureRow}
 */
function rowOf(of, value, unit, note) {
  return { ...of, name: `${of.set}: ${of.figure}, ${of.by}`, value, unit, note };
}

/**
 * One line for each figure, one column for each extractor; beside it the 95 % interval, or a time by Readability's.
 * @param {readonly FigureRow[]} rows
 */
export function printTable(rows) {
  const names = [...new Set(rows.map(({ by }) => by))];
  const figures = new Map(rows.map((row) => [`${row.set}\0${row.figure}`, row]));
  const width = Math.max(24, ...rows.map((row) => Math.max(row.set.length, row.figure.length))) + 2;
  let set = '';
  for (const row of figures.values()) {
    if (row.set !== set)
      console.log(`\n  ${row.set.padEnd(width)}${names.map((name) => name.padEnd(24)).join('')}`.trimEnd());
    set = row.set;
    const cells = names.map((name) => {
      const found = rows.find((it) => it.set === row.set && it.figure === row.figure && it.by === name);
      if (!found) return ''.padEnd(24);
      return `${found.value.toFixed(found.unit === 'ms' ? 1 : 4)}  ${found.note}`.padEnd(24);
    });
    console.log(`  ${row.figure.padEnd(width)}${cells.join('')}`.trimEnd());
  }
}

/**
 * @param {readonly number[]} values
 * @param {number} share
 */
function percentile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}
