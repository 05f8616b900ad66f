// @ts-check
/** Where the built extension is, for each browser. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folders = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };
const targets = { chromium: ['-b', 'chrome'], firefox: ['-b', 'firefox', '--mv3'] };

/**
 * Absolute path of the unpacked extension built for `browser`.
 * @param {import('./browsers.mjs').BrowserName} browser
 */
export function buildFolder(browser) {
  return resolve(process.env.CLIPSHEET_OUT ?? '.output', folders[browser]);
}

/**
 * Builds the extension for `browser` and gives its folder.
 * @param {import('./browsers.mjs').BrowserName} browser
 */
export function build(browser) {
  execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', ...targets[browser]], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  return buildFolder(browser);
}

/**
 * The folder of a build that is there already.
 * @param {import('./browsers.mjs').BrowserName} browser
 * @throws when it was not built.
 */
export function requireBuild(browser) {
  const folder = buildFolder(browser);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`${folder} is missing: run npm run build first.`);
  return folder;
}
