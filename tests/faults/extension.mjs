// @ts-check
/** The built extension with one page more, in which experiments use its own code; and the browser with it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { requireBuild } from '../../scripts/lib/builds.mjs';
import { launchChromium } from '../e2e/drivers/chromium.mjs';

/** @typedef {Awaited<ReturnType<typeof launchChromium>>} Chromium */
/** @typedef {typeof import('./in-page')} InPage */

/** @returns {Promise<{folder: string, remove: () => void}>} */
export async function makeExtension() {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-faults-'));
  cpSync(requireBuild('chromium'), folder, { recursive: true });
  const entry = fileURLToPath(new URL('in-page.ts', import.meta.url));
  const lib = { entry, formats: /** @type {['iife']} */ (['iife']), name: 'faults' };
  const made = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: false, lib } });
  const [only] = Array.isArray(made) ? made : [made];
  if (!only || !('output' in only)) throw new Error('nothing was bundled');
  writeFileSync(join(folder, 'faults.js'), only.output[0].code);
  writeFileSync(join(folder, 'faults.html'), '<!doctype html><title>faults</title><script src="faults.js"></script>');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * A copy without a permission: with `unlimitedStorage` the browser's quota could not be made small.
 * @param {string} extension
 * @param {string} permission
 */
export function copyWithout(extension, permission) {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-without-'));
  cpSync(extension, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const permissions = manifest.permissions.filter((/** @type {string} */ name) => name !== permission);
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A profile of its own. @returns {{path: string, remove: () => void}} */
export function makeProfile() {
  const path = mkdtempSync(join(tmpdir(), 'clipsheet-profile-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }) };
}

/**
 * @param {string} extension
 * @param {string} profile
 */
export const start = (extension, profile) => launchChromium({ extension, profile });

/**
 * The page in which experiments run. `call` calls one of its functions.
 * @param {Chromium} driver
 */
export async function openFaults(driver) {
  const view = await driver.openExtensionPage('faults.html');
  const page = driver.pageOf(view);
  return {
    view,
    page,
    /**
     * @template {keyof InPage} Name
     * @param {Name} name
     * @param {Parameters<InPage[Name]>} args
     * @returns {Promise<Awaited<ReturnType<InPage[Name]>>>}
     */
    call: (name, ...args) =>
      page.evaluate(
        (/** @type {string} */ fn, /** @type {any[]} */ given) => /** @type {any} */ (globalThis).faults[fn](...given),
        name,
        args,
      ),
  };
}

/** Kills the browser and all its processes, as nothing but the system can. @param {Chromium} driver */
export async function killBrowser(driver) {
  const child = driver.browser().process();
  if (!child?.pid) throw new Error('no process');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // not a group of its own
  }
  await gone;
  await new Promise((resolve) => setTimeout(resolve, 300));
}
