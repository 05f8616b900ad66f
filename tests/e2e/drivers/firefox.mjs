// @ts-check
/** Drives Firefox with the extension installed as a temporary add-on, by Marionette; no geckodriver needed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './driver.mjs';
import { execute, inChrome, keyOf, performKeys, withChrome } from './firefox-commands.mjs';
import { startFirefox, uuid, widgetName, writePreferences } from './firefox-start.mjs';
import { makePopup, makeTab } from './firefox-views.mjs';
import {
  chooseMenuEntry,
  closePopups,
  focusAddressBar,
  isContextMenuOpen,
  isPopupOpen,
  pressPermissionButton,
  readAddressBar,
  readClipboard,
  runInPopup,
  stopBackground,
} from './firefox-window.mjs';

/** @typedef {import('./marionette.mjs').Marionette} Marionette */

/** Runs in the popup. */
const hasBegun = "return 'clipsheetFirstClip' in globalThis";

/**
 * Starts Firefox with the unpacked extension in a profile of its own.
 * @param {{extension: string, profile?: string, headless?: boolean, language?: string}} options
 *   without `profile` the profile is thrown away at the end
 * @returns {Promise<FirefoxDriver>}
 *
 * With what only Firefox can do.
 * @typedef {import('./driver.mjs').Driver & {
 *   pressShortcut: (key: string, ...modifiers: import('./driver.mjs').Modifier[]) => Promise<void>,
 *   clickToolbarButtonAndClose: () => Promise<void>,
 *   typeInAddressBar: (text: string) => Promise<void>,
 *   readAddressBar: () => Promise<{lines: string[], chosen: string}>,
 *   chooseFromContextMenu: (selector: string, label: string) => Promise<void>,
 *   answerPermission: (allow: boolean) => Promise<void>,
 * }} FirefoxDriver
 */
export async function launchFirefox({ extension, profile, headless = true, language = 'en-US' }) {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'clipsheet-firefox-'));
  const downloads = join(folder, 'saved');
  mkdirSync(downloads, { recursive: true });
  const addOn = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id;
  writePreferences(folder, { addOn, downloads, language });
  const start = () => startFirefox({ folder, headless, extension, addOn });
  let firefox = await start();

  /** The tab that commands go to; Marionette has one at a time. */
  const switchTo = (/** @type {string} */ handle) =>
    firefox.client.send('WebDriver:SwitchToWindow', { handle, focus: true });
  const openPage = async (/** @type {string} */ url) => {
    const { handle } = await firefox.client.send('WebDriver:NewWindow', { type: 'tab', focus: true });
    await switchTo(handle);
    await firefox.client.send('WebDriver:Navigate', { url });
    return makeTab(firefox.client, handle);
  };
  return {
    name: 'firefox',
    version: firefox.version,
    downloads,
    openPage,
    openExtensionPage: (path) => openPage(`moz-extension://${uuid}/${path}`),
    adoptPage: (url) =>
      until(`a page at ${url}`, async () => {
        for (const handle of await firefox.client.send('WebDriver:GetWindowHandles')) {
          await switchTo(handle);
          const { value } = await firefox.client.send('WebDriver:GetCurrentURL');
          if (url.test(value)) return makeTab(firefox.client, handle);
        }
        return null;
      }),
    clickToolbarButton: () => clickToolbarButton(firefox.client, addOn),
    adoptPopup: () => adoptPopup(firefox.client),
    readClipboard: () => inChrome(firefox.client, readClipboard),
    pressShortcut: (key, ...modifiers) =>
      withChrome(firefox.client, () => performKeys(firefox.client, [...modifiers.map(keyOf), keyOf(key)])),
    restart: async () => {
      await firefox.quit();
      firefox = await start();
    },
    stopWorker: () => inChrome(firefox.client, stopBackground, addOn),
    kill: () => firefox.kill(),
    clickToolbarButtonAndClose: async () => {
      await pressToolbarButton(firefox.client, addOn);
      // Before its first script nobody knows of it: a busy machine has the panel there long before that.
      await until('the popup’s first script', () => inChrome(firefox.client, runInPopup, hasBegun, []));
      // A panel that is still opening does not hear that it should close.
      await until('the popup to close', async () => {
        await inChrome(firefox.client, closePopups);
        return !(await inChrome(firefox.client, isPopupOpen));
      });
    },
    typeInAddressBar: (text) =>
      withChrome(firefox.client, async () => {
        await execute(firefox.client, focusAddressBar, []);
        for (const character of text) await performKeys(firefox.client, [character]);
      }),
    readAddressBar: () => inChrome(firefox.client, readAddressBar),
    chooseFromContextMenu: (selector, label) => chooseFromContextMenu(firefox.client, selector, label),
    answerPermission: (allow) => answerPermission(firefox.client, allow),
    closeTabs: async () => {
      await inChrome(firefox.client, closePopups);
      const [first, ...others] = await firefox.client.send('WebDriver:GetWindowHandles');
      for (const handle of others) {
        await switchTo(handle);
        await firefox.client.send('WebDriver:CloseWindow');
      }
      await switchTo(first);
    },
    whenClosed: () => firefox.exited,
    close: async () => {
      await firefox.quit();
      if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * @param {Marionette} client
 * @param {string} addOn
 */
async function pressToolbarButton(client, addOn) {
  await withChrome(client, async () => {
    const button = { using: 'css selector', value: `#${widgetName(addOn)}-BAP` };
    const { value } = await client.send('WebDriver:FindElement', button);
    await client.send('WebDriver:ElementClick', { id: Object.values(value)[0] });
  });
}

/**
 * @param {Marionette} client
 * @param {string} addOn
 */
async function clickToolbarButton(client, addOn) {
  await pressToolbarButton(client, addOn);
  return adoptPopup(client);
}

/** @param {Marionette} client */
async function adoptPopup(client) {
  await until('the popup to open', () => inChrome(client, isPopupOpen));
  const view = makePopup(client);
  await until('the popup to load', () => view.evaluate(() => document.readyState !== 'loading'));
  return view;
}

/**
 * Answers the browser's question whether the extension may have a permission.
 * @param {Marionette} client
 * @param {boolean} allow
 */
async function answerPermission(client, allow) {
  await until('the question', () => inChrome(client, pressPermissionButton, allow));
  // It hears no press in its first moments: a page could have placed it under one.
  await until('the question to go', async () => !(await inChrome(client, pressPermissionButton, allow)));
}

/**
 * Opens the context menu of an element of the page in front by a right click, and chooses an entry of the extension.
 * @param {Marionette} client
 * @param {string} selector
 * @param {string} label
 */
async function chooseFromContextMenu(client, selector, label) {
  const { value: origin } = await client.send('WebDriver:FindElement', { using: 'css selector', value: selector });
  const press = [
    { type: 'pointerMove', x: 0, y: 0, origin },
    { type: 'pointerDown', button: 2 },
    { type: 'pointerUp', button: 2 },
  ];
  await client.send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions: press }] });
  await until('the context menu to open', () => inChrome(client, isContextMenuOpen));
  if (!(await inChrome(client, chooseMenuEntry, label))) throw new Error(`the context menu has no "${label}"`);
}
