// @ts-check
/** The built extension with one page more, in which experiments use its own code; and the browser with it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyWithPage } from '../e2e/copy-with-page.mjs';
import { launchChromium } from '../e2e/drivers/chromium.mjs';
import { launchFirefox } from '../e2e/drivers/firefox.mjs';

/** @typedef {Awaited<ReturnType<typeof launchChromium>>} Chromium */
/** @typedef {import('../e2e/drivers/driver.mjs').Driver} Driver */
/** @typedef {import('../../scripts/lib/browsers.mjs').BrowserName} BrowserName */
/** @typedef {typeof import('./in-page')} InPage */

/**
 * A built extension for one browser.
 * @typedef {{folder: string, browser: BrowserName}} Extension
 */

/**
 * @param {BrowserName} browser
 * @returns {Promise<{extension: Extension, remove: () => void}>}
 */
export async function makeExtension(browser) {
  const { folder, remove } = await copyWithPage(browser, 'faults', new URL('in-page.ts', import.meta.url));
  return { extension: { folder, browser }, remove };
}

/**
 * A copy without a permission: with `unlimitedStorage` the browser's quota could not be made small.
 * @param {Extension} extension
 * @param {string} permission
 */
export function copyWithout({ folder: whole, browser }, permission) {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-without-'));
  cpSync(whole, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const permissions = manifest.permissions.filter((/** @type {string} */ name) => name !== permission);
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
  return { extension: { folder, browser }, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A profile of its own. @returns {{path: string, remove: () => void}} */
export function makeProfile() {
  const path = mkdtempSync(join(tmpdir(), 'clipsheet-profile-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }) };
}

/**
 * The browser that the extension was built for.
 * @param {Extension} extension
 * @param {string} profile
 * @returns {Promise<Driver>}
 */
export const start = ({ folder, browser }, profile) =>
  browser === 'firefox'
    ? launchFirefox({ extension: folder, profile })
    : launchChromium({ extension: folder, profile });

/**
 * For what is done by the debugging protocol.
 * @param {Extension} extension
 * @param {string} profile
 */
export const startChromium = ({ folder }, profile) => launchChromium({ extension: folder, profile });

/**
 * The page in which experiments run. `call` calls one of its functions.
 * @param {Driver} driver
 */
export async function openFaults(driver) {
  const view = await driver.openExtensionPage('faults.html');
  return {
    view,
    /**
     * @template {keyof InPage} Name
     * @param {Name} name
     * @param {Parameters<InPage[Name]>} args
     * @returns {Promise<Awaited<ReturnType<InPage[Name]>>>}
     */
    call: (name, ...args) =>
      view.evaluate(
        (/** @type {string} */ fn, /** @type {any[]} */ given) => /** @type {any} */ (globalThis).faults[fn](...given),
        name,
        args,
      ),
    /**
     * Calls it without waiting; the answer is for `answered`, one at a time.
     * @template {keyof InPage} Name
     * @param {Name} name
     * @param {Parameters<InPage[Name]>} args
     * @returns {Promise<void>}
     */
    begin: (name, ...args) =>
      view.evaluate(
        (/** @type {string} */ fn, /** @type {any[]} */ given) => {
          // Not globalThis: the driver of Firefox runs scripts beside the window, not in it.
          const page = /** @type {any} */ (window);
          page.faultsAnswer = page.faults[fn](...given);
        },
        name,
        args,
      ),
    /** @returns {Promise<any>} what became of what was begun */
    answered: () => view.evaluate(() => /** @type {any} */ (window).faultsAnswer),
  };
}
