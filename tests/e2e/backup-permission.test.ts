/** Firefox asks before an extension may save files by itself; its question can be answered here, that of Chromium not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireBuild } from '../../scripts/lib/builds.mjs';
import { seeText, until } from './drivers/driver.mjs';
import { type FirefoxDriver, launchFirefox } from './drivers/firefox.mjs';
import { clipPage, waitForText } from './journeys/clip.mjs';
import { serveArticles } from './serve-articles.mjs';

const isFirefox = process.env.CLIPSHEET_BROWSER === 'firefox';
const section = { role: 'region', name: 'Backup' } as const;
const lastBackup = (kept: number) => new RegExp(`Last backup: .* ${kept} cop(y|ies) kept`);

let driver: FirefoxDriver;
let site: Awaited<ReturnType<typeof serveArticles>>;
beforeAll(async () => {
  if (!isFirefox) return;
  site = await serveArticles();
  driver = await launchFirefox({ extension: requireBuild('firefox') });
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
});

test.runIf(isFirefox)(
  'backups begin when the browser was allowed to save them, and who said no can still say yes',
  async () => {
    const popup = await clipPage(driver, `${site.url}/first`);
    await waitForText(popup);
    await popup.close();
    const settings = await driver.openExtensionPage('library.html#/settings');
    await seeText(settings, section, /No backup yet/);
    await settings.focus({ role: 'radio', name: 'Daily' });
    await settings.press(' ');
    await driver.answerPermission(false);
    await seeText(settings, { role: 'alert', within: section }, /gave no access to downloads/);
    expect(await settings.evaluate(chosenEvery)).toBe('never');
    expect(existsSync(join(driver.downloads, 'Clipsheet'))).toBe(false);

    await settings.click({ role: 'button', name: 'Allow access to downloads' });
    await driver.answerPermission(true);
    await seeText(settings, section, lastBackup(1));
    expect(await settings.evaluate(chosenEvery)).toBe('daily');
    const folder = join(driver.downloads, 'Clipsheet');
    const [first = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, first)).includes('summary.json')).toBe(true);

    // Now that it was allowed nobody is asked again.
    await settings.click({ role: 'button', name: 'Back up now' });
    await seeText(settings, section, lastBackup(2));
    await settings.clickThrough('label:has(input[value=weekly])');
    await until('the choice', async () => (await settings.evaluate(chosenEvery)) === 'weekly');
    await settings.close();
  },
);

function chosenEvery() {
  const choices = document.querySelectorAll<HTMLInputElement>('input:is([value=never], [value=daily], [value=weekly])');
  return [...choices].find(({ checked }) => checked)?.value;
}
