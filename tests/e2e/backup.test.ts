import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireBuild } from '../../scripts/lib/builds.mjs';
import { type ChromiumDriver, launchChromium } from './drivers/chromium.mjs';
import { type Driver, seeText, until } from './drivers/driver.mjs';
import { launchFirefox } from './drivers/firefox.mjs';
import { clipPage, waitForText } from './journeys/clip.mjs';
import { serveArticles } from './serve-articles.mjs';

const browser = process.env.CLIPSHEET_BROWSER === 'firefox' ? 'firefox' : 'chromium';

let profile: string;
let extension: string;
let driver: Driver;
let site: Awaited<ReturnType<typeof serveArticles>>;
beforeAll(async () => {
  extension = withPermissions();
  site = await serveArticles();
  profile = mkdtempSync(join(tmpdir(), 'clipsheet-backup-'));
  if (browser === 'firefox') driver = await launchFirefox({ extension, profile });
  else {
    rememberDownloads();
    driver = await launchChromium({ extension, profile });
    await saveAsPeopleDo();
  }
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
  for (const folder of [extension, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The built extension with what people grant when they turn backups on: nobody can answer Chromium's question here. */
function withPermissions(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-granted-'));
  cpSync(requireBuild(browser), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const { optional_permissions: optional, ...rest } = manifest;
  writeFileSync(path, JSON.stringify({ ...rest, permissions: [...manifest.permissions, ...optional] }));
  return folder;
}

function rememberDownloads() {
  const preferences = { download: { default_directory: join(profile, 'saved'), prompt_for_download: false } };
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** Where the debugging protocol takes downloads over, it gives them names of its own and no folder. */
async function saveAsPeopleDo() {
  if (driver.name !== 'chromium') return;
  const session = await (driver as ChromiumDriver).browser().target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
}

const folder = () => join(driver.downloads, 'Clipsheet');
const copies = () =>
  existsSync(folder())
    ? readdirSync(folder())
        .filter((name) => /^clipsheet-backup-.*\.zip$/.test(name))
        .sort()
    : [];
const section = { role: 'region', name: 'Backup' } as const;
const backUpNow = { role: 'button', name: 'Back up now' } as const;
const lastBackup = (kept: number) => new RegExp(`Last backup: .* ${kept} cop(y|ies) kept`);

test('a copy that fails says why, one that succeeds says when, and of all that are there only our own surplus goes', async () => {
  const popup = await clipPage(driver, `${site.url}/first`);
  await waitForText(popup);
  await popup.close();
  // Where the folder should be is a file: nothing can be saved there.
  writeFileSync(folder(), 'in the way');
  const settings = await driver.openExtensionPage('library.html#/settings');
  await seeText(settings, section, /No backup yet/);
  await settings.focus({ role: 'radio', name: 'Daily' });
  await settings.press(' ');
  await seeText(settings, { role: 'alert', within: section }, /^The backup of .* failed\. ./);
  await settings.close();
  const library = await driver.openExtensionPage('library.html#/clips');
  await until('the reminder', () =>
    library.evaluate(() => /The backup of .* failed\./.test(document.querySelector('aside')?.textContent ?? '')),
  );
  await library.close();

  rmSync(folder());
  const again = await driver.openExtensionPage('library.html#/settings');
  await again.click(backUpNow);
  await seeText(again, section, lastBackup(1));
  expect(await again.evaluate(() => document.querySelectorAll('[role=alert]').length)).toBe(0);
  const [first = ''] = copies();
  expect(readFileSync(join(folder(), first)).includes('summary.json')).toBe(true);

  // What a person put there stays, and what a person took away is no failure.
  const foreign = 'clipsheet-backup-2020-01-01T00-00-00.zip';
  writeFileSync(join(folder(), foreign), 'of another profile');
  await again.click(backUpNow);
  await seeText(again, section, lastBackup(2));
  const second = copies().find((name) => name !== foreign && name !== first) ?? '';
  rmSync(join(folder(), first));
  await again.focus({ role: 'spinbutton', name: 'Copies to keep' });
  await again.press('a', 'Control');
  await again.type('1');
  await again.click(backUpNow);
  await seeText(again, section, lastBackup(1));
  await until('the third copy alone', () => {
    const left = copies();
    if (left.length !== 2 || left.includes(second)) throw new Error(`after ${first} and ${second}: ${left}`);
    return true;
  });
  expect(copies()).toContain(foreign);
  await again.close();
});

test('a copy that is due is made by itself after the browser starts', async () => {
  const before = copies();
  const page = await driver.openExtensionPage('icons/16.png');
  await page.evaluate(makeOld);
  await page.close();
  await driver.restart();
  await saveAsPeopleDo();
  await until('a new copy', () => copies().some((name) => !before.includes(name)), 40_000);
  const settings = await driver.openExtensionPage('library.html#/settings');
  await seeText(settings, section, lastBackup(1));
});

/** Runs in the page: the last copy was two days ago. */
async function makeOld() {
  type Area = { get(key: string): Promise<Record<string, object>>; set(items: object): Promise<void> };
  const { browser, chrome } = globalThis as unknown as Record<string, { storage: { local: Area } } | undefined>;
  const area = (browser ?? chrome)?.storage.local;
  const { backup } = (await area?.get('backup')) ?? {};
  await area?.set({ backup: { ...backup, lastAt: Date.now() - 2 * 24 * 60 * 60 * 1000 } });
}
