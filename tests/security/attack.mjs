// @ts-check
/** The whole experiment: every payload through the built extension, and a count of every harm that came of it. */

import { requireBuild } from '../../scripts/lib/builds.mjs';
import { copyWithPage } from '../e2e/copy-with-page.mjs';
import { launchChromium } from '../e2e/drivers/chromium.mjs';
import { captureAll } from './capture.mjs';
import { openUnprotected } from './control.mjs';
import { countConnections } from './count-connections.mjs';
import { exportAll } from './export.mjs';
import { serveHostilePages } from './hostile-site.mjs';
import { tryToReach } from './reach.mjs';
import { showAll } from './show.mjs';

/** @typedef {import('./watch-page.mjs').Finding} Finding */
/** @typedef {import('./read-payloads.mjs').Payload} Payload */
/** @typedef {{payloads: number, live: number, clips: number, findings: Finding[], ownHosts: string[]}} Outcome */

/**
 * @param {readonly Payload[]} payloads
 * @param {object} [options]
 * @param {number} [options.patience] milliseconds that anything may take before it counts as a hang
 * @param {(stage: string, done: number, findings: readonly Finding[]) => void} [options.progress] with the harm that the
 *   stage has done so far
 * @returns {Promise<Outcome>} `live` are the payloads that do harm where nothing protects, `ownHosts` the hosts that
 *   the browser asked for on its own account
 */
export async function attack(payloads, { patience = 5000, progress = () => undefined } = {}) {
  const connections = await countConnections();
  const site = await serveHostilePages(payloads);
  const extension = await copyWithPage('chromium', 'harness', new URL('in-page.ts', import.meta.url));
  const driver = await launchChromium({
    extension: extension.folder,
    switches: [`--proxy-server=${connections.address}`],
  });
  const options = (/** @type {string} */ stage) => ({
    patience,
    progress: (/** @type {number} */ done, /** @type {readonly Finding[]} */ findings) =>
      progress(stage, done, findings),
  });
  try {
    const reached = await tryToReach(driver, site.url, requireBuild('chromium'));
    const captured = await captureAll(driver, site.url, payloads, options('clipped'));
    // From here on nothing of the pages is open: whoever is asked for now is asked for by the extension or an export.
    await driver.closeTabs();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const [hitsBefore, hostsBefore] = [site.hits(), connections.hosts().length];
    const shown = await showAll(driver, captured, options('shown'));
    const exported = await exportAll(driver, captured, options('exported'));
    const hosts = connections.hosts().slice(hostsBefore);
    const named = hosts.filter((host) => payloads.some(({ payload }) => payload.toLowerCase().includes(host)));
    const asked = [...named, ...Array.from({ length: site.hits() - hitsBefore }, () => 'the site of the pages')];
    const live = await openUnprotected(driver, payloads, options('opened unprotected'));
    return {
      payloads: payloads.length,
      live,
      clips: captured.filter(({ clip }) => clip).length,
      ownHosts: [...new Set(hosts.filter((host) => !named.includes(host)))],
      findings: [
        ...reached,
        ...captured.flatMap(({ findings }) => findings),
        ...shown,
        ...exported,
        ...asked.map(
          (host) => /** @type {Finding} */ ({ harm: 'connection', where: 'after capture', payloads: [], detail: host }),
        ),
      ],
    };
  } finally {
    await driver.close();
    extension.remove();
    await site.close();
    await connections.close();
  }
}
