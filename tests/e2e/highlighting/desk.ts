/** What tests of highlighting share: one browser, the pages that are highlighted on, and ways to the highlighter. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { ChromiumDriver } from '../drivers/chromium.mjs';
import { seeText, type Target, until, type View } from '../drivers/driver.mjs';
import type { FirefoxDriver } from '../drivers/firefox.mjs';
import { launch } from '../drivers/launch.mjs';
import { fightingPage, highlightPages } from '../highlight-pages.mjs';
import { statusLine } from '../journeys/clip.mjs';
import { paintedIn, placeOfWords } from '../journeys/highlight.mjs';
import { readStore } from '../read-store.mjs';
import { serveArticles } from '../serve-articles.mjs';

export const isFirefox = process.env.CLIPSHEET_BROWSER === 'firefox';
export const button = (name: string): Target => ({ role: 'button', name });
export const note = { role: 'textbox', name: 'Note' } as const;

export type Desk = {
  /** With what either browser can do: a test says in which one it runs. */
  driver: ChromiumDriver & FirefoxDriver;
  /** The address of a page by its path. */
  address(path: string): string;
};

/** Starts the browser before all tests of the file and ends it after them. */
export function useDesk(): Desk {
  let site: Awaited<ReturnType<typeof serveArticles>>;
  const desk = { address: (path: string) => `${site.url}${path}` } as Desk;
  beforeAll(async () => {
    site = await serveArticles({}, { ...highlightPages, '/fights': fightingPage });
    desk.driver = (await launch(isFirefox ? 'firefox' : 'chromium')) as Desk['driver'];
  });
  afterAll(async () => {
    await desk.driver?.close();
    await site?.close();
  });
  afterEach(() => desk.driver.closeTabs());
  return desk;
}

/** The highlighter's frame that shows something. */
export const frame = (page: View, target: Target) =>
  until(`${target.role} ${target.name}`, () => page.frameWith(target));
export const press = async (page: View, name: string) => (await frame(page, button(name))).click(button(name));

/** What is painted: `['green words']`. */
export const painted = (page: View, expected: string[]) =>
  until(`${expected} to be painted`, async () => {
    const found = await page.evaluate(paintedIn);
    if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(JSON.stringify(found));
    return true;
  });

/** The only stored highlight of a page; it is like `what`. */
export const storedOf = ({ driver, address }: Desk, path: string, what: object) =>
  until(`a stored highlight of ${path}`, async () => {
    const clip = (await readStore(driver, 'clips')).find(({ url }) => url === address(path));
    const all = (await readStore(driver, 'annotations')).filter(({ clipId }) => clipId === clip?.id);
    expect(all).toMatchObject([what]);
    return all[0];
  });

/** Opens a page and starts highlighting on it from the popup; the page is in front again. */
export async function open({ driver, address }: Desk, path: string): Promise<View> {
  const page = await driver.openPage(address(path));
  await until('the words', () => page.evaluate(placeOfWords));
  const popup = await driver.clickToolbarButton();
  await seeText(popup, statusLine, /^(Saved|In your library)/);
  await popup.focus(button('Highlight on this page'));
  // It may be gone before the key is up.
  await popup.press('Enter').catch(() => undefined);
  await until('the popup to close', async () => !(await popup.isOpen()));
  await page.front();
  await frame(page, button('Done'));
  return page;
}

/** Drags the mouse over the words of a page. */
export async function dragOverWords(page: View) {
  const { from, to, middle } = await page.evaluate(placeOfWords);
  await page.drag(from, to);
  return middle;
}
