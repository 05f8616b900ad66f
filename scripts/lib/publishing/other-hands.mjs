// @ts-check
/** A post in other hands: embargo, versions, rights, states; sent to a colleague and taken back in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shows, until } from '../../../tests/e2e/drivers/driver.mjs';
import { newPost } from './post.mjs';
import { fill, idsIn, saved } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/** Embargo, versions, rights, states; a post sent and taken back in. @param {Stage} stage */
export async function otherHands(stage) {
  const { view, press, take, read, words, driver, go } = stage;
  const clips = await idsIn(stage, 'clips');
  await newPost(stage, clips.slice(-1));
  await view.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await view.evaluate(setEmbargo);
  await view.evaluate(() => document.querySelector('input[type=datetime-local]')?.scrollIntoView({ block: 'center' }));
  await take('embargo-and-versions');
  await press('button', 'publish_open_dialog');
  await take('publish-embargo');
  await view.press('Escape');
  await press('button', 'compose_draft');
  await take('states');
  await view.press('Escape');
  await press('button', 'compose_export');
  await take('export-menu');
  await view.click({ role: 'menuitem', name: new RegExp(`^${words('publish_markdown_file')}`) });
  await until('the question', () => shows(view, { role: 'dialog' }), 5000).catch(() => undefined);
  await take('rights');
  await view.press('Escape');
  const known = new Set(readdirSync(driver.downloads));
  await send(stage, 'send');
  await fillHeadline(stage, 'A headline that the colleague wrote 同事改的标题');
  await send(stage, '');
  const file = await until(
    'the file',
    () => readdirSync(driver.downloads).filter((name) => !known.has(name) && name.endsWith('.zip'))[1],
  );
  await fillHeadline(stage, 'A headline of my own 我的标题');
  const data = readFileSync(join(driver.downloads, file)).toString('base64');
  await go('/posts');
  await view.evaluate(chooseBundle, data);
  await read(words('bundle_changes_title'));
  await take('bundle-changes');
}

/** @param {Stage} stage @param {string} picture */
async function send({ press, take, view, words }, picture) {
  const isClosed = async () => !(await shows(view, { role: 'dialog' }));
  await until('what was asked before to close', isClosed);
  await press('button', 'compose_export');
  await view.click({ role: 'menuitem', name: new RegExp(`^${words('bundle_send').slice(0, 6)}`) });
  if (picture) await take(picture);
  await press('button', 'bundle_save');
  await until('the dialog to close', isClosed);
}

/** @param {Stage} stage @param {string} text */
async function fillHeadline(stage, text) {
  await fill(stage, 'compose_headline', text);
  await saved(stage);
}

/** Runs in the page: not before tomorrow. */
function setEmbargo() {
  const field = document.querySelector('input[type=datetime-local]');
  if (!(field instanceof HTMLInputElement)) throw new Error('no embargo');
  field.value = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T09:00`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Runs in the page. @param {string} base64 */
function chooseBundle(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const given = new DataTransfer();
  given.items.add(new File([bytes], 'post.clipsheet.zip', { type: 'application/zip' }));
  const input = document.querySelector('[data-testid="bundle-file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('nowhere to choose a file');
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
