// @ts-check
/** Drives Chromium, Chrome or Edge with the extension loaded, over the debugging pipe. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { chromiumSwitches, requireBrowser } from '../../../scripts/lib/browsers.mjs';
import { giveFocus, see, toQuery, until } from './driver.mjs';
import { locate } from './locate.mjs';
import { isInSight, middleOf } from './middle-of.mjs';

/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./driver.mjs').View} View */

/**
 * Starts the browser with the unpacked extension in a profile of its own.
 * @param {{extension: string, profile?: string, headless?: boolean, language?: string, switches?: string[], protocolTimeout?: number}} options
 *   without `profile` the profile is thrown away at the end
 * @returns {Promise<ChromiumDriver>}
 *
 * With what only Chromium can do.
 * @typedef {import('./driver.mjs').Driver & {
 *   browser: () => Browser,
 *   extensionId: () => string,
 *   worker: () => Promise<import('puppeteer-core').WebWorker>,
 *   triggerAction: (page: Page) => Promise<void>,
 *   viewOf: (page: Page) => View,
 *   pageOf: (view: View) => Page,
 * }} ChromiumDriver
 */
export async function launchChromium({
  extension,
  profile,
  headless = true,
  language = 'en-US',
  switches = [],
  protocolTimeout = 180_000,
}) {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'clipsheet-chromium-'));
  const downloads = join(folder, 'saved');
  mkdirSync(downloads, { recursive: true });
  const start = () => startBrowser({ extension, folder, downloads, headless, language, switches, protocolTimeout });
  let browser = await start();
  let id = await findExtensionId(browser);
  /** @type {WeakMap<View, Page>} */
  const pagesOfViews = new WeakMap();

  const viewOf = (/** @type {Page} */ page) => {
    const view = makeView(page);
    pagesOfViews.set(view, page);
    return view;
  };
  const pageOf = (/** @type {View} */ view) => {
    const page = pagesOfViews.get(view);
    if (!page) throw new Error('not a view of this browser');
    return page;
  };
  const openPage = async (/** @type {string} */ url) => {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await page.bringToFront();
    return viewOf(page);
  };
  const triggerAction = async (/** @type {Page} */ page) => {
    const ours = (await browser.extensions()).get(id);
    if (!ours) throw new Error('the extension is not loaded');
    await page.triggerExtensionAction(ours);
  };

  return {
    name: 'chromium',
    version: await browser.version(),
    downloads,
    browser: () => browser,
    extensionId: () => id,
    viewOf,
    pageOf,
    triggerAction,
    openPage,
    openExtensionPage: (path) => openPage(`chrome-extension://${id}/${path}`),
    adoptPage: async (url) => {
      const target = await browser.waitForTarget((it) => it.type() === 'page' && url.test(it.url()));
      return viewOf(await target.asPage());
    },
    clickToolbarButton: async () => {
      const page = await frontPage(browser);
      const known = new Set(browser.targets());
      await triggerAction(page);
      const popup = await browser.waitForTarget((it) => !known.has(it) && it.url().endsWith('/popup.html'));
      return viewOf(await popup.asPage());
    },
    adoptPopup: async () => {
      const isPopup = (/** @type {import('puppeteer-core').Target} */ it) =>
        it.url().startsWith(`chrome-extension://${id}/notice.html`);
      return viewOf(await (await browser.waitForTarget(isPopup)).asPage());
    },
    readClipboard: () => readClipboard(browser),
    worker: async () => {
      const target = await browser.waitForTarget((it) => it.type() === 'service_worker' && it.url().includes(id));
      const worker = await target.worker();
      if (!worker) throw new Error('no service worker');
      return worker;
    },
    stopWorker: () => stopWorker(browser, id),
    kill: () => killBrowser(browser),
    closeTabs: async () => {
      const [, ...others] = await browser.pages();
      for (const page of others) await page.close();
    },
    whenClosed: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
    restart: async () => {
      await browser.close();
      browser = await start();
      id = await findExtensionId(browser);
    },
    close: async () => {
      await browser.close();
      if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * @param {{extension: string, folder: string, downloads: string, headless: boolean, language: string,
 *   switches: string[], protocolTimeout: number}} options
 */
async function startBrowser({ extension, folder, downloads, headless, language, switches, protocolTimeout }) {
  const browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    pipe: true,
    headless,
    userDataDir: folder,
    enableExtensions: [extension],
    defaultViewport: null,
    protocolTimeout,
    args: [
      ...chromiumSwitches,
      `--lang=${language}`,
      `--accept-lang=${language}`,
      '--window-size=1280,900',
      ...switches,
    ],
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
  });
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  return browser;
}

/** @param {Browser} browser */
async function findExtensionId(browser) {
  const worker = await browser.waitForTarget(
    (it) => it.type() === 'service_worker' && /\/background\.js$/.test(it.url()),
  );
  return new URL(worker.url()).host;
}

/**
 * The tab that is in front. Each page is asked, because only it knows.
 * @param {Browser} browser
 */
async function frontPage(browser) {
  for (const page of (await browser.pages()).reverse())
    if (await page.evaluate(() => document.visibilityState === 'visible').catch(() => false)) return page;
  throw new Error('no page is in front');
}

/**
 * @param {Page} page
 * @returns {View}
 */
function makeView(page) {
  /** @type {View} */
  const view = {
    evaluate: (fn, ...args) => /** @type {Promise<any>} */ (page.evaluate(/** @type {any} */ (fn), ...args)),
    click: async (target) => {
      await see(view, target);
      const handle = await page.evaluateHandle(/** @type {any} */ (locate), toQuery(target), 'element');
      const element = handle.asElement();
      if (!element) throw new Error(`the ${target.role} went away`);
      await /** @type {import('puppeteer-core').ElementHandle<Element>} */ (element).click();
    },
    clickThrough: async (selector) => {
      const { x, y } = await page.evaluate(middleOf, selector);
      await page.mouse.move(x - 3, y - 3);
      await page.mouse.move(x, y, { steps: 3 });
      await page.mouse.click(x, y);
    },
    drag: async (from, to) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    clickAt: ({ x, y }) => page.mouse.click(x, y),
    frameWith: async (target) => {
      for (const frame of page.frames().filter((one) => one !== page.mainFrame())) {
        const isThere = await frame.evaluate(isInSight).catch(() => false);
        if (isThere && (await frame.evaluate(/** @type {any} */ (locate), toQuery(target), 'present')))
          return makeFrameView(view, frame);
      }
      return null;
    },
    focus: (target) => giveFocus(view, target),
    type: (text) => page.keyboard.type(text),
    press: async (key, ...modifiers) => {
      for (const modifier of modifiers) await page.keyboard.down(modifier);
      await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
      for (const modifier of modifiers.reverse()) await page.keyboard.up(modifier);
    },
    screenshot: async (path) => {
      await page.screenshot({ path: /** @type {`${string}.png`} */ (path) });
    },
    front: () => page.bringToFront(),
    isOpen: async () => !page.isClosed(),
    close: () => page.close(),
  };
  return view;
}

/**
 * A frame of a page: elements are those of the frame, all else is the page's.
 * @param {View} page
 * @param {import('puppeteer-core').Frame} frame
 * @returns {View}
 */
function makeFrameView(page, frame) {
  /** @type {View} */
  const view = {
    ...page,
    evaluate: (fn, ...args) => /** @type {Promise<any>} */ (frame.evaluate(/** @type {any} */ (fn), ...args)),
    click: async (target) => {
      await see(view, target);
      const handle = await frame.evaluateHandle(/** @type {any} */ (locate), toQuery(target), 'element');
      await /** @type {import('puppeteer-core').ElementHandle<Element>} */ (handle.asElement()).click();
    },
    focus: (target) => giveFocus(view, target),
  };
  return view;
}

/**
 * Stops the service worker as the browser does when it is idle; the next event starts it again.
 * @param {Browser} browser
 * @param {string} id
 */
async function stopWorker(browser, id) {
  const target = browser.targets().find((it) => it.type() === 'service_worker' && it.url().includes(id));
  if (!target) return;
  // Who waits for an answer starts the next one at once, under another target. A worker that was asked to stop while it
  // was starting goes on, so it is asked until it has gone.
  await until('the worker to stop', async () => {
    if (!browser.targets().includes(target)) return true;
    await (await target.worker())?.close();
    await sleep(200);
    return !browser.targets().includes(target);
  });
}

/** Kills the browser and all its processes, as nothing but the system can. @param {Browser} browser */
async function killBrowser(browser) {
  const child = browser.process();
  if (!child?.pid) throw new Error('no process');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // not a group of its own
  }
  await gone;
  await sleep(300);
}

/**
 * Reads in a secure page of its own, since the clipboard is open only to the page in front.
 * @param {Browser} browser
 */
async function readClipboard(browser) {
  const page = await browser.newPage();
  try {
    const origin = 'chrome://version';
    await browser.defaultBrowserContext().overridePermissions(origin, ['clipboard-read']);
    await page.goto(origin);
    await page.bringToFront();
    return await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (/** @type {string} */ type) => (item ? (await item.getType(type)).text() : '');
      return { html: await read('text/html'), text: await read('text/plain') };
    });
  } finally {
    await page.close();
  }
}
