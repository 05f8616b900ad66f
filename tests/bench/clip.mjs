// @ts-check
/** From the click to the clip on disk with its text, against a bare Readability of the same page in the same browser. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildFolder } from '../../scripts/lib/builds.mjs';
import { measureEntries } from '../../scripts/lib/entry-sizes.mjs';
import { launchChromium } from '../e2e/drivers/chromium.mjs';
import { until } from '../e2e/drivers/driver.mjs';
import { injectIntoPopup } from '../e2e/drivers/inject-into-popup.mjs';
import { clearStore } from '../e2e/read-store.mjs';
import { choosePages, servePages } from './clip/pages.mjs';

/** @typedef {import('../../scripts/bench.mjs').Row} Row */
/**
 * Milliseconds since the popup's first script asked for the clip. `read` is seen in the worker, which can be watched only
 * when it was awake before.
 * @typedef {{saved: number, read: number, paint: number, bare: number}} Times
 */

const readability = readFileSync(
  new URL('../../node_modules/@mozilla/readability/Readability.js', import.meta.url),
  'utf8',
);

/**
 * @param {import('../../scripts/bench.mjs').BenchOptions} options
 * @returns {Promise<Row[]>}
 */
export async function run({ data, rounds }) {
  const extension = build('chromium');
  const pages = choosePages(data);
  const site = await servePages(pages);
  // Real pages name many files of the web; none of them is fetched.
  const driver = await launchChromium({
    extension,
    switches: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
  });
  const popups = await injectIntoPopup(driver.browser(), `(${watchClip})()`);
  /** @type {Row[]} */
  const rows = [];
  try {
    await measure(driver, `${site.url}/${pages[0]?.name}`, false); // the first of a session pays for everything
    for (const [i, page] of pages.entries())
      for (const asleep of [false, true]) {
        /** @type {Times[]} */
        const times = [];
        for (let round = 0; round < rounds; round++)
          times.push(await measure(driver, `${site.url}/${page.name}`, asleep));
        rows.push(...describe(page, asleep, times, i === 0 && !asleep));
      }
  } finally {
    await popups.stop().catch(() => undefined);
    await driver.close();
    await site.close();
  }
  return [...rows, ...describeSizes()];
}

/**
 * One click on a fresh page with an empty library.
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {string} url
 * @param {boolean} asleep whether the worker is stopped first
 * @returns {Promise<Times>}
 */
async function measure(driver, url, asleep) {
  await clearStore(driver);
  const view = await driver.openPage(url);
  const bare = await driver.pageOf(view).evaluate(`${readability};(() => {
    const started = performance.now();
    new Readability(document.cloneNode(true)).parse();
    return performance.now() - started;
  })()`);
  if (asleep) await driver.stopWorker();
  const worker = asleep ? null : await driver.worker();
  await worker?.evaluate(watchTexts);
  const popup = await driver.clickToolbarButton();
  const { asked, answered } = await until('the answer', () => popup.evaluate(readMark, 'clipTimes'), 60_000);
  const stored = worker ? await until('the text', () => worker.evaluate(readMark, 'textStored'), 60_000) : Number.NaN;
  const paint = await popup.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  await popup.close();
  await driver.closeTabs();
  return { saved: answered - asked, read: stored - asked, paint, bare: /** @type {number} */ (bare) };
}

/** Runs in the popup before its first script: times the answer to its first message. */
function watchClip() {
  const api = /** @type {any} */ (globalThis).chrome;
  const send = api.runtime.sendMessage.bind(api.runtime);
  const now = () => performance.timeOrigin + performance.now();
  api.runtime.sendMessage = (/** @type {any} */ ...args) => {
    const asked = now();
    const answer = send(...args);
    answer.then(() => {
      /** @type {any} */ (globalThis).clipTimes ??= { asked, answered: now() };
    });
    return answer;
  };
}

/** Runs where the mark was left. @param {string} name @returns {any} */
function readMark(name) {
  return /** @type {any} */ (globalThis)[name];
}

/** Runs in the worker: notes when a transaction that stores a text has been committed. */
function watchTexts() {
  const world = /** @type {any} */ (globalThis);
  world.textStored = undefined;
  if (world.isWatched) return;
  world.isWatched = true;
  const store = IDBObjectStore.prototype;
  const put = store.put;
  store.put = function (...args) {
    if (this.name === 'bodies')
      this.transaction.addEventListener('complete', () => {
        world.textStored = performance.timeOrigin + performance.now();
      });
    return put.apply(this, args);
  };
}

/**
 * @param {import('./clip/pages.mjs').Page} page
 * @param {boolean} asleep
 * @param {Times[]} times
 * @param {boolean} withPaint
 * @returns {Row[]}
 */
function describe(page, asleep, times, withPaint) {
  const middle = (/** @type {(each: Times) => number} */ of) => {
    const sorted = times
      .map(of)
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  const label = `${page.label} page, worker ${asleep ? 'stopped' : 'awake'}`;
  /** @type {Row} */
  const saved = { name: `${label}: saved`, value: middle((each) => each.saved), unit: 'ms', note: 'address and title' };
  if (asleep) return [saved];
  const least = Math.min(...times.map(({ read }) => read));
  const read = middle((each) => each.read);
  const bare = middle((each) => each.bare);
  return [
    saved,
    {
      name: `${label}: text saved`,
      value: read,
      unit: 'ms',
      note: `best ${least.toFixed(1)}, ${times.length} rounds, ${Math.round(page.html.length / 1000)} KB`,
    },
    { name: `${label}: bare Readability`, value: bare, unit: 'ms', note: 'clone and parse, in a fresh page' },
    { name: `${label}: text saved / bare`, value: read / bare, unit: '×' },
    ...(withPaint
      ? [
          {
            name: 'popup: first contentful paint',
            value: middle((each) => each.paint),
            unit: /** @type {const} */ ('ms'),
          },
        ]
      : []),
  ];
}

/** @returns {Row[]} */
function describeSizes() {
  const folder = buildFolder('chromium');
  const injected = statSync(join(folder, 'clipper.js')).size / 1000;
  const entries = Object.entries(measureEntries(folder)).map(([name, { minified, gzip }]) => ({
    name: `size: ${name}`,
    value: minified / 1000,
    unit: /** @type {const} */ ('KB'),
    note: `gzip ${(gzip / 1000).toFixed(1)}`,
  }));
  return [
    { name: 'in pages that are not clipped', value: 0, unit: 'KB', note: 'no content script, no host permission' },
    { name: 'injected on click', value: injected, unit: 'KB' },
    ...entries,
  ];
}
