import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ChromiumDriver } from './drivers/chromium.mjs';
import { see, seeText, until, type View } from './drivers/driver.mjs';
import type { FirefoxDriver } from './drivers/firefox.mjs';
import { launch } from './drivers/launch.mjs';
import { statusLine } from './journeys/clip.mjs';
import { readStore } from './read-store.mjs';
import { serveArticles } from './serve-articles.mjs';

let driver: ChromiumDriver | FirefoxDriver;
let site: Awaited<ReturnType<typeof serveArticles>>;
beforeAll(async () => {
  site = await serveArticles();
  driver = (await launch(process.env.CLIPSHEET_BROWSER === 'firefox' ? 'firefox' : 'chromium')) as typeof driver;
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
});
afterEach(() => driver.closeTabs());

const captured = { role: 'region', name: 'What was captured' } as const;

/** Opens a page and clicks the button; the page may be in the library already. */
async function clip(path: string) {
  const page = await driver.openPage(`${site.url}/${path}`);
  const popup = await driver.clickToolbarButton();
  await seeText(popup, statusLine, /^(Saved|In your library)/);
  return { page, popup };
}

async function stored(path: string) {
  const row = (await readStore(driver, 'clips')).find(({ url }) => url === `${site.url}/${path}`);
  const body = row && (await readStore(driver, 'bodies')).find(({ clipId }) => clipId === row.id);
  return { row, text: (body?.text ?? '') as string };
}

const textOf = (path: string, has: string) =>
  until(`a text with "${has}"`, async () => {
    const { text } = await stored(path);
    if (!text.includes(has)) throw new Error(text);
    return text;
  });

async function choose(popup: View, page: View) {
  await popup.click({ role: 'button', name: 'Choose on the page' });
  await until('the picker', () => page.evaluate(() => document.querySelector('clipsheet-picker') !== null));
  await until('the popup to close', async () => !(await popup.isOpen()));
  await page.front();
}

describe('a text that is doubtful', () => {
  test('says so in plain words, with what can be done', async () => {
    const { popup } = await clip('cut?said');
    await seeText(popup, captured, /Part of the article is missing/);
    for (const name of ['Choose on the page', 'Update text', 'Use the selection', 'Take the whole page'])
      await see(popup, { role: 'button', name });
    await popup.close();
    expect((await stored('cut?said')).row.capture.warnings).toEqual(['incomplete']);
  });

  test('gives way to the whole page', async () => {
    const { popup } = await clip('cut?whole');
    await popup.click({ role: 'button', name: 'Take the whole page' });
    await seeText(popup, statusLine, /^Text updated/);
    await popup.close();
    expect(await textOf('cut?whole', 'The second of the rest.')).toContain('Only the beginning.');
    expect((await stored('cut?whole')).row.capture).toMatchObject({ engine: 'page', warnings: [] });
  });

  test('comes back by undo, doubts and all', async () => {
    const { popup } = await clip('cut?undo');
    await popup.click({ role: 'button', name: 'Take the whole page' });
    await seeText(popup, statusLine, /^Text updated/);
    await popup.click({ role: 'button', name: 'Undo' });
    await seeText(popup, statusLine, /^Earlier text restored/);
    await seeText(popup, captured, /Part of the article is missing/);
    await popup.close();
    const { row, text } = await stored('cut?undo');
    expect(text).not.toContain('The second of the rest.');
    expect(row.capture).toMatchObject({ engine: 'readability', warnings: ['incomplete'] });
  });

  test('gives way to what is selected; where nothing is selected it says what to do', async () => {
    const { page, popup } = await clip('cut?selected');
    await popup.click({ role: 'button', name: 'Use the selection' });
    await seeText(popup, statusLine, /^Nothing is selected/);
    await popup.close();
    await page.evaluate(() => getSelection()?.selectAllChildren(document.getElementById('rest') as HTMLElement));
    const again = await driver.clickToolbarButton();
    await again.click({ role: 'button', name: 'Use the selection' });
    await seeText(again, statusLine, /^Text updated/);
    await again.close();
    expect(await textOf('cut?selected', 'The first of the rest.')).not.toContain('Only the beginning.');
  });
});

describe.each(['cut', 'hostile'])('choosing a block on the page: %s', (name) => {
  test('a click takes the block under the mouse, and nothing in the page hears or moves', async () => {
    const path = `${name}?mouse`;
    const { page, popup } = await clip(path);
    const heightOf = () => document.documentElement.scrollHeight;
    const before = await page.evaluate(heightOf);
    await choose(popup, page);
    expect(await page.evaluate(heightOf)).toBe(before);
    await page.clickThrough('#rest-first');
    await until('the page to be told', () => page.evaluate(() => document.querySelector('clipsheet-picker') !== null));
    expect(await page.evaluate(() => document.documentElement.dataset.heard ?? '')).toBe('');
    const text = await textOf(path, 'The first of the rest.');
    expect(text).not.toContain('The second of the rest.');
    expect(text).not.toContain('Only the beginning.');
    const { row } = await stored(path);
    expect(row).toMatchObject({ kind: 'article', capture: { engine: 'block', warnings: [] } });
    expect((await readStore(driver, 'clips')).filter(({ url }) => url === row.url)).toHaveLength(1);
  });

  test('keys go to the block around and back; Enter takes, and the popup brings the earlier text back', async () => {
    const path = `${name}?keys`;
    const { page, popup } = await clip(path);
    await choose(popup, page);
    // It begins where most of the text is: the rest. Out to the page, and back in.
    await page.press('ArrowUp');
    await page.press('ArrowDown');
    await page.press('Enter');
    const text = await textOf(path, 'The second of the rest.');
    expect(text).toContain('The first of the rest.');
    expect(text).not.toContain('Only the beginning.');
    await page.front();
    const again = await driver.clickToolbarButton();
    await seeText(again, statusLine, /^In your library/);
    await again.click({ role: 'button', name: 'More actions' });
    await again.click({ role: 'menuitem', name: 'Bring back the earlier text' });
    await seeText(again, statusLine, /^Earlier text restored/);
    await again.close();
    expect((await stored(path)).text).not.toContain('The second of the rest.');
  });

  test('Escape leaves the page and the clip as they were', async () => {
    const path = `${name}?escape`;
    const { page, popup } = await clip(path);
    await choose(popup, page);
    await page.press('Escape');
    await until('the picker to go', () => page.evaluate(() => document.querySelector('clipsheet-picker') === null));
    expect(await page.evaluate(() => document.documentElement.dataset.heard ?? '')).toBe('');
    expect((await stored(path)).row.capture.engine).toBe('readability');
  });
});

describe('an article on several pages', () => {
  test('offers its further pages and adds them, each block and headline once', async () => {
    const { popup } = await clip('serial');
    await seeText(popup, captured, /continues on 3 more pages/);
    await popup.click({ role: 'button', name: 'Add them' });
    await seeText(popup, statusLine, /^Text updated/);
    await popup.close();
    const text = await textOf('serial', 'Page 4, part 3.');
    const parts = [...text.matchAll(/Page (\d), part (\d)/g)].map(([, page, part]) => `${page}.${part}`);
    expect(parts).toEqual([1, 2, 3, 4].flatMap((page) => [1, 2, 3].map((part) => `${page}.${part}`)));
    expect(text.match(/This note stands/g)).toHaveLength(1);
    const { row } = await stored('serial');
    expect(row.capture).toMatchObject({ warnings: [], pages: { next: null, total: 4 } });
    expect(row.capture.pages.joined).toEqual([2, 3, 4].map((page) => `${site.url}/serial?page=${page}`));
    const images = (await readStore(driver, 'images')).filter(({ clipId }) => clipId === row.id);
    images.sort((a, b) => a.position - b.position);
    expect(images.map(({ url, caption }) => [url.slice(site.url.length), caption])).toEqual(
      [1, 2, 3, 4].map((page) => [`/page-${page}.png`, `Picture of page ${page}`]),
    );
  });

  test('is again as it was after undo', async () => {
    const { popup } = await clip('serial?n=undo');
    await popup.click({ role: 'button', name: 'Add them' });
    await seeText(popup, statusLine, /^Text updated/);
    await popup.click({ role: 'button', name: 'Undo' });
    await seeText(popup, captured, /continues on 3 more pages/);
    await popup.close();
    const { row, text } = await stored('serial?n=undo');
    expect(text).not.toContain('Page 2, part 1.');
    expect(row.capture.pages.joined).toEqual([]);
  });
});
