// @ts-check
/** Finds the browsers that tests and `npm start` drive, and installs them on Debian when nothing is found. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, installFromDebian } from './debian.mjs';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** Packages, commands and usual places of each browser; the first that exists is taken. */
const browsers = {
  chromium: {
    variable: 'CHROMIUM',
    debian: 'chromium',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge',
      'brave-browser',
    ],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX',
    debian: 'firefox-esr',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
};

/**
 * The path of a browser's program, or null. `CHROMIUM` and `FIREFOX` in the environment win.
 * @param {BrowserName} name
 * @returns {string | null}
 */
function findBrowser(name) {
  const { variable, commands, places } = browsers[name];
  const named = process.env[variable];
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...candidates, ...places].find(isProgram) ?? null;
}

/**
 * The path of a browser's program; on Debian as root it is installed when missing.
 * @param {BrowserName} name
 * @returns {string}
 * @throws when there is none, with a sentence that says what to install.
 */
export function requireBrowser(name) {
  const found = findBrowser(name);
  if (found) return found;
  const { variable, debian } = browsers[name];
  const installed = canInstall() && installBrowsers() && findBrowser(name);
  if (installed) return installed;
  throw new Error(
    `No ${name} found. Install it (Debian, Ubuntu: apt-get install ${debian}) or set ${variable} to the path of its program.`,
  );
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Both browsers and a font with Chinese glyphs, so that screenshots and layouts are what people see. */
function installBrowsers() {
  console.log('Installing Chromium, Firefox and a Chinese font from Debian …');
  return installFromDebian([...Object.values(browsers).map((browser) => browser.debian), 'fonts-noto-cjk']);
}

/** Switches for a Chromium that is driven: no calls home, and no sandbox where it cannot run (as root). */
export const chromiumSwitches = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
];
