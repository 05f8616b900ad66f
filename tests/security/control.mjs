// @ts-check
/** The control: how many payloads do harm in a page that nothing protects. A harness that sees none there is blind. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { watchPage } from './watch-page.mjs';

/** @typedef {import('./read-payloads.mjs').Payload} Payload */

/**
 * Opens each payload as a page of its own.
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {readonly Payload[]} payloads
 * @param {{patience: number, progress: (done: number, findings: readonly import('./watch-page.mjs').Finding[]) => void}} options
 * @returns {Promise<number>} how many ran a script or led away
 */
export async function openUnprotected(driver, payloads, { patience, progress }) {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-control-'));
  let live = 0;
  try {
    for (const [at, { id, payload }] of payloads.entries()) {
      const path = join(folder, `${at}.html`);
      writeFileSync(path, `<!doctype html><meta charset="utf-8"><p>Before</p>${payload}`);
      const page = await driver.browser().newPage();
      const watch = await watchPage(page, patience);
      await watch.open(pathToFileURL(path).href).catch(() => undefined); // some never finish loading
      await watch.look('control', [id]).catch(() => undefined); // some have led away
      if (watch.findings.some(({ harm }) => harm === 'execution' || harm === 'navigation')) live++;
      await page.close().catch(() => undefined);
      progress(at + 1, []);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return live;
}
