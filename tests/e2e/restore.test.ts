import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, see, seeText, until, type View } from './drivers/driver.mjs';
import { launch } from './drivers/launch.mjs';
import { addTags, clipPage, waitForText } from './journeys/clip.mjs';
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
  await settings.click({ role: 'button', name: 'Export' });
  const name = await until('the archive', () =>
    readdirSync(driver.downloads).find((file) => /^clipsheet-.*\.zip$/.test(file)),
  );
  const data = await until('all of it', () => {
    const read = readFileSync(join(driver.downloads, name));
    return read.includes('summary.json') && read;
  });
  await settings.close();
  return data;
}

/** What a person does in the browser's own dialog: the file is chosen. */
function chooseFile(base64: string) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const given = new DataTransfer();
  given.items.add(new File([bytes], 'backup.zip', { type: 'application/zip' }));
  const input = document.querySelector<HTMLInputElement>('dialog input[type=file]');
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
