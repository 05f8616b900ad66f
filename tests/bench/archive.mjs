// @ts-check
/**
 * The library of the benchmark `library` (`--size n`: 1000), with images of 20 kB in 1,000 of its clips, written to an
 * archive and restored into an empty library: how long it takes, and what is in the page's memory at most.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../scripts/lib/builds.mjs';
import { launchChromium } from '../e2e/drivers/chromium.mjs';
import { bundle } from './library/bundle.mjs';
import { barePage, bundlePageScript, fillLibrary } from './library/filled.mjs';
import { heapOf } from './library/peers.mjs';

/** @typedef {import('../../scripts/bench.mjs').Row} Row */

const mostImages = 1000;
/** Milliseconds between looks at the memory, each of which collects what is not used. */
const interval = 400;

/**
 * @param {import('../../scripts/bench.mjs').BenchOptions} options
 * @returns {Promise<Row[]>}
 */
export async function run({ size: given, fresh = false }) {
  const size = Number(given ?? 1000);
  const extension = build('chromium');
  const { folder } = await fillLibrary(size, { extension, script: await bundlePageScript(), fresh });
  const script = await bundle(new URL('archive/in-page.ts', import.meta.url));
  const profile = mkdtempSync(join(tmpdir(), 'clipsheet-archive-'));
  cpSync(folder, profile, { recursive: true });
  const driver = await launchChromium({ extension, profile, protocolTimeout: 1_800_000 });
  try {
    const page = driver.pageOf(await driver.openExtensionPage(barePage));
    await page.evaluate(script);
    const call = (/** @type {string} */ name, /** @type {number[]} */ ...args) =>
      page.evaluate((fn, values) => /** @type {any} */ (globalThis).bench[fn](...values), name, args);
    await call('addImages', Math.min(size, mostImages));
    const exported = await watch(page, () => call('exportAll'));
    await call('clear');
    const restored = await watch(page, () => call('restoreAll'));
    if (restored.value !== size) throw new Error(`${restored.value} of ${size} clips were restored`);
    return [
      { name: `export ${size} clips`, value: exported.ms, unit: 'ms', note: `${(exported.value / 1e6).toFixed(1)} MB` },
      { name: `export ${size} clips: memory at most`, value: exported.most / 1000, unit: 'KB' },
      { name: `restore ${size} clips`, value: restored.ms, unit: 'ms', note: 'with the look through it' },
      { name: `restore ${size} clips: memory at most`, value: restored.most / 1000, unit: 'KB' },
    ];
  } finally {
    await driver.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * How long work takes, and the most bytes the page had more than before it.
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<any>} work
 */
async function watch(page, work) {
  const before = await heapOf(page);
  const started = performance.now();
  let most = 0;
  let busy = true;
  const done = work().finally(() => {
    busy = false;
  });
  const looking = (async () => {
    while (busy) {
      most = Math.max(most, (await heapOf(page)) - before);
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  })();
  const value = await done;
  const ms = performance.now() - started;
  await looking;
  return { ms, most, value };
}
