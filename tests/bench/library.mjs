// @ts-check
/** A library of 1,000 to 100,000 clips: searching, listing, adding, importing; and its peers in the same run. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../scripts/lib/builds.mjs';
import { launchChromium } from '../e2e/drivers/chromium.mjs';
import { createCorpus } from './library/corpus.mjs';
import { bundlePageScript, fillLibrary, openLibrary } from './library/filled.mjs';
import { folderSize, quantile, rest } from './library/measure.mjs';
import { heapOf, measurePeer } from './library/peers.mjs';
import { judge, kinds, makeQueries, scan } from './library/truth.mjs';

/** @typedef {import('../../scripts/bench.mjs').Row} Row */
/** @typedef {import('./library/truth.mjs').Query} Query */
/** @typedef {{times: number[], found: number[]}} Result */

const defaultSize = 1000;
/** MiniSearch and FlexSearch keep everything in memory: beyond this they take minutes and hundreds of megabytes. */
const memoryPeersUpTo = 10_000;
/** Each in a browser that has just been started. */
const coldRounds = 5;
const table = new URL('../../docs/benchmarks-library.md', import.meta.url);

/**
 * `--size n` clips (1000), `--peers` also the peers, `--rounds n` of each query, `--fresh` fills the library again
 * although an earlier run has kept one.
 * @param {import('../../scripts/bench.mjs').BenchOptions} options
 * @returns {Promise<Row[]>}
 */
export async function run({ size: given, peers = false, rounds, fresh = false }) {
  const size = Number(given ?? defaultSize);
  const [before = 0] = loadavg();
  const story = createCorpus();
  const queries = makeQueries(story, size);
  const first = queries.find(({ kind }) => kind === 'two') ?? { kind: 'two', words: [] };
  const { answers: truths, bytes: textBytes } = scan(story, size, queries);
  const own = await measureOwn(size, queries, first, rounds, fresh);
  const rows = [...describe('', queries, truths, own.results, own.cold, own.busy), ...describeOwn(own, textBytes)];
  keepTable(size, rows); // peers take long, and may be stopped
  if (peers)
    for (const name of /** @type {const} */ (['sqlite', 'flexsearch', 'minisearch'])) {
      if (name !== 'sqlite' && size > memoryPeersUpTo) continue;
      const peer = await measurePeer(name, size, queries, first, Math.min(rounds, 3)).catch((error) => {
        console.error(`${name}: ${error instanceof Error ? error.message : error}`); // the others are still compared
        return null;
      });
      if (!peer) continue;
      rows.push(
        ...describe(`${name}: `, queries, truths, peer.results, peer.cold),
        ...describePeer(name, peer, own, queries),
      );
    }
  const rate = {
    name: 'load of the machine',
    value: loadavg()[0] ?? 0,
    unit: /** @type {const} */ (''),
    note: `at first ${before.toFixed(1)}`,
  };
  rows.push(rate);
  keepTable(size, rows);
  return rows;
}

/**
 * Measures a copy of the filled library from a page of the built extension.
 * @param {number} size
 * @param {readonly Query[]} queries
 * @param {Query} first
 * @param {number} rounds
 * @param {boolean} fresh
 */
async function measureOwn(size, queries, first, rounds, fresh) {
  const script = await bundlePageScript();
  const extension = build('chromium');
  const { folder, filled } = await fillLibrary(size, { extension, script, fresh });
  const profile = mkdtempSync(join(tmpdir(), 'clipsheet-library-'));
  cpSync(folder, profile, { recursive: true });
  const driver = await launchChromium({ extension, profile, protocolTimeout: 1_800_000 });
  try {
    const tidy = await openLibrary(driver, script);
    await tidy.call('forgetComparisons');
    const disk = folderSize(join(folder, 'Default', 'IndexedDB'));
    const answers = [];
    const seen = [];
    for (let round = 0; round < coldRounds; round++) {
      answers.push(await openCold(driver, first, script));
      seen.push(await openCold(driver, first, null));
    }
    const { page, call } = await openLibrary(driver, script);
    await rest();
    const index = await call('describeIndex');
    await call('query', queries.slice(0, 1), 1);
    const heapBefore = await heapOf(page);
    const processor = await processorOf(page);
    const results = await call('query', queries, rounds);
    const busy = ((await processor()) * 1000) / ((rounds + 1) * queries.length);
    const heap = (await heapOf(page)) - heapBefore;
    const pages = await call('pages', queries, 108);
    const added = await call('add', size, 30);
    return { filled, index, heap, busy, results, pages, added, disk, ...best(answers), seen: best(seen) };
  } finally {
    await driver.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @typedef {{at: number, processor: number}} Opening */

/** The least of each. @param {Opening[]} openings */
const best = (openings) => ({
  cold: Math.min(...openings.map(({ at }) => at)),
  coldProcessor: Math.min(...openings.map(({ processor }) => processor)),
});

/**
 * Milliseconds from the navigation of a new browser to the answer to a search, or (without `script`) until a clip that
 * answers it is on the screen; and what of it the page's own thread had of the processor.
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {Query} first
 * @param {string | null} script
 * @returns {Promise<Opening>}
 */
async function openCold(driver, first, script) {
  await driver.restart();
  await rest();
  const page = await driver.browser().newPage();
  const processor = await processorOf(page);
  const library = `chrome-extension://${driver.extensionId()}/library.html`;
  if (script)
    await page.evaluateOnNewDocument(`${script};globalThis.opened = bench.firstAnswer(${JSON.stringify(first)})`);
  else
    await page.evaluateOnNewDocument(() => {
      Object.assign(globalThis, {
        opened: new Promise((resolve) => {
          const look = () => {
            const row = document.querySelector('[role=listbox][aria-multiselectable] [role=option]');
            if (row) resolve({ at: performance.now() });
            else requestAnimationFrame(look);
          };
          look();
        }),
      });
    });
  await page.goto(`${library}#/clips?in=all&q=${encodeURIComponent(script ? '' : `${first.words.join(' ')} `)}`);
  const { at } = /** @type {any} */ (await page.evaluate('globalThis.opened'));
  return { at, processor: (await processor()) * 1000 };
}

/**
 * Seconds that a page's own thread had of the processor from now on, whatever else the machine does.
 * @param {import('puppeteer-core').Page} page
 */
async function processorOf(page) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const before = await read();
  return async () => (await read()) - before;
}

/**
 * How fast and how right the answers were.
 * @param {string} who
 * @param {readonly Query[]} queries
 * @param {readonly Set<number>[]} truths
 * @param {readonly Result[]} results
 * @param {number} cold
 * @param {number} [busy] milliseconds of the processor a query takes
 * @returns {Row[]}
 */
function describe(who, queries, truths, results, cold, busy) {
  const best = results.map(({ times }) => Math.min(...times));
  /** @type {Row[]} */
  const rows = [
    { name: `${who}query p50`, value: quantile(best, 0.5), unit: 'ms', note: 'best of the rounds of each of 108' },
    { name: `${who}query p95`, value: quantile(best, 0.95), unit: 'ms', note: `most ${Math.max(...best).toFixed(1)}` },
    {
      name: `${who}query p95, every round`,
      value: quantile(
        results.flatMap(({ times }) => times),
        0.95,
      ),
      unit: 'ms',
    },
    { name: `${who}cold open → first answer`, value: cold, unit: 'ms', note: 'new browser, best' },
  ];
  if (busy !== undefined)
    rows.push({ name: 'query, processor', value: busy, unit: 'ms', note: 'mean, the page alone' });
  for (const kind of kinds) {
    const of = queries.flatMap((query, i) => (query.kind === kind ? [i] : []));
    const judged = of.map((i) => judge(truths[i] ?? new Set(), results[i]?.found ?? []));
    const mean = (/** @type {'recall' | 'precision'} */ what) =>
      judged.reduce((sum, each) => sum + each[what], 0) / judged.length;
    rows.push({
      name: `${who}recall@50 ${kind}`,
      value: 100 * mean('recall'),
      unit: '%',
      note: `precision ${(100 * mean('precision')).toFixed(1)}, slowest ${Math.max(...of.map((i) => best[i] ?? 0)).toFixed(1)} ms`,
    });
  }
  return rows;
}

/**
 * @param {Awaited<ReturnType<typeof measureOwn>>} own
 * @param {number} textBytes
 * @returns {Row[]}
 */
function describeOwn({ filled, index, heap, pages, added, disk, seen, coldProcessor }, textBytes) {
  const p50 = (/** @type {number[]} */ times) => quantile(times, 0.5);
  const kilobytes = (/** @type {number} */ bytes) => bytes / 1000;
  return [
    {
      name: 'cold open → first answer, processor',
      value: coldProcessor,
      unit: 'ms',
      note: 'the page alone, all it does',
    },
    {
      name: 'cold open → first clip on the screen',
      value: seen.cold,
      unit: 'ms',
      note: `processor ${seen.coldProcessor.toFixed(0)}`,
    },
    { name: 'search with its 50 clips p50', value: p50(pages.shown), unit: 'ms' },
    { name: 'search in a tag and a status p50', value: p50(pages.filtered), unit: 'ms' },
    { name: 'list page p50', value: p50(pages.list), unit: 'ms' },
    { name: 'tag page p50', value: p50(pages.tagged), unit: 'ms', note: `${pages.inTag} clips` },
    { name: 'store one clip p50', value: p50(added.whole), unit: 'ms', note: 'row, text, lists, counters, index' },
    { name: 'of it the index p50', value: p50(added.index), unit: 'ms' },
    { name: 'import, each clip', value: filled.importing, unit: 'ms', note: `load ${filled.load}` },
    { name: 'longest task while importing and indexing', value: filled.longest, unit: 'ms', note: 'first 10,000' },
    { name: 'index complete after the import', value: filled.indexing, unit: 'ms' },
    { name: 'heap for search', value: kilobytes(heap), unit: 'KB' },
    { name: 'index', value: kilobytes(index.payload), unit: 'KB', note: `${index.segments} segments` },
    { name: 'index / text', value: index.payload / textBytes, unit: '×' },
    {
      name: 'library and index on disk',
      value: kilobytes(disk),
      unit: 'KB',
      note: `text ${kilobytes(textBytes).toFixed(0)}`,
    },
  ];
}

/**
 * @param {string} name
 * @param {Awaited<ReturnType<typeof measurePeer>>} peer
 * @param {Awaited<ReturnType<typeof measureOwn>>} own
 * @param {readonly Query[]} queries
 * @returns {Row[]}
 */
function describePeer(name, peer, own, queries) {
  const p95 = (/** @type {readonly Result[]} */ results) =>
    quantile(
      queries.map((_, i) => Math.min(...(results[i]?.times ?? []))),
      0.95,
    );
  return [
    { name: `${name}: index built`, value: peer.built, unit: 'ms' },
    { name: `${name}: heap`, value: peer.heap / 1000, unit: 'KB' },
    { name: `${name}: on disk`, value: peer.disk / 1000, unit: 'KB' },
    { name: `ours / ${name}: query p95`, value: p95(own.results) / p95(peer.results), unit: '×' },
    { name: `ours / ${name}: cold open`, value: own.cold / peer.cold, unit: '×' },
  ];
}

/** Keeps the last table of each size. @param {number} size @param {readonly Row[]} rows */
function keepTable(size, rows) {
  const path = fileURLToPath(table);
  const head = `## ${size.toLocaleString('en')} clips`;
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, value, unit, note = '' }) =>
    `${name.padEnd(width)} ${value.toFixed(unit === '×' ? 2 : 1).padStart(10)} ${unit.padEnd(3)} ${note}`.trimEnd(),
  );
  const section = [head, '', '```text', ...lines, '```', ''].join('\n');
  const [title = '', ...others] = readFileSync(path, 'utf8').split(/^(?=## )/mu);
  const kept = others.filter((other) => !other.startsWith(`${head}\n`));
  const sizeOf = (/** @type {string} */ text) => Number(text.slice(3).split(' ')[0]?.replaceAll(',', ''));
  const sections = [...kept.map((other) => `${other.trim()}\n`), section].sort((a, b) => sizeOf(a) - sizeOf(b));
  writeFileSync(path, `${title.trim()}\n\n${sections.join('\n')}`);
}
