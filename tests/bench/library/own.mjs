// @ts-check
/** The built extension with a filled library: searches, pages, additions and openings, each timed in its own page. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, buildFolder } from '../../../scripts/lib/builds.mjs';
import { launchChromium } from '../../e2e/drivers/chromium.mjs';
import { bundle } from './bundle.mjs';
import { barePage, bundlePageScript, fillLibrary, openLibrary, settle } from './filled.mjs';
import { folderSize, processorOfBrowser, rest } from './measure.mjs';
import { heapOf } from './peers.mjs';

/** @typedef {import('./truth.mjs').Query} Query */
/** @typedef {Awaited<ReturnType<typeof measureOwn>>} Measured */

/** Openings, each in a browser that has just been started, and clips added; few at small sizes, which take a minute. */
const few = { below: 10_000, openings: 1, added: 3 };
const usual = { openings: 5, added: 15 };

/**
 * Measures a copy of the filled library from a page of the built extension.
 * @param {number} size
 * @param {readonly Query[]} queries
 * @param {Query} first
 * @param {number} rounds
 * @param {boolean} fresh
 */
export async function measureOwn(size, queries, first, rounds, fresh) {
  const { openings, added: adding } = size < few.below ? few : usual;
  const script = await bundlePageScript();
  const searchAlone = await bundle(new URL('first-answer.ts', import.meta.url));
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
    for (let round = 0; round < openings; round++) {
      answers.push(await openCold(driver, first, searchAlone));
      seen.push(await openCold(driver, first, null));
    }
    const browser = processorOfBrowser(driver.browser().process()?.pid);
    const { page, call } = await openLibrary(driver, script);
    await rest();
    const index = await call('describeIndex');
    await call('query', queries.slice(0, 1), 1);
    const heapBefore = await heapOf(page);
    const processor = await processorOf(page);
    const started = browser();
    const results = await call('query', queries, rounds);
    const asked = (rounds + 1) * queries.length;
    const pageBusy = ((await processor()) * 1000) / asked;
    const busy = started === null ? null : ((browser() ?? 0) - started) / asked;
    const heap = (await heapOf(page)) - heapBefore;
    const pages = await call('pages', queries, 108);
    await settle(call);
    await page.close();
    const background = await openLibrary(driver, script, barePage);
    const added = await background.call('add', size, adding);
    return { filled, index, heap, busy, pageBusy, results, pages, added, disk, ...best(answers), seen: best(seen) };
  } finally {
    await driver.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @typedef {{at: number, processor: number, whole: number | null}} Opening */

/** The least of each. @param {Opening[]} openings */
const best = (openings) => ({
  cold: Math.min(...openings.map(({ at }) => at)),
  coldProcessor: Math.min(...openings.map(({ processor }) => processor)),
  coldBusy: openings.some(({ whole }) => whole === null) ? null : Math.min(...openings.map(({ whole }) => whole ?? 0)),
});

/**
 * Milliseconds from the navigation of a new browser to the answer to a search, in a page of its own with nothing but the
 * search, as the peers are opened; or (without `script`) until a clip that answers it is on the screen of the library.
 * And what of it the page's own thread had of the processor.
 * @param {import('../../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {Query} first
 * @param {string | null} script
 * @returns {Promise<Opening>}
 */
async function openCold(driver, first, script) {
  await driver.restart();
  await rest();
  const page = await driver.browser().newPage();
  const processor = await processorOf(page);
  const extension = `chrome-extension://${driver.extensionId()}`;
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
  const browser = processorOfBrowser(driver.browser().process()?.pid);
  const before = browser();
  const library = `library.html#/clips?in=all&q=${encodeURIComponent(`${first.words.join(' ')} `)}`;
  await page.goto(`${extension}/${script ? barePage : library}`);
  const { at } = /** @type {any} */ (await page.evaluate('globalThis.opened'));
  const whole = before === null ? null : (browser() ?? 0) - before;
  return { at, processor: (await processor()) * 1000, whole };
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
 * The index of the same stories in a profile that holds nothing else: made by the same code, merged until nothing is
 * left to merge, and weighed after the browser has been closed and opened again. The library page is not opened: it
 * keeps four megabytes of the disk in reserve, which are no index.
 * @param {number} size
 */
export async function measureIndexAlone(size) {
  const script = await bundlePageScript();
  const profile = mkdtempSync(join(tmpdir(), 'clipsheet-index-'));
  const driver = await launchChromium({ extension: buildFolder('chromium'), profile, protocolTimeout: 1_800_000 });
  try {
    const { call } = await openLibrary(driver, script, barePage);
    for (let from = 0; from < size; from += 2000) await call('indexAlone', from, Math.min(size, from + 2000));
    const { payload, segments } = await call('settleAlone');
    await driver.restart();
    await (await openLibrary(driver, script, barePage)).call('describeAlone');
    await rest();
    return { payload, segments, disk: folderSize(join(profile, 'Default', 'IndexedDB')) };
  } finally {
    await driver.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
