// @ts-check
/** Starts either browser with the built extension. */
import { requireBuild } from '../../../scripts/lib/builds.mjs';
import { launchChromium } from './chromium.mjs';
import { launchFirefox } from './firefox.mjs';

/**
 * @param {import('../../../scripts/lib/browsers.mjs').BrowserName} browser
 * @param {{profile?: string, headless?: boolean, language?: string}} [options]
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
export function launch(browser, options = {}) {
  const extension = requireBuild(browser);
  return browser === 'firefox' ? launchFirefox({ extension, ...options }) : launchChromium({ extension, ...options });
}
