// @ts-check
/** Whether words that were marked are found again after pages have changed, next to well-known libraries. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openPageWorld } from './extraction/page-world.mjs';
import { readSets } from './extraction/sets.mjs';
import { readMainThread } from './trace/main-thread.mjs';

/** @typedef {import('../../scripts/bench.mjs').Row} Row */
/** @typedef {import('./anchoring/judge').Counts} Counts */

const selections = 20;
const painted = 200;
const kinds = /** @type {const} */ (['right', 'twin', 'wrong', 'lost', 'orphaned', 'copied', 'misplaced']);

/**
 * `--set name`, `--limit n` pages of each set, spread over it, `--minutes n` to end before all pages had their turn,
 * `--only ours` without the other libraries, `--out misses.json` for what ours did not find.
 * @param {import('../../scripts/bench.mjs').BenchOptions} options
 * @returns {Promise<Row[]>}
 */
export async function run({ data, set, limit, rounds, out, only, minutes }) {
  const pages = inTurn(readSets(data, { set }).map((each) => spread(each.pages, limit)));
  const end = performance.now() + (minutes ?? Number.POSITIVE_INFINITY) * 60_000;
  const script = await bundle();
  const world = await openPageWorld();
  /** @type {Map<string, Map<string, Counts>>} */
  const totals = new Map();
  /** @type {object[]} */
  const misses = [];
  try {
    let count = 0;
    for (const [at, page] of pages.entries()) {
      if (performance.now() > end) break;
      count++;
      const view = await world.open(page);
      const strangers = paragraphsOf(pages[(at + 1) % pages.length]);
      const call = `anchoring.findAgain(${at + 1}, ${selections}, ${JSON.stringify(strangers)}, ${only !== 'ours'})`;
      const outcome = JSON.parse(await view.evaluate(`${script};${call}.then(JSON.stringify)`));
      addUp(totals, outcome.counts);
      misses.push(...outcome.misses.map((/** @type {object} */ miss) => ({ page: page.id, ...miss })));
    }
    const largest = pages.map((page) => ({ page, size: page.html().length })).sort((a, b) => b.size - a.size)[0];
    const times = largest ? await timePainting(world, largest.page, script, rounds) : [];
    if (out) writeFileSync(out, JSON.stringify(misses, null, 1));
    return [...describe(totals, count), ...times];
  } finally {
    await world.close();
  }
}

/**
 * As many of a set's pages as are wanted, at equal distances.
 * @template T
 * @param {T[]} all
 * @param {number | undefined} wanted
 */
function spread(all, wanted = all.length) {
  const step = Math.max(1, all.length / wanted);
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

/**
 * One of each in turn, until all have had theirs: whoever ends early has seen something of every set.
 * @template T
 * @param {T[][]} sets
 */
function inTurn(sets) {
  return Array.from({ length: Math.max(...sets.map(({ length }) => length)) }, (_, at) =>
    sets.flatMap((set) => set.slice(at, at + 1)),
  ).flat();
}

/**
 * Text that has nothing to do with a page: another one's.
 * @param {import('./extraction/sets.mjs').BenchPage | undefined} page
 */
function paragraphsOf(page) {
  return (page?.truth.text ?? '').split('\n').filter(({ length }) => length > 80);
}

/** @returns {Promise<string>} a script that leaves `anchoring` on the global object */
async function bundle() {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('anchoring/in-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'anchoring',
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('nothing was bundled');
  return `${first.output[0].code};globalThis.anchoring = anchoring`;
}

/**
 * @param {Map<string, Map<string, Counts>>} totals
 * @param {Record<string, Record<string, Counts>>} outcome of one page
 */
function addUp(totals, outcome) {
  for (const [change, finders] of Object.entries(outcome))
    for (const [by, counts] of Object.entries(finders)) {
      const ofChange = totals.get(change) ?? new Map();
      totals.set(change, ofChange);
      const sum = ofChange.get(by) ?? { ...counts };
      if (ofChange.has(by)) for (const kind of kinds) sum[kind] += counts[kind];
      ofChange.set(by, sum);
    }
}

/**
 * @param {Map<string, Map<string, Counts>>} totals
 * @param {number} pages
 * @returns {Row[]}
 */
function describe(totals, pages) {
  return [...totals].flatMap(([change, finders]) =>
    [...finders].map(([by, { right, twin, wrong, lost, orphaned, copied, misplaced }]) => {
      const there = right + twin + wrong + lost;
      const gone = orphaned + copied + misplaced;
      const ofThose = `of ${there} in ${pages} pages: elsewhere ${wrong}, not found ${lost}, at a twin ${twin}`;
      const ofGone = gone > 0 ? `; of ${gone} that are gone: found ${misplaced}, a copy ${copied}` : '';
      return {
        name: `${change}: ${by}`,
        value: (100 * (right + twin)) / there,
        unit: /** @type {const} */ ('%'),
        note: ofThose + ofGone,
      };
    }),
  );
}

/**
 * @param {Awaited<ReturnType<typeof openPageWorld>>} world
 * @param {import('./extraction/sets.mjs').BenchPage} page
 * @param {string} script
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
async function timePainting(world, page, script, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-painting-'));
  const path = join(folder, 'trace.json');
  try {
    const view = await world.open(page);
    /** @type {{ms: number, found: number, marked: number}[]} */
    let times = [];
    await world.trace(path, async () => {
      times = await view.evaluate(`${script};anchoring.timePainting(1, ${painted}, ${Math.max(20, rounds)})`);
    });
    const found = Math.min(...times.map((each) => each.found));
    const note = `${found} of ${times[0]?.marked} highlights, largest page (${Math.round(page.html().length / 1000)} KB)`;
    const byProcessor = await costs(path);
    return [
      ...ranks(
        'painting, processor',
        byProcessor.map(({ total }) => total),
        note,
      ),
      ...ranks(
        'painting, clock',
        times.map(({ ms }) => ms),
        `${times.length} rounds`,
      ),
      ...ranks(
        'painting: longest task, processor',
        byProcessor.map(({ longest }) => longest),
        '',
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What the main thread spent on each round, and on its longest task, by the processor's time: the clock says more of
 * other programs than of this one.
 * @param {string} path of a trace in which each round begins and ends with a mark
 */
async function costs(path) {
  const { events, tasks } = await readMainThread(path);
  const marks = (/** @type {string} */ name) => events.filter((event) => event.name === name).map(({ ts }) => ts);
  const ends = marks('painted');
  return marks('painting').map((start, round) => {
    const end = ends[round] ?? start;
    const spent = tasks.filter(({ ts, dur = 0 }) => ts + dur >= start && ts <= end).map(({ tdur = 0 }) => tdur / 1000);
    return { total: spent.reduce((sum, each) => sum + each, 0), longest: Math.max(0, ...spent) };
  });
}

/**
 * @param {string} name
 * @param {number[]} times
 * @param {string} note
 * @returns {Row[]}
 */
function ranks(name, times, note) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return [
    { name: `${name}, median`, value: at(0.5), unit: 'ms', note },
    { name: `${name}, p95`, value: at(0.95), unit: 'ms' },
  ];
}
