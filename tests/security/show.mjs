// @ts-check
/** Shows hostile clips wherever the library shows clips: in the list, as found by search, in the reader. */
import { until } from '../e2e/drivers/driver.mjs';
import { watchPage } from './watch-page.mjs';

/** @typedef {import('./watch-page.mjs').Finding} Finding */
/** @typedef {import('./capture.mjs').Captured} Captured */

/**
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {readonly Captured[]} captured
 * @param {{patience: number, progress: (done: number, findings: readonly Finding[]) => void}} options
 * @returns {Promise<Finding[]>}
 */
export async function showAll(driver, captured, { patience, progress }) {
  const page = await driver.browser().newPage();
  const watch = await watchPage(page, patience);
  const library = `chrome-extension://${driver.extensionId()}/library.html`;
  await watch.open(`${library}#/clips?in=all`);
  await scrollThrough('list');
  await watch.open(`${library}#/clips?in=all&q=${encodeURIComponent('part OR tag:hostile')}`);
  await scrollThrough('search');
  for (const [at, { payload, clip }] of captured.entries()) {
    if (clip) {
      await page.evaluate((id) => {
        location.hash = `#/clip/${id}`;
      }, clip);
      await until('the reader', () => page.evaluate(isRead, clip), patience).catch(() => undefined);
      await watch.look('reader', [payload.id]);
    }
    progress(at + 1, watch.findings);
  }
  await page.close();
  return watch.findings;

  async function scrollThrough(/** @type {string} */ place) {
    await until('rows', () => page.evaluate(() => document.querySelectorAll('[role=option]').length > 0));
    for (let more = true; more; ) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await watch.look(place, []);
      more = await page.evaluate(scrollOn);
    }
  }
}

/** Runs in the library: one screen further down; false at the end. */
function scrollOn() {
  let box = document.querySelector('[role=option]')?.parentElement;
  while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
  if (!box) return false;
  const before = box.scrollTop;
  box.scrollTop += box.clientHeight;
  return box.scrollTop > before;
}

/**
 * Runs in the library: whether the clip's text is there, or is known not to be.
 * @param {string} id
 */
function isRead(id) {
  return location.hash.includes(id) && /, part 1\.|Source/.test(document.querySelector('article')?.textContent ?? '');
}
