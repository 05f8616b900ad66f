// @ts-check
/** Clips hostile pages as a person does, by the toolbar button, and puts the payload into tags and note as well. */
import { injectIntoPopup } from '../e2e/drivers/inject-into-popup.mjs';
import { listen, mute, watchPage } from './watch-page.mjs';

/** @typedef {import('./watch-page.mjs').Finding} Finding */
/** @typedef {import('./read-payloads.mjs').Payload} Payload */
/** @typedef {{payload: Payload, clip: string | null, findings: Finding[]}} Captured */

/** What payloads do to tabs must not outlast them: the browser is left with one. */
const tabsAtOnce = 1;

/** A page that takes the focus closes the popup, as it may; who wants the clip opens it again. */
const popupsAtMost = 3;

/**
 * Clips each page in turn; `clip` is the id of what was stored, null where nothing was.
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {string} site
 * @param {readonly Payload[]} payloads
 * @param {{patience: number, progress: (done: number, findings: readonly import('./watch-page.mjs').Finding[]) => void}} options
 * @returns {Promise<Captured[]>}
 */
export async function captureAll(driver, site, payloads, { patience, progress }) {
  const popups = await injectIntoPopup(driver.browser(), `(${listen})()`);
  /** @type {Captured[]} */
  const all = [];
  for (const [at, payload] of payloads.entries()) {
    all.push(await capture(driver, `${site}/${at}/`, payload, patience));
    for (const page of (await driver.browser().pages()).slice(tabsAtOnce)) await page.close().catch(() => undefined);
    progress(
      at + 1,
      all.flatMap(({ findings }) => findings),
    );
  }
  await popups.stop();
  return all;
}

/**
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {string} url
 * @param {Payload} payload
 * @param {number} patience
 * @returns {Promise<Captured>}
 */
async function capture(driver, url, payload, patience) {
  const page = await driver.browser().newPage();
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  await page.evaluateOnNewDocument(mute);
  for (let popups = 0; popups < popupsAtMost; popups++) {
    if (popups === 1) await page.evaluateOnNewDocument(stay);
    if (!page.url().startsWith(url))
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: patience }).catch(() => undefined);
    const captured = await throughPopup(driver, page, payload, patience).catch((error) => {
      if (!/Target closed|Session closed|context was destroyed|detached|main frame too early/i.test(String(error)))
        throw error;
      return null;
    });
    // A page that has led away to where nothing can be clipped is visited once more.
    if (captured && (captured.clip || page.url().startsWith(url))) return captured;
  }
  /** @type {Finding} */
  const finding = {
    harm: 'not clipped',
    where: 'capture',
    payloads: [payload.id],
    detail: `${popupsAtMost} times the popup was closed, or the page led away`,
  };
  return { payload, clip: null, findings: [finding] };
}

/** Runs in the page before its own scripts: a page may lead away at once, and what it holds would never be clipped. */
function stay() {
  addEventListener('DOMContentLoaded', () => stop());
}

/**
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {import('puppeteer-core').Page} page
 * @param {Payload} payload
 * @param {number} patience
 * @returns {Promise<Captured>}
 */
async function throughPopup(driver, page, payload, patience) {
  const browser = driver.browser();
  await page.bringToFront();
  const known = new Set(browser.targets());
  await driver.triggerAction(page);
  const target = await browser.waitForTarget((it) => !known.has(it) && it.url().endsWith('/popup.html'));
  const popup = await target.asPage();
  const watch = await watchPage(popup, patience);
  const found = await popup.evaluate(clipped, payload.payload, patience);
  // What the popup shows changes once more when it has heard of tags and note.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await watch.look('popup', [payload.id]);
  await popup.close().catch(() => undefined);
  if (found.problem)
    watch.findings.push({
      harm: found.problem,
      where: 'capture',
      payloads: [payload.id],
      detail: found.detail,
    });
  return { payload, clip: found.id, findings: watch.findings };
}

/**
 * Runs in the popup: waits for the clip and its text, and gives it the payload as tag and note.
 * @param {string} payload
 * @param {number} patience
 * @returns {Promise<{id: string | null, problem: 'not clipped' | 'hang' | 'throw' | null, detail: string}>}
 */
async function clipped(payload, patience) {
  const ours = /** @type {any} */ (globalThis);
  while (!ours.clipsheetFirstClip) await new Promise((resolve) => setTimeout(resolve, 10));
  const { clipsheetFirstClip, chrome } = ours;
  const answer = await clipsheetFirstClip.answer.catch(() => undefined);
  if (!answer?.ok) return { id: null, problem: 'not clipped', detail: JSON.stringify(answer?.failure ?? null) };
  const { id } = answer.value.clip;
  const ask = (/** @type {string} */ request, /** @type {object} */ input) =>
    chrome.runtime.sendMessage({ request, input });
  const read = () => ask('edit-clip', { id, patch: { tags: ['hostile', payload.slice(0, 60)], note: payload } });
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const told = await read();
    const clip = told?.value;
    if (clip?.capture.state === 'done') {
      const failed = clip.capture.warnings.includes('failed');
      return { id, problem: failed ? 'throw' : null, detail: clip.capture.warnings.join(', ') };
    }
    if (told && !told.ok) return { id, problem: 'throw', detail: JSON.stringify(told.failure) };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { id, problem: 'hang', detail: `no text after ${patience} ms` };
}
