// @ts-check
/** The second half of the main job: a clip becomes a post, and the post is exported. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { see, until } from '../drivers/driver.mjs';

/** @typedef {import('../drivers/driver.mjs').Driver} Driver */
/** @typedef {import('../drivers/driver.mjs').View} View */

/**
 * Opens the library, finds the clip in the list and opens it for reading.
 * @param {Driver} driver
 * @param {string} title
 * @returns {Promise<View>}
 */
export async function openClip(driver, title) {
  const library = await driver.openExtensionPage('library.html');
  await library.click({ role: 'option', name: new RegExp(asPattern(title)) });
  await see(library, { role: 'heading', name: title });
  return library;
}

/**
 * From the clip that is open to the composer.
 * @param {View} library
 */
export async function makePost(library) {
  await library.click({ role: 'button', name: /^Make a post/ });
  await see(library, { role: 'textbox', name: 'Why it matters' });
}

/**
 * Writes the words that are the team's own.
 * @param {View} composer
 * @param {{headline: string, standfirst: string}} words
 */
export async function writePost(composer, { headline, standfirst }) {
  await composer.focus({ role: 'textbox', name: 'Headline' });
  await composer.press('a', 'Control'); // the source's own headline stands there
  await composer.type(headline);
  await composer.focus({ role: 'textbox', name: 'Why it matters' });
  await composer.type(standfirst);
}

/**
 * Takes the whole text of the clip and all its images, as a gallery.
 * @param {View} composer
 * @param {number} images how many there are
 */
export async function useFullText(composer, images) {
  await composer.focus({ role: 'radio', name: 'Full text' });
  await composer.press(' ');
  await composer.click({ role: 'button', name: `Use all ${images} images` });
  await waitUntilSaved(composer);
}

/**
 * Waits until the bar above the post says when it was saved.
 * @param {View} composer
 */
async function waitUntilSaved(composer) {
  const savedNow = () => /Saved \d/.test(document.body.textContent ?? '');
  await until('the post to be saved', () => composer.evaluate(savedNow));
}

/**
 * Exports and gives what was saved.
 * @param {Driver} driver
 * @param {View} composer
 * @param {'Web page' | 'Markdown'} format
 * @returns {Promise<{name: string, data: Buffer}>}
 */
export async function exportFile(driver, composer, format) {
  const before = new Set(readdirSync(driver.downloads));
  await chooseExport(composer, format);
  const name = await until(`the file of ${format}`, async () => {
    await letGo(composer);
    const added = readdirSync(driver.downloads).filter((file) => !before.has(file));
    return added.find((file) => file.endsWith('.zip') && statSync(join(driver.downloads, file)).size > 0);
  });
  await see(composer, { role: 'button', name: 'Export' });
  const path = join(driver.downloads, name);
  const data = readFileSync(path);
  rmSync(path);
  return { name, data };
}

/**
 * Exports to the clipboard and gives what is on it.
 * @param {Driver} driver
 * @param {View} composer
 */
export async function exportRichText(driver, composer) {
  await chooseExport(composer, 'Copy as rich text');
  await until('the notice', async () => {
    await letGo(composer);
    return composer.evaluate(() => /Copied\. Paste it/.test(document.body.textContent ?? ''));
  });
  const copied = await driver.readClipboard();
  await composer.front();
  return copied;
}

/**
 * @param {View} composer
 * @param {string} format
 */
async function chooseExport(composer, format) {
  await composer.click({ role: 'button', name: 'Export' });
  await composer.click({ role: 'menuitem', name: new RegExp(`^${format}`) });
}

/** What may be asked before an export goes on, and the button that lets it. */
const questions = /** @type {const} */ ([
  ['Rights to images', 'I may: export'],
  ['The source is not complete', 'Export anyway'],
]);

/**
 * Lets an export go on: images without a note on rights, and sources without an outlet, may go out.
 * @param {View} composer
 */
async function letGo(composer) {
  const asked = await composer.evaluate(() => document.querySelector('dialog[open] h2')?.textContent ?? '');
  for (const [title, answer] of questions) if (asked === title) await composer.click({ role: 'button', name: answer });
}

/** @param {string} text */
function asPattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
