import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, see, seeText, until, type View } from './drivers/driver.mjs';
import { launch } from './drivers/launch.mjs';
import { addTags, clipPage, waitForText } from './journeys/clip.mjs';
import { makePost, openClip } from './journeys/post.mjs';
import { clearStore, readStore } from './read-store.mjs';
import { serveArticles } from './serve-articles.mjs';

const browser = process.env.CLIPSHEET_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const tables = ['clips', 'bodies', 'images', 'posts'] as const;

let driver: Driver;
let site: Awaited<ReturnType<typeof serveArticles>>;
beforeAll(async () => {
  site = await serveArticles();
  driver = await launch(browser);
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
});

/** Every row, but for the clip's number in the search index, which is that of one library. */
async function dump() {
  const rows: object[][] = [];
  // One after the other: Firefox is driven one tab at a time.
  for (const table of tables)
    rows.push((await readStore(driver, table)).map(({ doc: _doc, ...row }: { doc?: number }) => row));
  return rows;
}

/** Without the dialog of the File System Access API, which nobody can answer here: the file is downloaded. */
async function openSettings(): Promise<View> {
  const settings = await driver.openExtensionPage('library.html#/settings');
  await settings.evaluate(() => {
    Object.assign(globalThis, { showSaveFilePicker: undefined });
  });
  return settings;
}

async function exportArchive(): Promise<Buffer> {
  const settings = await openSettings();
  await settings.click({ role: 'button', name: 'Export…' });
  await see(settings, { role: 'dialog', name: 'Export clips' });
  const data = await saved(() => settings.click({ role: 'button', name: 'Export' }));
  await settings.close();
  return data;
}

/** The zip that an act saves. */
async function saved(act: () => Promise<void>): Promise<Buffer> {
  // Two of one day have one name: each is taken away when it has been read.
  await act();
  const path = await until('the file', () => {
    const name = readdirSync(driver.downloads).find((file) => file.endsWith('.zip'));
    const read = name ? readFileSync(join(driver.downloads, name)) : null;
    // The record that a zip ends with: it is all there.
    return name && read?.includes('PK\u0005\u0006') && join(driver.downloads, name);
  });
  const data = readFileSync(path);
  rmSync(path);
  return data;
}

/** What a person does in the browser's own dialog: the file is chosen. */
function chooseFile(base64: string, where = 'dialog input[type=file]') {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const given = new DataTransfer();
  given.items.add(new File([bytes], 'backup.zip', { type: 'application/zip' }));
  const input = document.querySelector<HTMLInputElement>(where);
  if (!input) throw new Error('nowhere to choose a file');
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function restore(archive: Buffer, preview: RegExp, result: RegExp): Promise<void> {
  const dialog = { role: 'dialog', name: 'Restore from an archive' } as const;
  const settings = await openSettings();
  await settings.click({ role: 'button', name: 'Restore…' });
  await see(settings, dialog);
  await settings.evaluate(chooseFile, archive.toString('base64'));
  await seeText(settings, dialog, preview);
  await settings.click({ role: 'button', name: 'Restore' });
  await seeText(settings, dialog, result);
  await settings.close();
}

test('an archive restored into an empty library gives the same records, and again it changes nothing', async () => {
  for (const [n, name] of ['first', 'second', 'third'].entries()) {
    const popup = await clipPage(driver, `${site.url}/${name}`);
    await waitForText(popup);
    if (n === 0) await addTags(popup, ['leather', 'suppliers']);
    await popup.close();
  }
  const before = await dump();
  expect(before[0]).toHaveLength(3);
  const archive = await exportArchive();
  await driver.closeTabs();
  await clearStore(driver);
  expect((await dump()).flat()).toEqual([]);

  await restore(archive, /Clips\s*3\s*0\s*0\s*0/, /3 clips restored/);
  expect(await dump()).toEqual(before);
  await restore(archive, /Clips\s*0\s*0\s*0\s*3/, /Everything in this file is in your library already/);
  expect(await dump()).toEqual(before);
});

const bundleDialog = { role: 'dialog', name: 'What a colleague changed' } as const;

/** The post in the composer goes into a file, with a word to whoever gets it. */
async function send(composer: View, message: string): Promise<Buffer> {
  await composer.evaluate(() => {
    Object.assign(globalThis, { showSaveFilePicker: undefined });
  });
  await composer.click({ role: 'button', name: 'Export' });
  await composer.click({ role: 'menuitem', name: /^Send to a colleague/ });
  await composer.focus({ role: 'textbox', name: 'What should they look at?' });
  await composer.type(message);
  return saved(() => composer.click({ role: 'button', name: 'Save the file' }));
}

/** The library's list of posts, with a colleague's file chosen. */
async function openBundle(file: Buffer): Promise<View> {
  const posts = await driver.openExtensionPage('library.html#/posts');
  await see(posts, { role: 'button', name: 'Open a colleague’s file…' });
  await posts.evaluate(chooseFile, file.toString('base64'), '[data-testid="bundle-file"]');
  return posts;
}

async function write(composer: View, field: string, words: string): Promise<void> {
  // A view that is still opening puts the focus where it wants it.
  await until(`the focus to stay in ${field}`, async () => {
    await composer.focus({ role: 'textbox', name: field });
    const focused = await composer.evaluate(() => document.activeElement?.outerHTML);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return focused === (await composer.evaluate(() => document.activeElement?.outerHTML));
  });
  await composer.press('a', 'Control');
  await composer.type(words);
  await until('the post to be saved', async () => {
    const [post] = await readStore(driver, 'posts');
    return post?.title === words || post?.standfirst === words;
  });
  await composer.front();
}

test('a post goes to a colleague as a file and comes back with each change beside one’s own words', async () => {
  const mine = await openClip(driver, (await readStore(driver, 'clips'))[0].title);
  await makePost(mine);
  await write(mine, 'Headline', 'A headline of my own');
  const sent = await send(mine, 'Please look at the headline.');
  await write(mine, 'Why it matters', 'What I wrote in the meantime');
  await mine.close();
  const library = await exportArchive();

  // The colleague: another library, without the clip and the post.
  await driver.closeTabs();
  await clearStore(driver);
  const theirs = await openBundle(sent);
  await seeText(theirs, { role: 'dialog' }, /A headline of my own[\s\S]*Please look at the headline\./);
  await theirs.click({ role: 'button', name: 'Add to my posts' });
  await see(theirs, { role: 'textbox', name: 'Headline' });
  await write(theirs, 'Headline', 'What the colleague made of it');
  const back = await send(theirs, 'Better so?');
  await driver.closeTabs();
  await clearStore(driver);
  await restore(library, /Posts/, /restored/);

  const compared = await openBundle(back);
  await seeText(compared, bundleDialog, /Better so\?/);
  await seeText(compared, { role: 'region', name: 'Headline: Mine' }, /A headline of my own/);
  await seeText(compared, { role: 'region', name: 'Headline: Theirs' }, /What the colleague made of it/);
  await compared.click({ role: 'button', name: 'Take in', within: bundleDialog });
  const taken = () => readStore(driver, 'posts');
  await until('the change', async () => (await taken())[0]?.title === 'What the colleague made of it');
  expect(await taken()).toMatchObject([
    { standfirst: 'What I wrote in the meantime', title: 'What the colleague made of it' },
  ]);
  expect(await readStore(driver, 'clips')).toHaveLength(3);
});
