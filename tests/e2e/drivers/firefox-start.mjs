// @ts-check
/** Starts Firefox with a profile of its own and the extension in it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireBrowser } from '../../../scripts/lib/browsers.mjs';
import { until } from './driver.mjs';
import { inChrome } from './firefox-commands.mjs';
import { pinToToolbar } from './firefox-window.mjs';
import { Marionette } from './marionette.mjs';

/** Fixed, so that addresses of the extension's pages are known and stay over restarts. */
export const uuid = '6b1d1c0e-3c55-4d6e-9a56-1f0a7c2f9d10';

/** Milliseconds that a script in a page may take. */
const timeouts = { script: 180_000 };

/** An add-on's id as Firefox writes it in the ids of its toolbar button. */
export const widgetName = (/** @type {string} */ addOn) => addOn.toLowerCase().replace(/[^a-z0-9_-]/g, '_');

/**
 * @param {string} folder
 * @param {{addOn: string, downloads: string, language: string}} options
 */
export function writePreferences(folder, { addOn, downloads, language }) {
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
    // After it was killed it starts as ever.
    'browser.sessionstore.resume_from_crash': false,
    'toolkit.startup.max_resumed_crashes': -1,
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
export async function startFirefox({ folder, headless, extension, addOn }) {
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
  const session = await client.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { timeouts } } });
  await client.send('Addon:Install', { path: extension, temporary: true });
  await inChrome(client, pinToToolbar, `${widgetName(addOn)}-browser-action`);
  return {
    client,
    exited,
    version: `Firefox/${session.capabilities.browserVersion}`,
    /** Ends it without a word; its processes of content go with the one that stores. */
    kill: async () => {
      client.close();
      kill();
      await exited;
      process.off('exit', kill);
    },
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
