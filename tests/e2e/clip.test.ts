import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ChromiumDriver } from './drivers/chromium.mjs';
import { see, seeText, until } from './drivers/driver.mjs';
import type { FirefoxDriver } from './drivers/firefox.mjs';
import { injectIntoPopup } from './drivers/inject-into-popup.mjs';
import { launch } from './drivers/launch.mjs';
import { addTags, clipPage, statusLine, typeTag, waitForText, writeNote } from './journeys/clip.mjs';
import { readStore } from './read-store.mjs';
import { serveArticles } from './serve-articles.mjs';

const browser = process.env.CLIPSHEET_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const isFirefox = browser === 'firefox';

let driver: ChromiumDriver | FirefoxDriver;
let site: Awaited<ReturnType<typeof serveArticles>>;
beforeAll(async () => {
  site = await serveArticles();
  driver = (await launch(browser)) as typeof driver;
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
});
afterEach(() => driver.closeTabs());

const clips = () => readStore(driver, 'clips');
const clipOf = async (path: string) => (await clips()).find((clip) => clip.url === `${site.url}/${path}`);
/** Waits until the clip of a page has its text, or is known to have none. */
const settledClipOf = (path: string) =>
  until(`the clip of ${path}`, async () => {
    const clip = await clipOf(path);
    return clip?.capture.state === 'done' && clip;
  });

describe('a click on the toolbar button', () => {
  test('saves the page with its text before anything else is done', async () => {
    const popup = await clipPage(driver, `${site.url}/first`);
    await waitForText(popup);
    await popup.close();
    expect(await clipOf('first')).toMatchObject({
      title: 'News of first',
      kind: 'article',
      status: 'inbox',
      capture: { state: 'done', engine: 'readability', warnings: [] },
    });
    const bodies = await readStore(driver, 'bodies');
    expect(bodies[0].text).toContain('Part 6 of first.');
  });

  test('on a page that was clipped shows the clip as it is, and makes no second one', async () => {
    const popup = await clipPage(driver, `${site.url}/again`);
    await addTags(popup, ['steel']);
    await popup.close();
    const before = (await clips()).length;
    await driver.openPage(`${site.url}/again?utm_source=mail#top`);
    const second = await driver.clickToolbarButton();
    await seeText(second, statusLine, /^In your library since/);
    await see(second, { role: 'button', name: 'Remove “steel”' });
    await second.close();
    expect((await clips()).length).toBe(before);
  });

  test('can be taken back at once', async () => {
    const popup = await clipPage(driver, `${site.url}/undone`);
    await popup.click({ role: 'button', name: 'Undo' });
    await seeText(popup, statusLine, /^Deleted/);
    await popup.close();
    expect((await clipOf('undone')).deletedAt).toBeGreaterThan(0);
  });

  test('taken back can be restored', async () => {
    const popup = await clipPage(driver, `${site.url}/restored`);
    await popup.click({ role: 'button', name: 'Undo' });
    await popup.click({ role: 'button', name: 'Restore' });
    await seeText(popup, statusLine, /^Saved/);
    await popup.close();
    expect((await clipOf('restored')).deletedAt).toBeNull();
  });
});

test('a page that never ends loading is clipped as it stands', async () => {
  const tab = await driver.openPage(`${site.url}/endless`);
  await tab.evaluate(() => {
    const html = document.documentElement.outerHTML;
    document.open();
    document.write(html);
  });
  const popup = await driver.clickToolbarButton();
  await seeText(popup, statusLine, /^Saved/);
  await waitForText(popup);
  expect(await tab.evaluate(() => document.readyState)).toBe('loading');
  await popup.close();
  expect(await clipOf('endless')).toMatchObject({ capture: { state: 'done' }, kind: 'article' });
});

describe('the popup', () => {
  test('stores tags and note while they are written', async () => {
    const popup = await clipPage(driver, `${site.url}/edited`);
    await addTags(popup, ['leather', 'suppliers']);
    await writeNote(popup, 'For the newsletter.');
    await popup.close();
    expect(await clipOf('edited')).toMatchObject({ tags: ['leather', 'suppliers'], note: 'For the newsletter.' });
  });

  test('commits at once what is typed up to a comma of either language', async () => {
    const popup = await clipPage(driver, `${site.url}/commas`);
    await typeTag(popup, 'one,two;three');
    await popup.press('Enter');
    await popup.close();
    expect((await clipOf('commas')).tags).toEqual(['one', 'two', 'three']);
  });

  test('that closes with a tag typed and not committed has stored the tag', async () => {
    const popup = await clipPage(driver, `${site.url}/half`);
    await typeTag(popup, 'half-typed');
    await popup.close();
    await until('the tag', async () => (await clipOf('half')).tags.includes('half-typed'));
  });

  test.runIf(!isFirefox)('closed 2 ms after its script began, 15 times, leaves 15 clips', async () => {
    const chromium = driver as ChromiumDriver;
    const before = (await clips()).length;
    // The first thing the popup's script does is to reach for `chrome`.
    const closeSoon = `const api = chrome; let began = false;
      Object.defineProperty(globalThis, 'chrome', { get() {
        if (!began) { began = true; setTimeout(() => window.close(), 2); }
        return api;
      } });`;
    const popups = await injectIntoPopup(chromium.browser(), closeSoon);
    for (let n = 0; n < 15; n++) {
      const page = await driver.openPage(`${site.url}/quick-${n}`);
      const closed = popups.closed();
      await chromium.triggerAction(chromium.pageOf(page));
      await closed;
    }
    await popups.stop();
    await until('15 clips', async () => (await clips()).length === before + 15);
    for (let n = 0; n < 15; n++)
      expect(await settledClipOf(`quick-${n}`)).toMatchObject({ kind: 'article', title: `News of quick-${n}` });
  });

  test.runIf(isFirefox)('closed as soon as its first script has run, 15 times, leaves 15 clips', async () => {
    const before = (await clips()).length;
    for (let n = 0; n < 15; n++) {
      await driver.openPage(`${site.url}/quick-${n}`);
      await (driver as FirefoxDriver).clickToolbarButtonAndClose();
    }
    // Fifteen pages are still being read when the last popup closes; another suite may run beside this one.
    await until('15 clips', async () => (await clips()).length === before + 15, 30_000);
    for (let n = 0; n < 15; n++)
      expect(await settledClipOf(`quick-${n}`)).toMatchObject({ kind: 'article', title: `News of quick-${n}` });
  });
});

describe('what cannot be clipped', () => {
  test.each(isFirefox ? ['about:blank', 'about:support'] : ['about:blank', 'chrome://version/'])(
    '%s says so and saves nothing',
    async (url) => {
      const before = (await clips()).length;
      await driver.openPage(url);
      const popup = await driver.clickToolbarButton();
      await seeText(popup, { role: 'alert' }, /don’t let extensions read this page/);
      await popup.close();
      expect((await clips()).length).toBe(before);
    },
  );

  test('a PDF is kept as a bookmark that says so', async () => {
    await driver.openPage(`${site.url}/report.pdf`);
    const popup = await driver.clickToolbarButton();
    await seeText(popup, statusLine, /^Saved as a bookmark/);
    await popup.close();
    expect(await clipOf('report.pdf')).toMatchObject({ kind: 'bookmark', capture: { warnings: ['pdf'] } });
  });

  test('a page without an article is kept as a bookmark that says what to do', async () => {
    await driver.openPage(`${site.url}/empty`);
    const popup = await driver.clickToolbarButton();
    await seeText(popup, statusLine, /^Saved as a bookmark/);
    await seeText(
      popup,
      { role: 'region', name: 'What was captured' },
      /No article was found here.*Choose on the page/s,
    );
    await popup.close();
    expect(await clipOf('empty')).toMatchObject({ kind: 'bookmark', capture: { warnings: ['empty'] } });
  });
});

describe('without the popup', () => {
  test('both shortcuts are assigned', async () => {
    const view = await driver.openExtensionPage('library.html');
    const commands = await view.evaluate(async () => {
      const api = globalThis as unknown as Record<'chrome', { commands: { getAll(): Promise<object[]> } }>;
      return api.chrome.commands.getAll();
    });
    const shortcut = expect.stringMatching(/\S/);
    expect(commands).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: '_execute_action', shortcut }),
        expect.objectContaining({ name: 'clip-page', shortcut }),
      ]),
    );
  });

  // Chromium takes shortcuts and context menus only from a real window system; see docs/testing.md.
  test.runIf(isFirefox)('the second shortcut clips the page and says so in it', async () => {
    const page = await driver.openPage(`${site.url}/by-key`);
    await (driver as FirefoxDriver).pressShortcut('K', 'Alt', 'Shift');
    // Before the store is looked at: that takes a tab, and a key goes to the one in front when the page has let it pass.
    await until('the notice in the page', () =>
      page.evaluate(() => document.querySelector('clipsheet-notice') !== null),
    );
    expect(await settledClipOf('by-key')).toMatchObject({ kind: 'article', title: 'News of by-key' });
    expect(await page.isOpen()).toBe(true);
  });

  test.runIf(isFirefox)('the context menu clips the selection with the page it is from', async () => {
    const page = await driver.openPage(`${site.url}/selected`);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.getElementById('p2') as HTMLElement));
    await (driver as FirefoxDriver).chooseFromContextMenu('#p2', 'Clip selection');
    const clip = await settledClipOf('selected');
    expect(clip).toMatchObject({ kind: 'selection', title: 'News of selected' });
    const body = (await readStore(driver, 'bodies')).find(({ clipId }) => clipId === clip.id);
    expect(body.text).toContain('Part 3 of selected.');
    expect(body.text).not.toContain('Part 2 of selected.');
  });
});
