/** Highlights of a page in the reader and back, in the popup, and in pages that change. */
import { test } from 'vitest';
import { seeText, until } from '../drivers/driver.mjs';
import { highlightPages } from '../highlight-pages.mjs';
import { statusLine } from '../journeys/clip.mjs';
import { readStore } from '../read-store.mjs';
import { type Desk, dragOverWords, open, painted, press, storedOf } from './desk';

export function describeFindingAgain(desk: Desk): void {
  test.each(['/long', '/chinese', '/mixed', '/shadow', '/code'])(
    'what was marked on %s is marked in the reader',
    async (path) => {
      const { clipId } = await storedOf(desk, path, { colour: 'pink' });
      const reader = await desk.driver.openExtensionPage(`library.html#/clip/${clipId}`);
      await painted(reader, [`pink ${highlightPages[path]?.words}`]);
    },
  );

  test('what was marked in the reader is marked on the page', async () => {
    const page = await desk.driver.openPage(desk.address('/long?back'));
    const popup = await desk.driver.clickToolbarButton();
    await seeText(popup, statusLine, /^Saved/);
    await popup.close();
    const clip = await until('the text', async () => {
      const found = (await readStore(desk.driver, 'clips')).find(({ url }) => url === desk.address('/long?back'));
      return found?.capture.state === 'done' && found;
    });
    const reader = await desk.driver.openExtensionPage(`library.html#/clip/${clip.id}`);
    await until('the words', () => reader.evaluate(selectInReader, 'leather prices rose by nine per cent'));
    await reader.press('h');
    await painted(reader, ['yellow leather prices rose by nine per cent']);
    await reader.close();
    await page.front();
    const again = await desk.driver.clickToolbarButton();
    await seeText(again, statusLine, /^In your library/);
    await painted(page, ['yellow leather prices rose by nine per cent']);
    await again.close();
  });

  test('the popup paints what was marked before', async () => {
    const page = await desk.driver.openPage(desk.address('/lists'));
    const popup = await desk.driver.clickToolbarButton();
    await seeText(popup, statusLine, /^In your library/);
    await painted(page, [`pink ${highlightPages['/lists']?.words}`]);
    await popup.close();
  });

  test('a page that is rendered again, and becomes another, keeps its own highlights', async () => {
    const page = await open(desk, '/app?again');
    await dragOverWords(page);
    await press(page, 'Orange');
    const words = highlightPages['/app']?.words;
    await painted(page, [`orange ${words}`]);
    await press(page, 'Close');
    const app = () => (globalThis as typeof globalThis & { renderAgain(): void }).renderAgain();
    await page.evaluate(app);
    await painted(page, [`orange ${words}`]);
    await page.evaluate(() => {
      history.pushState(null, '', '/app?other');
      document.querySelector('#app p')?.append('!');
    });
    await painted(page, []);
    await page.evaluate(() => {
      history.back();
    });
    await page.evaluate(app);
    await until('the address', () => page.evaluate(() => location.search === '?again'));
    await page.evaluate(app);
    await painted(page, [`orange ${words}`]);
  });
}

/** Runs in the reader: selects words of the article; whether they are there. */
function selectInReader(words: string): boolean {
  const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    return true;
  }
  return false;
}
