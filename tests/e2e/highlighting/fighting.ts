/** A page whose scripts do all they can against the highlighter. */
import { describe, expect, test } from 'vitest';
import { fightingPage } from '../highlight-pages.mjs';
import { button, type Desk, dragOverWords, open, painted, press, storedOf } from './desk';

export function describeFighting(desk: Desk): void {
  describe('a page that fights', () => {
    test('keeps nobody from highlighting, hears no note, reads none, and marks nothing itself', async () => {
      const page = await open(desk, '/fights');
      const middle = await dragOverWords(page);
      await press(page, 'Green');
      await painted(page, [`green ${fightingPage.words}`]);
      await page.evaluate(() => {
        (globalThis as typeof globalThis & { heard: string[]; storm(): void }).heard.length = 0;
        (globalThis as typeof globalThis & { storm(): void }).storm();
      });
      await press(page, 'Note');
      await page.type('Quiet');
      const seen = await page.evaluate(() => ({
        heard: (globalThis as typeof globalThis & { heard: string[] }).heard.filter((name) => /^key|^input/.test(name)),
        shadow: document.querySelector('clipsheet-highlighter')?.shadowRoot ?? null,
        frames: window.length,
        text: document.documentElement.outerHTML.includes('Quiet'),
        globals: Object.keys(globalThis).filter((name) => /clipsheet/i.test(name)),
      }));
      expect(seen).toEqual({ heard: [], shadow: null, frames: 0, text: false, globals: [] });
      await press(page, 'Close');
      // All that a script can do by itself: events, a selection, and paint of its own.
      await page.evaluate(({ x, y }) => {
        const heading = document.querySelector('h1') as HTMLElement;
        getSelection()?.selectAllChildren(heading);
        const at = { clientX: x, clientY: y, bubbles: true, composed: true };
        for (const name of ['pointerdown', 'pointerup', 'click']) heading.dispatchEvent(new PointerEvent(name, at));
        for (const name of ['keydown', 'keyup'])
          document.body.dispatchEvent(new KeyboardEvent(name, { key: 'ArrowRight', shiftKey: true, bubbles: true }));
        getSelection()?.removeAllRanges();
      }, middle);
      expect(await page.frameWith(button('Yellow'))).toBeNull();
      // Taken away, it comes again when a person wants it.
      await page.evaluate(() => document.querySelector('clipsheet-highlighter')?.remove());
      await page.clickAt(middle);
      await press(page, 'Blue');
      await painted(page, [`blue ${fightingPage.words}`]);
      await storedOf(desk, '/fights', {
        colour: 'blue',
        note: 'Quiet',
        target: { quote: { exact: fightingPage.words } },
      });
    });
  });
}
