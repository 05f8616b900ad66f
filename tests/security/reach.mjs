// @ts-check
/** What a page's own script can reach of the extension: it must be nothing, or pages could know and frame it. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** @typedef {import('./watch-page.mjs').Finding} Finding */

/**
 * Tries to fetch, load and frame each file of the extension from a page, and to send messages.
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {string} site its first page tries: one that does nothing else, so that no payload ends the trial
 * @param {string} folder of the extension
 * @returns {Promise<Finding[]>}
 */
export async function tryToReach(driver, site, folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const base = `chrome-extension://${driver.extensionId()}/`;
  const page = await driver.browser().newPage();
  await page.goto(`${site}/`, { waitUntil: 'domcontentloaded' }).catch(() => undefined);
  const reached = await page.evaluate(reach, base, files);
  for (const frame of page.frames()) if (frame.url().startsWith(base)) reached.push(`framed ${frame.url()}`);
  await page.close();
  if (files.length === 0) throw new Error('the extension has no files');
  return reached.map((detail) => ({ harm: 'reached', where: 'a page', payloads: [], detail }));
}

/**
 * Runs in the page.
 * @param {string} base
 * @param {readonly string[]} files
 * @returns {Promise<string[]>}
 */
async function reach(base, files) {
  /** @type {string[]} */
  const reached = [];
  for (const file of files) {
    const answer = await fetch(base + file).catch(() => null);
    if (answer) reached.push(`fetched ${file}`);
  }
  const load = (/** @type {'img' | 'script'} */ tag, /** @type {string} */ file) =>
    new Promise((resolve) => {
      const element = document.createElement(tag);
      element.onload = () => resolve(reached.push(`loaded ${file}`));
      element.onerror = () => resolve(null);
      element.src = base + file;
      document.documentElement.append(element);
    });
  for (const file of files.filter((name) => name.endsWith('.png'))) await load('img', file);
  for (const file of files.filter((name) => name.endsWith('.js'))) await load('script', file);
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const frame = document.createElement('iframe');
    const settled = new Promise((resolve) => {
      frame.onload = resolve;
      setTimeout(resolve, 1000);
    });
    frame.src = base + file;
    document.documentElement.append(frame);
    await settled;
  }
  const { chrome } = /** @type {any} */ (globalThis);
  if (chrome?.runtime?.sendMessage || chrome?.runtime?.connect) reached.push('messages can be sent');
  return reached;
}
