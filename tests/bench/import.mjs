// @ts-check
/**
 * 10,000 pages imported into an empty library and taken back: how long it takes, and the longest task of the page, by
 * the processor's time (what counts where other programs compete for it) and by the clock. `--limit n` takes fewer.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../scripts/lib/builds.mjs';
import { launchChromium } from '../e2e/drivers/chromium.mjs';
import { see, until } from '../e2e/drivers/driver.mjs';
import { chooseFile, pocketFile } from '../e2e/journeys/import.mjs';

/** @typedef {import('../../scripts/bench.mjs').Row} Row */

const patience = 600_000;
const startButton = /** @type {const} */ ({ role: 'button', name: /^Import [\d,]+ entries$/ });

/**
 * @param {import('../../scripts/bench.mjs').BenchOptions} options
 * @returns {Promise<Row[]>}
 */
export async function run({ limit = 10_000 }) {
  const driver = await launchChromium({ extension: build('chromium') });
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-import-'));
  try {
    const view = await driver.openExtensionPage('library.html#/import');
    await see(view, { role: 'button', name: 'Choose files…' });
    // The file itself travels to the page before anything is measured.
    await chooseFile(view, 'warm.csv', pocketFile(1));
    await see(view, { role: 'button', name: 'Choose another file' });
    const shows = (/** @type {string} */ words) =>
      until(words, () => view.evaluate((text) => document.body.textContent?.includes(text), words), patience);
    await view.click({ role: 'button', name: 'Choose another file' });
    await chooseFile(view, 'pages.csv', pocketFile(limit));
    await until('the preview', () => see(view, startButton).then(() => true), patience);
    /** @type {Row[]} */
    const rows = [];
    for (const [name, button, done] of /** @type {const} */ ([
      ['import', startButton, 'Import finished'],
      ['take back', { role: 'button', name: 'Undo import' }, 'Import undone'],
    ])) {
      const trace = join(folder, `${name}.json`);
      const page = driver.pageOf(view);
      await page.tracing.start({ path: trace, categories: ['toplevel'] });
      const started = performance.now();
      await view.click(button);
      await shows(done);
      const took = performance.now() - started;
      await page.tracing.stop();
      rows.push({ name: `${name}: ${limit} pages`, value: took, unit: 'ms' }, ...longestTasks(name, trace));
    }
    return rows;
  } finally {
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The longest tasks of the page's main thread.
 * @param {string} name
 * @param {string} path of a trace of Chromium
 * @returns {Row[]}
 */
function longestTasks(name, path) {
  /** @type {{name: string, pid: number, tid: number, dur?: number, tdur?: number, args?: {name?: string}}[]} */
  const events = JSON.parse(readFileSync(path, 'utf8')).traceEvents;
  const threads = events.filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain');
  const isMain = (/** @type {{pid: number, tid: number}} */ { pid, tid }) =>
    threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const tasks = events.filter((event) => /RunTask/.test(event.name) && isMain(event));
  const longest = (/** @type {'dur' | 'tdur'} */ clock) =>
    tasks.reduce((most, task) => Math.max(most, task[clock] ?? 0), 0) / 1000;
  return [
    { name: `${name}: longest task, processor`, value: longest('tdur'), unit: 'ms', note: `${tasks.length} tasks` },
    { name: `${name}: longest task, clock`, value: longest('dur'), unit: 'ms' },
  ];
}
