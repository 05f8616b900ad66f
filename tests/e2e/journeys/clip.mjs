// @ts-check
/** The first half of the main job: an article becomes a clip with tags and a note, all from the popup. */
import { see, seeText, toQuery, until } from '../drivers/driver.mjs';
import { locate } from '../drivers/locate.mjs';
import { readStore } from '../read-store.mjs';

/** @typedef {import('../drivers/driver.mjs').Driver} Driver */
/** @typedef {import('../drivers/driver.mjs').View} View */

/** Where people see what became of the click. */
export const statusLine = /** @type {const} */ ({ role: 'status', nth: 0 });
const tagField = /** @type {const} */ ({ role: 'combobox', name: 'Tags' });
const noteField = /** @type {const} */ ({ role: 'textbox', name: 'Note' });

/**
 * Opens the page and clicks the toolbar button; gives the popup once it says that the clip is saved.
 * @param {Driver} driver
 * @param {string} url
 * @returns {Promise<View>}
 */
export async function clipPage(driver, url) {
  await driver.openPage(url);
  const popup = await driver.clickToolbarButton();
  await seeText(popup, statusLine, /^Saved/);
  return popup;
}

/**
 * Waits until the text has been read, as the popup's line of facts shows by its length.
 * @param {View} popup
 */
export async function waitForText(popup) {
  await seeText(popup, { role: 'region', name: 'What was captured' }, /[\d,.]+ (words?|characters?)/);
}

/**
 * Types tags as a person does: each ends with Enter and becomes a chip.
 * @param {View} popup
 * @param {readonly string[]} tags
 */
export async function addTags(popup, tags) {
  await popup.focus(tagField);
  for (const tag of tags) {
    await popup.type(tag);
    await popup.press('Enter');
    await see(popup, { role: 'button', name: `Remove “${tag}”` });
  }
}

/**
 * Types into the tag field and leaves it at that.
 * @param {View} popup
 * @param {string} text
 */
export async function typeTag(popup, text) {
  await popup.focus(tagField);
  await popup.type(text);
}

/**
 * Types a note and sees it there: Firefox hands the keys to a popup one by one, later than they are pressed.
 * @param {View} popup
 * @param {string} note
 */
export async function writeNote(popup, note) {
  await popup.focus(noteField);
  await popup.type(note);
  const typed = () => popup.evaluate(locate, toQuery(noteField), 'value');
  await until('the note to be typed', async () => (await typed()) === note);
}

/**
 * Waits until the bytes of the images are kept with the clip.
 * @param {Driver} driver
 * @param {number} count
 */
export async function waitForImages(driver, count) {
  const kept = async () => (await readStore(driver, 'images')).filter((image) => image.bytes).length;
  await until(`${count} images`, async () => (await kept()) >= count);
}
