/** What axe finds in what the highlighter shows on a page. */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { partOfPage } from '../../axe-options';
import type { View } from '../drivers/driver.mjs';
import { button, type Desk, dragOverWords, frame, note, open, press } from './desk';

/** A frame is a page of its own: a colour that is on its way is nobody's contrast. */
const look = async (view: View): Promise<{ violations: string[]; passes: number }> => {
  await view.evaluate((source) => {
    const page = globalThis as typeof globalThis & { axe?: unknown };
    // biome-ignore lint/security/noGlobalEval: a script of the test, in a frame that has no address to load it from.
    if (!page.axe) globalThis.eval(source);
    for (const fade of document.getAnimations()) fade.finish();
  }, axe.source);
  return view.evaluate(async (options) => {
    const page = globalThis as unknown as { axe: typeof axe };
    const { violations, passes } = await page.axe.run(document, options);
    return { violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), passes: passes.length };
  }, partOfPage);
};

export function describeAccessibility(desk: Desk): void {
  test('the bar, a highlight with its note and tags, and the list of highlights have no accessibility violations', async () => {
    const page = await open(desk, '/long?axe');
    await dragOverWords(page);
    const found = [await look(await frame(page, button('Green')))];
    await press(page, 'Green');
    await press(page, 'Note');
    await page.type('Ask their sales people');
    found.push(await look(await frame(page, note)));
    await press(page, 'Tags');
    await page.type('hides,');
    found.push(await look(await frame(page, button('Remove tag: hides'))));
    await press(page, 'Close');
    found.push(await look(await frame(page, button('Done'))));
    expect(found.flatMap(({ violations }) => violations)).toEqual([]);
    expect(Math.min(...found.map(({ passes }) => passes))).toBeGreaterThan(4);
  });
}
