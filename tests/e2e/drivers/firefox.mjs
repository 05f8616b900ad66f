// @ts-check
/** Drives Firefox with the extension installed as a temporary add-on, by Marionette; no geckodriver needed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBrowser } from '../../../scripts/lib/browsers.mjs';
import { see, toQuery, until } from './driver.mjs';
import { locate } from './locate.mjs';
import { Marionette } from './marionette.mjs';

/** @typedef {import('./driver.mjs').View} View */

/** Fixed, so that addresses of the extension's pages are known and stay over restarts. */
const uuid = '6b1d1c0e-3c55-4d6e-9a56-1f0a7c2f9d10';

/** Keys as WebDriver names them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys = /** @type {Record<string, string>} */ ({
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
});

/**
 * Starts Firefox with the unpacked extension in a profile of its own.
 * @param {{extension: string, profile?: string, headless?: boolean, language?: string}} options
 *   without `profile` the profile is thrown away at the end
 * @returns {Promise<import('./driver.mjs').Driver & FirefoxExtras>}
 *
 * What only Firefox can do.
 * @typedef {{
 *   inChrome: <A extends unknown[], R>(fn: (...args: A) => R, ...args: A) => Promise<Awaited<R>>,
 *   pressShortcut: (key: string, ...modifiers: import('./driver.mjs').Modifier[]) => Promise<void>,
 *   exited: () => Promise<void>,
 * }} FirefoxExtras `inChrome` runs a function in the browser's own window
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
    readClipboard: () => inChrome(firefox.client, readClipboard),
    inChrome: (fn, ...args) => inChrome(firefox.client, fn, ...args),
    pressShortcut: (key, ...modifiers) =>
      withChrome(firefox.client, () => performKeys(firefox.client, [...modifiers.map(keyOf), keyOf(key)])),
    restart: async () => {
      await firefox.quit();
      firefox = await start();
    },
    exited: () => firefox.exited,
    close: async () => {
      await firefox.quit();
      if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * @param {string} folder
 * @param {{addOn: string, downloads: string, language: string}} options
 */
function writePreferences(folder, { addOn, downloads, language }) {
  const preferences = {
    'marionette.port': 0,
    'intl.accept_languages': language,
    'intl.locale.requested': language,
    // Storage of a temporary add-on goes with it unless it is told to stay.
    'extensions.webextensions.uuids': JSON.stringify({ [addOn]: uuid }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    // Nothing of its own in front of the page, and no calls home.
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.aboutwelcome.enabled': false,
    'browser.tabs.warnOnClose': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'browser.safebrowsing.update.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'extensions.update.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'browser.topsites.contile.enabled': false,
    'browser.newtabpage.activity-stream.feeds.system.topstories': false,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(folder, 'user.js'), `${lines.join('\n')}\n`);
}

/** @param {{folder: string, headless: boolean, extension: string, addOn: string}} options */
async function startFirefox({ folder, headless, extension, addOn }) {
  const portFile = join(folder, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const switches = ['-marionette', '-remote-allow-system-access', '-no-remote', '-profile', folder];
  const child = spawn(requireBrowser('firefox'), [...switches, ...(headless ? ['-headless'] : [])], {
    stdio: 'ignore',
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => child.once('exit', () => resolve()));
  const port = await until(
    'Firefox to start',
    () => existsSync(portFile) && Number(readFileSync(portFile, 'utf8')),
    90_000,
  );
  const client = await Marionette.connect(port);
  const session = await client.send('WebDriver:NewSession', { capabilities: {} });
  await client.send('Addon:Install', { path: extension, temporary: true });
  await inChrome(client, pinToToolbar, `${widgetName(addOn)}-browser-action`);
  return {
    client,
    exited,
    version: `Firefox/${session.capabilities.browserVersion}`,
    quit: async () => {
      await client.send('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => undefined);
      client.close();
      const timer = setTimeout(kill, 10_000);
      await exited;
      clearTimeout(timer);
      process.off('exit', kill);
    },
  };
}

const widgetName = (/** @type {string} */ addOn) => addOn.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
const keyOf = (/** @type {string} */ key) => keys[key] ?? key;

/**
 * A tab as a view. Each call makes it the one that commands go to.
 * @param {Marionette} client
 * @param {string} handle
 * @returns {View}
 */
function makeTab(client, handle) {
  const here = () => client.send('WebDriver:SwitchToWindow', { handle, focus: true });
  /** @type {View} */
  const view = {
    evaluate: async (fn, ...args) => {
      await here();
      return execute(client, fn, args);
    },
    click: async (target) => {
      await see(view, target);
      const element = await execute(client, locate, [toQuery(target), 'element']);
      const [id] = Object.values(element ?? {});
      await client.send('WebDriver:ElementClick', { id });
    },
    focus: async (target) => {
      await see(view, target);
      await view.evaluate(locate, toQuery(target), 'focus');
    },
    type: async (text) => {
      await here();
      for (const character of text) await performKeys(client, [character]);
    },
    press: async (key, ...modifiers) => {
      await here();
      await performKeys(client, [...modifiers.map(keyOf), keyOf(key)]);
    },
    screenshot: async (path) => {
      await here();
      const { value } = await client.send('WebDriver:TakeScreenshot', { full: false });
      writeFileSync(path, Buffer.from(value, 'base64'));
    },
    front: here,
    isOpen: async () => (await client.send('WebDriver:GetWindowHandles')).includes(handle),
    close: async () => {
      await here();
      const [other] = await client.send('WebDriver:CloseWindow');
      if (other) await client.send('WebDriver:SwitchToWindow', { handle: other });
    },
  };
  return view;
}

/**
 * @param {Marionette} client
 * @param {string} addOn
 */
async function clickToolbarButton(client, addOn) {
  await withChrome(client, async () => {
    const { value } = await client.send('WebDriver:FindElement', {
      using: 'css selector',
      value: `#${widgetName(addOn)}-BAP`,
    });
    await client.send('WebDriver:ElementClick', { id: Object.values(value)[0] });
  });
  const view = makePopup(client);
  await until('the popup to open', () => inChrome(client, isPopupOpen));
  await until('the popup to load', () => view.evaluate(() => document.readyState !== 'loading'));
  return view;
}

/**
 * The popup as a view. It is no tab: scripts reach it through the browser's window, keys go to what has the focus.
 * @param {Marionette} client
 * @returns {View}
 */
function makePopup(client) {
  /** @type {View} */
  const view = {
    evaluate: (fn, ...args) => inChrome(client, runInPopup, asScript(fn), args),
    click: async (target) => {
      await see(view, target);
      await view.evaluate(locate, toQuery(target), 'click');
    },
    focus: async (target) => {
      await see(view, target);
      await inChrome(client, focusPopup);
      await view.evaluate(locate, toQuery(target), 'focus');
    },
    type: (text) =>
      withChrome(client, async () => {
        for (const character of text) await performKeys(client, [character]);
      }),
    press: (key, ...modifiers) => withChrome(client, () => performKeys(client, [...modifiers.map(keyOf), keyOf(key)])),
    screenshot: async (path) => {
      writeFileSync(path, Buffer.from(await inChrome(client, drawPopup), 'base64'));
    },
    front: async () => undefined,
    isOpen: () => inChrome(client, isPopupOpen),
    close: async () => {
      await inChrome(client, closePopups);
      await until('the popup to close', async () => !(await inChrome(client, isPopupOpen)));
    },
  };
  return view;
}

/**
 * A function as the text of a script that calls it with the script's arguments.
 * @param {(...args: any[]) => unknown} fn
 */
function asScript(fn) {
  return `return (${String(fn)})(...arguments)`;
}

/**
 * @param {Marionette} client
 * @param {(...args: any[]) => unknown} fn
 * @param {unknown[]} args
 * @returns {Promise<any>}
 */
async function execute(client, fn, args) {
  const { value } = await client.send('WebDriver:ExecuteScript', { script: asScript(fn), args, newSandbox: false });
  return value;
}

/**
 * Runs commands in the browser's own window instead of the page.
 * @template T
 * @param {Marionette} client
 * @param {() => Promise<T>} run
 */
async function withChrome(client, run) {
  await client.send('Marionette:SetContext', { value: 'chrome' });
  try {
    return await run();
  } finally {
    await client.send('Marionette:SetContext', { value: 'content' });
  }
}

/**
 * @param {Marionette} client
 * @param {(...args: any[]) => unknown} fn
 * @param {unknown[]} args
 * @returns {Promise<any>}
 */
function inChrome(client, fn, ...args) {
  return withChrome(client, () => execute(client, fn, args));
}

/**
 * Presses the keys in order and lets go of them in reverse.
 * @param {Marionette} client
 * @param {string[]} pressed
 */
async function performKeys(client, pressed) {
  const actions = [
    ...pressed.map((value) => ({ type: 'keyDown', value })),
    ...pressed.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
  await client.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
}

/* What follows runs in Firefox's own window and closes over nothing. */

/** @param {string} widget */
function pinToToolbar(widget) {
  const { CustomizableUI } = /** @type {any} */ (globalThis).ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  );
  CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
}

function isPopupOpen() {
  const popup = /** @type {any} */ (document.querySelector('.webextension-popup-browser'));
  return Boolean(popup?.currentURI.schemeIs('moz-extension'));
}

/** Keys go to the element of the window that has the focus, and only then on to the document in it. */
function focusPopup() {
  /** @type {any} */ (document.querySelector('.webextension-popup-browser')).focus();
}

function closePopups() {
  for (const panel of document.querySelectorAll('panel')) /** @type {any} */ (panel).hidePopup();
}

/**
 * @param {string} script
 * @param {unknown[]} args
 */
async function runInPopup(script, args) {
  const popup = /** @type {any} */ (document.querySelector('.webextension-popup-browser'));
  const actor = popup.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const options = { sandboxName: null, newSandbox: false, timeout: 10_000, filename: 'driver', line: 0 };
  const result = await actor.executeScript(script, args, options);
  return JSON.parse(JSON.stringify(result ?? null));
}

/** The popup as base64 of a PNG, at twice its size. */
async function drawPopup() {
  const popup = /** @type {any} */ (document.querySelector('.webextension-popup-browser'));
  const { width, height } = popup.getBoundingClientRect();
  const area = new DOMRect(0, 0, width, height);
  const bitmap = await popup.browsingContext.currentWindowGlobal.drawSnapshot(area, 2, 'white');
  const canvas = /** @type {any} */ (document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas'));
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

function readClipboard() {
  const { Cc, Ci, Services } = /** @type {any} */ (globalThis);
  const read = (/** @type {string} */ type) => {
    const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
    transferable.init(null);
    transferable.addDataFlavor(type);
    Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
    const data = {};
    try {
      transferable.getTransferData(type, data);
    } catch {
      return '';
    }
    return /** @type {any} */ (data).value.QueryInterface(Ci.nsISupportsString).data;
  };
  return { html: read('text/html'), text: read('text/plain') };
}
