/** Highlights made and edited on ten kinds of pages, by mouse and by keyboard. */
import { describe, expect, test } from 'vitest';
import { until } from '../drivers/driver.mjs';
import { highlightPages } from '../highlight-pages.mjs';
import { selectAllButLast } from '../journeys/highlight.mjs';
import { button, type Desk, dragOverWords, frame, note, open, painted, press, storedOf } from './desk';

export function describeMarking(desk: Desk): void {
  describe.each(Object.entries(highlightPages))('highlighting on %s', (path, { words }) => {
    test('with the mouse: marked, recoloured, noted, tagged, deleted and brought back', async () => {
      const page = await open(desk, path);
      const middle = await dragOverWords(page);
      await press(page, 'Green');
      await painted(page, [`green ${words}`]);
      await press(page, 'Note');
      await page.type('Mark this');
      await press(page, 'Tags');
      await page.type('hides,');
      await frame(page, button('Remove tag: hides'));
      await press(page, 'Pink');
      await press(page, 'Close');
      await painted(page, [`pink ${words}`]);
      await page.clickAt(middle);
      const written = await (await frame(page, note)).evaluate(() => document.querySelector('textarea')?.value);
      expect(written).toBe('Mark this');
      await press(page, 'Delete highlight');
      await painted(page, []);
      await press(page, 'Undo');
      await painted(page, [`pink ${words}`]);
      const said = { note: 'Mark this', tags: ['hides'] };
      await storedOf(desk, path, { colour: 'pink', ...said, target: { quote: { exact: words } } });
    });

    test('with the keyboard: the same', async () => {
      const page = await open(desk, `${path}?keys`);
      const pressAll = async (keys: string) => {
        for (const key of keys.split(' ')) await page.press(key);
      };
      await page.evaluate(selectAllButLast);
      await page.press('ArrowRight', 'Shift');
      await frame(page, button('Blue'));
      await pressAll('Tab Enter');
      await painted(page, [`yellow ${words}`]);
      await pressAll('ArrowRight ArrowRight Enter');
      await painted(page, [`blue ${words}`]);
      await pressAll('ArrowRight ArrowRight ArrowRight ArrowRight Enter');
      await frame(page, { role: 'textbox', name: 'Tags' });
      await page.type('hides');
      await page.press('Enter');
      await frame(page, button('Remove tag: hides'));
      await page.press('Tab', 'Shift');
      await page.press('Tab', 'Shift');
      await pressAll('ArrowLeft Enter');
      await frame(page, note);
      await page.type('Mark this');
      await page.press('Tab', 'Shift');
      await pressAll('ArrowRight ArrowRight ArrowRight Enter');
      await painted(page, []);
      const panel = await frame(page, button('Undo'));
      await until('the focus on the way back', () =>
        panel.evaluate(() => document.activeElement?.textContent === 'Undo'),
      );
      await page.press('Enter');
      await painted(page, [`blue ${words}`]);
      const said = { note: 'Mark this', tags: ['hides'] };
      await storedOf(desk, `${path}?keys`, { colour: 'blue', ...said, target: { quote: { exact: words } } });
    });
  });
}
