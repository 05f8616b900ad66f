// @ts-check
/** The browser gives no more room: people are told what to do, nothing is half-written, and all else goes on working. */
import { setTimeout as sleep } from 'node:timers/promises';
import { seeText } from '../e2e/drivers/driver.mjs';
import { serveArticles } from '../e2e/serve-articles.mjs';
import { copyWithout, makeProfile, openFaults, startChromium } from './extension.mjs';

/** @type {import('./experiment.mjs').Experiment} */
export const experiment = {
  name: 'quota',
  browsers: ['chromium'],
  what: 'quota full: message, reading, archive, deleting, nothing half-written',
  async run({ extension, short }) {
    const profile = makeProfile();
    const site = await serveArticles();
    const limited = copyWithout(extension, 'unlimitedStorage');
    const driver = await startChromium(limited.extension, profile.path);
    try {
      const { view, call } = await openFaults(driver);
      const page = driver.pageOf(view);
      await call('clip', 'before', 1000);
      await call('reserve');
      const session = await page.createCDPSession();
      const origin = `chrome-extension://${driver.extensionId()}`;
      const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + (short ? 12e6 : 30e6) });
      // Chromium goes on by the room that it knew of for half a minute.
      await sleep(32_000);
      const filled = await call('fillUp', 500);
      const popup = await popupOnFull(driver, `${site.url}/one-more`);
      const found = await call('inspect', filled.stored);
      const used = await call('useFull');
      const counts = {
        stored: filled.stored.length,
        'failed with': filled.failure ?? 'nothing',
        'acknowledged and lost': found.lost,
        torn: found.torn,
        'read on a full disk': used.read,
        'bytes of the archive': used.archive,
        'deleted and purged': `${used.deleted} and ${used.purged}`,
        'popup says': popup,
        findings: Object.keys(found.findings).join(', ') || 'none',
      };
      const told = /no space left.*(?:free|delete)/i.test(popup);
      const works = used.read > 0 && used.archive > 0 && used.deleted === 5 && used.purged === 5;
      const whole = counts['acknowledged and lost'] === 0 && found.torn === 0 && counts.findings === 'none';
      return { counts, holds: filled.failure === 'storage-full' && told && works && whole };
    } finally {
      await driver.close();
      await site.close();
      limited.remove();
      profile.remove();
    }
  },
};

/**
 * What the popup says to who clips now.
 * @param {import('./extension.mjs').Chromium} driver
 * @param {string} url
 */
async function popupOnFull(driver, url) {
  await driver.openPage(url);
  const popup = await driver.clickToolbarButton();
  const alert = /** @type {const} */ ({ role: 'alert' });
  try {
    await seeText(popup, alert, /\S/);
    return await popup.evaluate(() => document.querySelector('[role=alert]')?.textContent ?? '');
  } catch {
    return await popup.evaluate(() => document.body.textContent ?? '');
  } finally {
    await popup.close();
  }
}
