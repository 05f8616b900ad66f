// @ts-check
/** A profile whose library holds the stories: made once for each size, and kept for later runs. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../../e2e/drivers/chromium.mjs';
import { longestTasks } from '../trace/longest-tasks.mjs';
import { bundle } from './bundle.mjs';

/** Longest tasks are looked for while so many are stored and indexed. */
const watched = 10_000;
/** What a library that was kept has to have been made with: these stories, and the tables of this code. */
function fingerprint(/** @type {string} */ extension) {
  const read = (/** @type {string} */ file) => readFileSync(new URL(file, import.meta.url), 'utf8');
  const [tables = ''] =
    read('../../../lib/store/database.ts').match(/^const firstTables.*?^const secondTables.*?^\};/msu) ?? [];
  const [format = ''] = read('../../../lib/store/search-rows.ts').match(/indexFormat = \d+/u) ?? [];
  return createHash('sha256')
    .update([extension, read('corpus.mjs'), tables, format].join())
    .digest('hex')
    .slice(0, 12);
}

/** @typedef {{longest: import('../../../scripts/bench.mjs').Row[], importing: number, indexing: number, load: number}} Filled */

/** @returns {Promise<string>} a script that leaves `bench` on the global object */
export const bundlePageScript = () => bundle(new URL('in-page.ts', import.meta.url));

/** A page of the extension's origin that runs none of its code. */
export const barePage = 'icons/16.png';

/**
 * The library page, or another, with the script in it.
 * @param {import('../../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {string} script
 * @param {string} [path]
 */
export async function openLibrary(driver, script, path = 'library.html') {
  const page = driver.pageOf(await driver.openExtensionPage(path));
  await page.evaluate(script);
  const call = (/** @type {string} */ name, /** @type {unknown[]} */ ...args) =>
    page.evaluate(
      async (fn, given) => /** @type {any} */ (globalThis).bench[fn](...given),
      name,
      /** @type {any} */ (args),
    );
  return { page, call };
}

/**
 * The folder of a filled profile, to be copied and not to be used, and how long filling it took.
 * @param {number} size
 * @param {{extension: string, script: string, fresh: boolean}} options
 * @returns {Promise<{folder: string, filled: Filled}>}
 */
export async function fillLibrary(size, { extension, script, fresh }) {
  const kept = join(tmpdir(), 'clipsheet-bench', `library-${size}-${fingerprint(extension)}`);
  const figures = join(kept, 'figures.json');
  const folder = join(kept, 'profile');
  if (fresh) rmSync(kept, { recursive: true, force: true, maxRetries: 5 });
  if (existsSync(figures)) return { folder, filled: JSON.parse(readFileSync(figures, 'utf8')) };
  mkdirSync(join(kept, '..'), { recursive: true });
  const started = mkdtempSync(`${kept}-`);
  const filled = await fill(size, join(started, 'profile'), extension, script);
  writeFileSync(join(started, 'figures.json'), JSON.stringify(filled));
  rmSync(kept, { recursive: true, force: true, maxRetries: 5 });
  renameSync(started, kept);
  return { folder, filled };
}

/**
 * @param {number} size
 * @param {string} profile
 * @param {string} extension
 * @param {string} script
 * @returns {Promise<Filled>}
 */
async function fill(size, profile, extension, script) {
  const driver = await launchChromium({ extension, profile, protocolTimeout: 1_800_000 });
  try {
    const { page, call } = await openLibrary(driver, script);
    await call('prepare');
    const trace = join(profile, '..', 'trace.json');
    await page.tracing.start({ path: trace, categories: ['toplevel'] });
    const ms = await call('fill', 0, Math.min(size, watched));
    if (size <= watched) await settle(call);
    await page.tracing.stop();
    const longest = await longestTasks(trace);
    rmSync(trace);
    const started = Date.now();
    for (let from = watched; from < size; from += watched) await call('fill', from, Math.min(size, from + watched));
    const importing = (ms + Date.now() - started) / size;
    const wait = Date.now();
    await settle(call);
    await call('forgetComparisons');
    const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
    return { longest, importing, indexing: Date.now() - wait, load };
  } finally {
    await driver.close();
  }
}

/** Waits until the index has everything and is merged. @param {(name: string) => Promise<boolean>} call */
export async function settle(call) {
  while (!(await call('isSettled'))) await new Promise((resolve) => setTimeout(resolve, 500));
}
