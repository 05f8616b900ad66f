// @ts-check
/**
 * 10,000 pages imported into an empty library and taken back: how long it takes, and the longest task of the page, by
 * the processor's time (what counts where other programs compete for it) and by the clock. `--limit n` takes fewer.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../scripts/lib/builds.mjs';
import { launchChromium } from '../e2e/drivers/chromium.mjs';
import { see, until } from '../e2e/drivers/driver.mjs';
import { chooseFile, pocketFile } from '../e2e/journeys/import.mjs';
import { longestTasks } from './trace/longest-tasks.mjs';

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
      // Looking for the button is the benchmark's own work, and takes as long as a long task on a page full of rows.
      await view.focus(button);
      await page.tracing.start({ path: trace, categories: ['toplevel', 'devtools.timeline', 'v8'] });
      const started = performance.now();
      await view.press('Enter');
      await shows(done);
      const took = performance.now() - started;
      await until('the index', () => view.evaluate(isIndexed), patience);
      const indexed = performance.now() - started;
      await page.tracing.stop();
      rows.push(
        { name: `${name}: ${limit} entries`, value: took / 1000, unit: 's' },
        { name: `${name}: and indexed`, value: indexed / 1000, unit: 's' },
        ...(await longestTasks(trace)).map((row) => ({ ...row, name: `${name}: longest task, ${row.name}` })),
      );
    }
    return rows;
  } finally {
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the page: whether the index holds all but what one search reads from the queue, and nothing is being merged. */
function isIndexed() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('clipsheet');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const reading = db.transaction(['searchPending', 'searchState']);
      const pending = reading.objectStore('searchPending').count();
      const merge = reading.objectStore('searchState').getKey('merge');
      reading.onabort = () => reject(reading.error);
      reading.oncomplete = () => {
        db.close();
        resolve(pending.result < 256 && merge.result === undefined);
      };
    };
  });
}
