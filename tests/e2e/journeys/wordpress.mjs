// @ts-check
/** WordPress's own pages, as a person uses them: signing in, allowing an application, looking at a post in the editor. */
import { until } from '../drivers/driver.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * Signs in where the page asks for it.
 * @param {Page} page
 * @param {{login: string, password: string}} user
 */
export async function signIn(page, { login, password }) {
  await page.waitForSelector('#user_login', { timeout: 60_000 });
  // The page puts the focus into a field of its own a moment after it is shown.
  await until('the sign-in fields', () =>
    page.evaluate(
      (values) => {
        const fields = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('#user_login, #user_pass')]);
        fields.forEach((field, nth) => {
          field.value = values[nth] ?? '';
        });
        return fields.length === 2;
      },
      [login, password],
    ),
  );
  await Promise.all([page.waitForNavigation({ timeout: 60_000 }), page.click('#wp-submit')]);
}

/**
 * In the window that asks whether an application may have a password: yes, or no.
 * @param {Page} page
 * @param {{login: string, password: string}} user
 * @param {'approve' | 'reject'} answer
 */
export async function answerApplication(page, user, answer) {
  await page.waitForFunction(() => document.querySelector('#user_login, #approve'), { timeout: 60_000 });
  if (await page.$('#user_login')) await signIn(page, user);
  await page.waitForSelector(`#${answer}`, { timeout: 60_000 });
  await page.click(`#${answer}`);
}

/**
 * Opens a post in the block editor.
 * @param {Page} page signed in
 * @param {string} address of the editor
 * @returns {Promise<{count: number, invalid: string[], same: boolean}>} `same`: written again it is what is stored
 */
export async function openInEditor(page, address) {
  await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
  await page.waitForFunction(
    () => {
      const { wp } = /** @type {any} */ (globalThis);
      return wp?.data?.select('core/block-editor')?.getBlocks().length > 0;
    },
    { timeout: 120_000 },
  );
  return page.evaluate(() => {
    const { wp } = /** @type {any} */ (globalThis);
    /** @type {any[]} */
    const all = [];
    const walk = (/** @type {any[]} */ blocks) => {
      for (const block of blocks) {
        all.push(block);
        walk(block.innerBlocks);
      }
    };
    const top = wp.data.select('core/block-editor').getBlocks();
    walk(top);
    const stored = wp.data.select('core/editor').getCurrentPost().content;
    return {
      count: all.length,
      invalid: all
        .filter((block) => !block.isValid || block.name === 'core/missing' || block.name === 'core/freeform')
        .map((block) => `${block.name}: ${block.originalContent}`),
      same: wp.blocks.serialize(top).replaceAll(' />', '/>') === stored.replaceAll(' />', '/>'),
    };
  });
}
