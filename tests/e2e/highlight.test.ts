import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ChromiumDriver, launchChromium } from './drivers/chromium.mjs';
import { see, seeText, type Target, until, type View } from './drivers/driver.mjs';
import type { FirefoxDriver } from './drivers/firefox.mjs';
import { grantAll } from './drivers/granted';
import { launch } from './drivers/launch.mjs';
import { fightingPage, highlightPages } from './highlight-pages.mjs';
import { statusLine } from './journeys/clip.mjs';
import { paintedIn, placeOfWords, selectAllButLast } from './journeys/highlight.mjs';
import { readStore } from './read-store.mjs';
import { serveArticles } from './serve-articles.mjs';

const isFirefox = process.env.CLIPSHEET_BROWSER === 'firefox';
let driver: ChromiumDriver | FirefoxDriver;
let site: Awaited<ReturnType<typeof serveArticles>>;
beforeAll(async () => {
  site = await serveArticles({}, { ...highlightPages, '/fights': fightingPage });
  driver = (await launch(isFirefox ? 'firefox' : 'chromium')) as typeof driver;
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
});
afterEach(() => driver.closeTabs());

const button = (name: string): Target => ({ role: 'button', name });
const note = { role: 'textbox', name: 'Note' } as const;

/** The highlighter's frame that shows something. */
const frame = (page: View, target: Target) => until(`${target.role} ${target.name}`, () => page.frameWith(target));
const press = async (page: View, name: string) => (await frame(page, button(name))).click(button(name));

/** From the popup; the page is in front again. */
async function start(page: View) {
  const popup = await driver.clickToolbarButton();
  await seeText(popup, statusLine, /^(Saved|In your library)/);
  await popup.focus(button('Highlight on this page'));
  // It may be gone before the key is up.
  await popup.press('Enter').catch(() => undefined);
  await until('the popup to close', async () => !(await popup.isOpen()));
  await page.front();
  await frame(page, button('Done'));
}

/** What is painted: `['green words']`. */
const painted = (page: View, expected: string[]) =>
  until(`${expected} to be painted`, async () => {
    const found = await page.evaluate(paintedIn);
    if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(JSON.stringify(found));
    return true;
  });

const storedOf = (path: string, what: object) =>
  until(`a stored highlight of ${path}`, async () => {
    const clip = (await readStore(driver, 'clips')).find(({ url }) => url === `${site.url}${path}`);
    const all = (await readStore(driver, 'annotations')).filter(({ clipId }) => clipId === clip?.id);
    expect(all).toMatchObject([what]);
    return all[0];
  });

async function open(path: string) {
  const page = await driver.openPage(`${site.url}${path}`);
  await until('the words', () => page.evaluate(placeOfWords));
  await start(page);
  return page;
}

describe.each(Object.entries(highlightPages))('highlighting on %s', (path, { words }) => {
  test('with the mouse: marked, recoloured, noted, deleted and brought back', async () => {
    const page = await open(path);
    const { from, to, middle } = await page.evaluate(placeOfWords);
    await page.drag(from, to);
    await press(page, 'Green');
    await painted(page, [`green ${words}`]);
    await press(page, 'Note');
    await page.type('Mark this');
    await press(page, 'Pink');
    await press(page, 'Close');
    await painted(page, [`pink ${words}`]);
    await page.clickAt(middle);
    expect(await (await frame(page, note)).evaluate(() => document.querySelector('textarea')?.value)).toBe('Mark this');
    await press(page, 'Delete highlight');
    await painted(page, []);
    await press(page, 'Undo');
    await painted(page, [`pink ${words}`]);
    await storedOf(path, { colour: 'pink', note: 'Mark this', target: { quote: { exact: words } } });
  });

  test('with the keyboard', async () => {
    const page = await open(`${path}?keys`);
    await page.evaluate(selectAllButLast);
    await page.press('ArrowRight', 'Shift');
    await frame(page, button('Blue'));
    await page.press('Tab');
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.press(key);
    await painted(page, [`blue ${words}`]);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await page.press(key);
    await frame(page, { role: 'textbox', name: 'Tags' });
    await page.type('hides');
    await page.press('Enter');
    await frame(page, button('Remove tag: hides'));
    await page.press('Escape');
    await storedOf(`${path}?keys`, { colour: 'blue', tags: ['hides'], target: { quote: { exact: words } } });
  });
});

test.each(['/long', '/chinese', '/mixed', '/shadow', '/code'])(
  'what was marked on %s is marked in the reader',
  async (path) => {
    const { clipId } = await storedOf(path, { colour: 'pink' });
    const reader = await driver.openExtensionPage(`library.html#/clip/${clipId}`);
    await painted(reader, [`pink ${highlightPages[path]?.words}`]);
  },
);

test('what was marked in the reader is marked on the page', async () => {
  const page = await driver.openPage(`${site.url}/long?back`);
  const popup = await driver.clickToolbarButton();
  await seeText(popup, statusLine, /^Saved/);
  await popup.close();
  const clip = await until('the text', async () => {
    const found = (await readStore(driver, 'clips')).find(({ url }) => url === `${site.url}/long?back`);
    return found?.capture.state === 'done' && found;
  });
  const reader = await driver.openExtensionPage(`library.html#/clip/${clip.id}`);
  await until('the words', () => reader.evaluate(selectInReader, 'leather prices rose by nine per cent'));
  await reader.press('h');
  await painted(reader, ['yellow leather prices rose by nine per cent']);
  await reader.close();
  await page.front();
  const again = await driver.clickToolbarButton();
  await seeText(again, statusLine, /^In your library/);
  await painted(page, ['yellow leather prices rose by nine per cent']);
  await again.close();
});

test('the popup paints what was marked before', async () => {
  const page = await driver.openPage(`${site.url}/lists`);
  const popup = await driver.clickToolbarButton();
  await seeText(popup, statusLine, /^In your library/);
  await painted(page, [`pink ${highlightPages['/lists']?.words}`]);
  await popup.close();
});

test('a page that is rendered again, and becomes another, keeps its own highlights', async () => {
  const page = await open('/app?again');
  const { from, to } = await page.evaluate(placeOfWords);
  await page.drag(from, to);
  await press(page, 'Orange');
  const words = highlightPages['/app']?.words;
  await painted(page, [`orange ${words}`]);
  await press(page, 'Close');
  const app = () => (globalThis as typeof globalThis & { renderAgain(): void }).renderAgain();
  await page.evaluate(app);
  await painted(page, [`orange ${words}`]);
  await page.evaluate(() => {
    history.pushState(null, '', '/app?other');
    document.querySelector('#app p')?.append('!');
  });
  await painted(page, []);
  await page.evaluate(() => {
    history.back();
  });
  await page.evaluate(app);
  await until('the address', () => page.evaluate(() => location.search === '?again'));
  await page.evaluate(app);
  await painted(page, [`orange ${words}`]);
});

describe('a page that fights', () => {
  test('keeps nobody from highlighting, hears no note, reads none, and marks nothing itself', async () => {
    const page = await open('/fights');
    const { from, to, middle } = await page.evaluate(placeOfWords);
    await page.drag(from, to);
    await press(page, 'Green');
    await painted(page, [`green ${fightingPage.words}`]);
    await page.evaluate(() => {
      (globalThis as typeof globalThis & { heard: string[]; storm(): void }).heard.length = 0;
      (globalThis as typeof globalThis & { storm(): void }).storm();
    });
    await press(page, 'Note');
    await page.type('Quiet');
    const seen = await page.evaluate(() => ({
      heard: (globalThis as typeof globalThis & { heard: string[] }).heard.filter((name) => /^key|^input/.test(name)),
      shadow: document.querySelector('clipsheet-highlighter')?.shadowRoot ?? null,
      frames: window.length,
      text: document.documentElement.outerHTML.includes('Quiet'),
      globals: Object.keys(globalThis).filter((name) => /clipsheet/i.test(name)),
    }));
    expect(seen).toEqual({ heard: [], shadow: null, frames: 0, text: false, globals: [] });
    await press(page, 'Close');
    // All that a script can do by itself: events, a selection, and paint of its own.
    await page.evaluate(({ x, y }) => {
      const heading = document.querySelector('h1') as HTMLElement;
      getSelection()?.selectAllChildren(heading);
      const at = { clientX: x, clientY: y, bubbles: true, composed: true };
      for (const name of ['pointerdown', 'pointerup', 'click']) heading.dispatchEvent(new PointerEvent(name, at));
      for (const name of ['keydown', 'keyup'])
        document.body.dispatchEvent(new KeyboardEvent(name, { key: 'ArrowRight', shiftKey: true, bubbles: true }));
      getSelection()?.removeAllRanges();
    }, middle);
    expect(await page.frameWith(button('Yellow'))).toBeNull();
    // Taken away, it comes again when a person wants it.
    await page.evaluate(() => document.querySelector('clipsheet-highlighter')?.remove());
    await page.clickAt(middle);
    await press(page, 'Blue');
    await painted(page, [`blue ${fightingPage.words}`]);
    await storedOf('/fights', { colour: 'blue', note: 'Quiet', target: { quote: { exact: fightingPage.words } } });
  });
});

test.runIf(isFirefox)('the shortcut clips the page with the first highlight', async () => {
  const page = await driver.openPage(`${site.url}/long?shortcut`);
  await until('the words', () => page.evaluate(placeOfWords));
  await (driver as FirefoxDriver).pressShortcut('U', 'Alt', 'Shift');
  await frame(page, button('Done'));
  const { from, to } = await page.evaluate(placeOfWords);
  await page.drag(from, to);
  await press(page, 'Yellow');
  await storedOf('/long?shortcut', {
    colour: 'yellow',
    target: { quote: { exact: highlightPages['/long']?.words } },
  });
});

test.runIf(isFirefox)('the context menu highlights what is selected', async () => {
  const page = await driver.openPage(`${site.url}/long?menu`);
  await until('the words', () => page.evaluate(placeOfWords));
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#words') as HTMLElement));
  await (driver as FirefoxDriver).chooseFromContextMenu('#words', 'Highlight this');
  await until('a highlight', async () => (await page.evaluate(paintedIn)).length === 1);
  await frame(page, button('Delete highlight'));
});

describe('where the browser lets nobody in', () => {
  const sentence = { role: 'alert' } as const;
  test.runIf(isFirefox)('the shortcut says so: on its own pages, and in its PDF viewer', async () => {
    await driver.openPage('about:license');
    await (driver as FirefoxDriver).pressShortcut('U', 'Alt', 'Shift');
    const popup = await driver.adoptPopup();
    await seeText(popup, sentence, /This page belongs to the browser/);
    await popup.close();
    await driver.openPage(`${site.url}/paper.pdf`);
    await (driver as FirefoxDriver).pressShortcut('U', 'Alt', 'Shift');
    const second = await driver.adoptPopup();
    await seeText(second, sentence, /This is a PDF in the browser/);
    await second.close();
  });

  test.runIf(!isFirefox)('the command says so, and the next press of the button clips as ever', async () => {
    await driver.openPage('chrome://version');
    const worker = await (driver as ChromiumDriver).worker();
    // Nobody can press a key of the window system here: the browser's event is dispatched as it would come.
    await worker.evaluate(async () => {
      const { commands, tabs } = (globalThis as unknown as { chrome: ChromeEvents }).chrome;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      commands.onCommand.dispatch('highlight-page', { ...tab, url: 'chrome://version/' });
    });
    const popup = await driver.adoptPopup();
    await seeText(popup, sentence, /This page belongs to the browser/);
    await popup.close();
    const page = await driver.openPage(`${site.url}/long?after`);
    await page.front();
    const usual = await driver.clickToolbarButton();
    await seeText(usual, statusLine, /^Saved/);
    await usual.close();
  });
});

describe('highlights at every visit', () => {
  const own = { role: 'switch', name: 'Show highlights whenever I visit a page' } as const;
  const words = highlightPages['/lists']?.words;
  let granted = '';
  let first: typeof driver;
  beforeAll(async () => {
    if (isFirefox) return;
    // Nobody can answer Chromium's question: in this copy it has been answered.
    granted = grantAll('chromium', ['https://*/*', 'http://*/*']);
    first = driver;
    driver = await launchChromium({ extension: granted });
  });
  afterAll(async () => {
    if (isFirefox) return;
    await driver.close();
    driver = first;
    rmSync(granted, { recursive: true, force: true });
  });

  const turn = async (wanted: boolean, answers: readonly boolean[] = []) => {
    const settings = await driver.openExtensionPage('library.html#/settings');
    await see(settings, own);
    const reason = await settings.evaluate(() => document.querySelector('section')?.ownerDocument.body.textContent);
    expect(reason).toContain('For this the browser asks for access to all sites');
    for (const [at, answer] of [...answers, null].entries()) {
      if (at > 0 && answer === null) break;
      await settings.focus(own);
      await settings.press(' ');
      if (answer !== null) await (driver as FirefoxDriver).answerPermission(answer);
      if (answer === false) await see(settings, { role: 'status', name: /^$/ });
    }
    await until(`visits to be ${wanted ? '' : 'no longer '}watched`, () => settings.evaluate(isWatching, wanted));
    await settings.close();
  };
  const visit = () => driver.openPage(`${site.url}/lists?visits`);
  /** Long enough for what would be painted. */
  const staysPlain = async (page: View) => {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    expect(await page.evaluate(paintedIn)).toEqual([]);
  };

  test('are painted once the browser was asked for what that needs, and no longer when it is turned off', async () => {
    const page = await open('/lists?visits');
    const { from, to } = await page.evaluate(placeOfWords);
    await page.drag(from, to);
    await press(page, 'Green');
    await painted(page, [`green ${words}`]);
    await storedOf('/lists?visits', { colour: 'green' });
    await page.close();
    await staysPlain(await visit());
    await turn(true, isFirefox ? [false, true] : []);
    await painted(await visit(), [`green ${words}`]);
    await staysPlain(await driver.openPage(`${site.url}/lists?another`));
    await turn(false);
    await staysPlain(await visit());
  });
});

/** Runs in a page of the extension: whether the script that tells of visits is registered as wanted. */
async function isWatching(wanted: boolean): Promise<boolean> {
  const { scripting } = (globalThis as unknown as { chrome: ScriptingArea }).chrome;
  return (await scripting.getRegisteredContentScripts()).length === (wanted ? 1 : 0);
}

type ScriptingArea = { scripting: { getRegisteredContentScripts(): Promise<object[]> } };

type ChromeEvents = {
  commands: { onCommand: { dispatch(name: string, tab: object): void } };
  tabs: { query(query: object): Promise<object[]> };
};

/** Runs in the reader: selects words of the article; whether they are there. */
function selectInReader(words: string): boolean {
  const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    return true;
  }
  return false;
}
