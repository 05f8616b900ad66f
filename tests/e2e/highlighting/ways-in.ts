/** The shortcut and the context menu, and what they say where the browser lets nobody in. */
import { describe, test } from 'vitest';
import { seeText, until } from '../drivers/driver.mjs';
import { highlightPages } from '../highlight-pages.mjs';
import { statusLine } from '../journeys/clip.mjs';
import { paintedIn, placeOfWords } from '../journeys/highlight.mjs';
import { button, type Desk, dragOverWords, frame, isFirefox, press, storedOf } from './desk';

export function describeWaysIn(desk: Desk): void {
  test.runIf(isFirefox)('the shortcut clips the page with the first highlight', async () => {
    const page = await desk.driver.openPage(desk.address('/long?shortcut'));
    await until('the words', () => page.evaluate(placeOfWords));
    await desk.driver.pressShortcut('U', 'Alt', 'Shift');
    await frame(page, button('Done'));
    await dragOverWords(page);
    await press(page, 'Yellow');
    await storedOf(desk, '/long?shortcut', {
      colour: 'yellow',
      target: { quote: { exact: highlightPages['/long']?.words } },
    });
  });

  test.runIf(isFirefox)('the context menu highlights what is selected', async () => {
    const page = await desk.driver.openPage(desk.address('/long?menu'));
    await until('the words', () => page.evaluate(placeOfWords));
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#words') as HTMLElement));
    await desk.driver.chooseFromContextMenu('#words', 'Highlight this');
    await until('a highlight', async () => (await page.evaluate(paintedIn)).length === 1);
    await frame(page, button('Delete highlight'));
  });

  describe('where the browser lets nobody in', () => {
    const sentence = { role: 'alert' } as const;
    test.runIf(isFirefox)('the shortcut says so: on its own pages, and in its PDF viewer', async () => {
      await desk.driver.openPage('about:license');
      await desk.driver.pressShortcut('U', 'Alt', 'Shift');
      const popup = await desk.driver.adoptPopup();
      await seeText(popup, sentence, /This page belongs to the browser/);
      await popup.close();
      await desk.driver.openPage(desk.address('/paper.pdf'));
      await desk.driver.pressShortcut('U', 'Alt', 'Shift');
      const second = await desk.driver.adoptPopup();
      await seeText(second, sentence, /This is a PDF in the browser/);
      await second.close();
    });

    test.runIf(!isFirefox)('the command says so, and the next press of the button clips as ever', async () => {
      await desk.driver.openPage('chrome://version');
      const worker = await desk.driver.worker();
      // Nobody can press a key of the window system here: the browser's event is dispatched as it would come.
      await worker.evaluate(async () => {
        const { commands, tabs } = (globalThis as unknown as { chrome: ChromeEvents }).chrome;
        const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
        commands.onCommand.dispatch('highlight-page', { ...tab, url: 'chrome://version/' });
      });
      const popup = await desk.driver.adoptPopup();
      await seeText(popup, sentence, /This page belongs to the browser/);
      await popup.close();
      const page = await desk.driver.openPage(desk.address('/long?after'));
      await page.front();
      const usual = await desk.driver.clickToolbarButton();
      await seeText(usual, statusLine, /^Saved/);
      await usual.close();
    });
  });
}

type ChromeEvents = {
  commands: { onCommand: { dispatch(name: string, tab: object): void } };
  tabs: { query(query: object): Promise<object[]> };
};
