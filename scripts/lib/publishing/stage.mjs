// @ts-check
/** What the scenes of publishing work with: a view of the library in a language and a width, its words, and a camera. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../../tests/e2e/drivers/driver.mjs';
import { readStore } from '../../../tests/e2e/read-store.mjs';

/** @typedef {import('../../../tests/e2e/drivers/chromium.mjs').ChromiumDriver} ChromiumDriver */
/** @typedef {import('../../../tests/e2e/drivers/driver.mjs').View} View */
/** @typedef {import('../../../tests/e2e/drivers/driver.mjs').Role} Role */
/** @typedef {import('../../../tests/e2e/serve-wordpress').BlogSite} BlogSite */
/**
 * @typedef {object} Look
 * @property {'en-US' | 'zh-CN'} language
 * @property {number} width
 * @property {number} [text] per cent
 */
/**
 * @typedef {object} Stage what a scene works with
 * @property {ChromiumDriver} driver
 * @property {BlogSite} blog
 * @property {View} view
 * @property {(key: string, ...values: string[]) => string} words of the interface, in its language
 * @property {(role: Role, key: string, ...values: string[]) => Promise<void>} press
 * @property {(path: string) => Promise<void>} go to a view of the library
 * @property {(name: string) => Promise<void>} take a picture in both themes
 * @property {(text: string | RegExp) => Promise<unknown>} read waits until the page says so
 */

/** @param {ChromiumDriver} driver @param {BlogSite} blog @param {Look} look @param {string} folder @returns {Promise<Stage>} */
export async function openStage(driver, blog, { language, width, text = 100 }, folder) {
  const file = `public/_locales/${language === 'en-US' ? 'en' : 'zh_CN'}/messages.json`;
  const messages = JSON.parse(readFileSync(file, 'utf8'));
  const view = await driver.openPage('about:blank');
  const page = driver.pageOf(view);
  await page.setViewport({ width, height: 900 });
  await page.evaluateOnNewDocument((size) => {
    Object.assign(globalThis, { showSaveFilePicker: undefined });
    addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', `${size}%`));
  }, text);
  /** @type {Stage['words']} */
  const words = (key, ...values) =>
    messages[key].message.replace(
      /\$(\d)/g,
      (/** @type {string} */ _, /** @type {string} */ n) => values[Number(n) - 1],
    );
  let nth = 0;
  return {
    driver,
    blog,
    view,
    words,
    press: (role, key, ...values) => view.click({ role, name: words(key, ...values) }),
    go: async (path) => {
      await page.goto(`chrome-extension://${driver.extensionId()}/library.html#${path}`);
      await page.reload({ waitUntil: 'networkidle0' });
    },
    take: async (name) => {
      const number = String(++nth).padStart(2, '0');
      for (const theme of text === 100 ? ['light', 'dark'] : ['light']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
        await until('what moves to come to rest', () =>
          view.evaluate(() =>
            document
              .getAnimations()
              .every(
                ({ playState, effect }) =>
                  playState !== 'running' || effect?.getComputedTiming().iterations === Infinity,
              ),
          ),
        );
        const file = `publishing-${number}-${name}-${language}-${theme}-${width}${text === 100 ? '' : `-text${text}`}.png`;
        await view.screenshot(join(folder, file));
      }
    },
    read: (wanted) =>
      until(
        `the page to say ${wanted}`,
        async () => {
          const said =
            (await view.evaluate(
              () => document.querySelector('dialog[open]')?.textContent ?? document.body.textContent,
            )) ?? '';
          return typeof wanted === 'string' ? said.includes(wanted) : wanted.test(said);
        },
        30_000,
      ),
  };
}

/** Ids of the rows of a table. @param {Stage} stage @param {'clips' | 'connections'} table @returns {Promise<string[]>} */
export async function idsIn({ driver }, table) {
  const rows = await readStore(driver, table);
  return rows.map(({ id }) => id);
}

/** Fills a text field of the dialog. @param {Stage} stage @param {string} key @param {string} text */
export async function fill({ view, words }, key, text) {
  await view.focus({ role: 'textbox', name: words(key) });
  await view.press('a', 'Control');
  await view.type(text);
}

/** Longer than the composer waits before it saves. @param {Stage} stage */
export async function saved({ view, read, words }) {
  await view.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200)));
  await read(words('compose_saved_at', '').trim().slice(0, 2));
}
