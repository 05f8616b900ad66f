/** Highlights that are painted at every visit, once the browser was asked for what that needs. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../drivers/chromium.mjs';
import { see, until, type View } from '../drivers/driver.mjs';
import { grantAll } from '../drivers/granted';
import { highlightPages } from '../highlight-pages.mjs';
import { paintedIn } from '../journeys/highlight.mjs';
import { type Desk, dragOverWords, isFirefox, open, painted, press, storedOf } from './desk';

export function describeVisits(desk: Desk): void {
  describe('highlights at every visit', () => {
    const own = { role: 'switch', name: 'Show highlights whenever I visit a page' } as const;
    const words = highlightPages['/lists']?.words;
    let granted = '';
    let first: Desk['driver'];
    beforeAll(async () => {
      if (isFirefox) return;
      // Nobody can answer Chromium's question: in this copy it has been answered.
      granted = grantAll('chromium', ['https://*/*', 'http://*/*']);
      first = desk.driver;
      desk.driver = (await launchChromium({ extension: granted })) as Desk['driver'];
    });
    afterAll(async () => {
      if (isFirefox) return;
      await desk.driver.close();
      desk.driver = first;
      rmSync(granted, { recursive: true, force: true });
    });

    const turn = async (wanted: boolean, answers: readonly boolean[] = []) => {
      const settings = await desk.driver.openExtensionPage('library.html#/settings');
      await see(settings, own);
      const reason = await settings.evaluate(() => document.querySelector('section')?.ownerDocument.body.textContent);
      expect(reason).toContain('For this the browser asks for access to all sites');
      for (const [at, answer] of [...answers, null].entries()) {
        if (at > 0 && answer === null) break;
        await settings.focus(own);
        await settings.press(' ');
        if (answer !== null) await desk.driver.answerPermission(answer);
        if (answer === false) await see(settings, { role: 'status', name: /^$/ });
      }
      await until(`visits to be ${wanted ? '' : 'no longer '}watched`, () => settings.evaluate(isWatching, wanted));
      await settings.close();
    };
    const visit = () => desk.driver.openPage(desk.address('/lists?visits'));
    /** Long enough for what would be painted. */
    const staysPlain = async (page: View) => {
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
      expect(await page.evaluate(paintedIn)).toEqual([]);
    };

    test('are painted once the browser was asked for what that needs, and no longer when it is turned off', async () => {
      const page = await open(desk, '/lists?visits');
      await dragOverWords(page);
      await press(page, 'Green');
      await painted(page, [`green ${words}`]);
      await storedOf(desk, '/lists?visits', { colour: 'green' });
      await page.close();
      await staysPlain(await visit());
      await turn(true, isFirefox ? [false, true] : []);
      await painted(await visit(), [`green ${words}`]);
      await staysPlain(await desk.driver.openPage(desk.address('/lists?another')));
      await turn(false);
      await staysPlain(await visit());
    });
  });
}

/** Runs in a page of the extension: whether the script that tells of visits is registered as wanted. */
async function isWatching(wanted: boolean): Promise<boolean> {
  const { scripting } = (globalThis as unknown as { chrome: ScriptingArea }).chrome;
  return (await scripting.getRegisteredContentScripts()).length === (wanted ? 1 : 0);
}

type ScriptingArea = { scripting: { getRegisteredContentScripts(): Promise<object[]> } };
