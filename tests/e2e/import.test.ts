import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Driver, see, until, type View } from './drivers/driver.mjs';
import { launch } from './drivers/launch.mjs';
import { chooseFile, dropFile, pocketFile } from './journeys/import.mjs';
import { readStore } from './read-store.mjs';

const browser = process.env.CLIPSHEET_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const count = 1_000;

let driver: Driver;
let library: View;

beforeAll(async () => {
  driver = await launch(browser);
});
afterAll(() => driver?.close());

const text = () => library.evaluate(() => document.body.textContent ?? '');
const shows = (words: string | RegExp, patience = 30_000) =>
  until(String(words), async () => (await text()).match(words) !== null, patience);
const button = (name: string | RegExp) => ({ role: 'button' as const, name });

describe('importing from another program', { timeout: 300_000 }, () => {
  test('a file dropped on the list of clips is recognised, and what would come is shown before anything is written', async () => {
    library = await driver.openExtensionPage('library.html');
    await see(library, { role: 'navigation', name: 'Lists and filters' });
    const bad = 'A title, with a bare comma,https://bad.example/,1,,unread\nScript,javascript:alert(1),1,,unread\n';
    await dropFile(driver, library, 'whatever.bin', pocketFile(count) + bad);
    await see(library, button(/^Import [\d,]+ entries$/));
    const shown = await text();
    expect(shown).toContain('whatever.bin');
    expect(shown).toMatch(/New\s*[\d,]+Already/);
    expect(shown).toMatch(/Unreadable\s*2/);
    expect(shown).toContain(`line ${count + 2}`);
    expect(await readStore(driver, 'clips')).toEqual([]);
  });

  test('it can be stopped; what came in is whole, and what is left comes when the file is chosen again', async () => {
    await library.click(button(/^Import [\d,]+ entries$/));
    await shows(/[1-9]\d* clips? added/);
    await library.click(button('Stop'));
    await shows('Import stopped');
    const stopped = await readStore(driver, 'clips');
    expect(stopped.length).toBeGreaterThan(0);
    expect(stopped.length).toBeLessThan(count);
    expect(stopped.every(({ tags, lists }) => tags.length === 3 && lists.length > 3)).toBe(true);

    await library.click(button('Choose another file'));
    await chooseFile(library, 'part_000000.csv', pocketFile(count));
    await library.click(button(/^Import [\d,]+ entries$/));
    await shows('Import finished', 240_000);
    const clips = await readStore(driver, 'clips');
    expect(clips).toHaveLength(count);
    expect(new Set(clips.map(({ key }) => key)).size).toBe(count);
    expect(clips[1]).toMatchObject({
      title: 'Hides, grain maps and 1 seats',
      status: 'inbox',
      clippedAt: 1_600_000_060_000,
    });
  });

  test('it goes on while another view is open, and what came is shown by its tag', async () => {
    await library.click(button('Show imported'));
    await see(library, { role: 'option', name: /Hides, grain maps/, nth: 0 });
    await library.evaluate(() => {
      location.hash = '#/import';
    });
    await library.click(button('Choose another file'));
    const more = pocketFile(700).replaceAll('news-', 'more-');
    await chooseFile(library, 'more.csv', more);
    await library.click(button(/^Import [\d,]+ entries$/));
    await shows(/[1-9]\d* clips? added/);
    await library.click({ role: 'link', name: 'Posts' });
    await see(library, { role: 'link', name: /^Importing/ });
    await library.click({ role: 'link', name: /^Importing/ });
    await shows('Import finished', 120_000);
    expect(await readStore(driver, 'clips')).toHaveLength(count + 700);
  });

  test('it can be taken back whole', async () => {
    await library.click(button('Undo import'));
    await shows('Everything is as it was before.', 120_000);
    expect(await readStore(driver, 'clips')).toHaveLength(count);
  });

  test('a page that is closed in the middle leaves whole clips, which is told and can be taken back', async () => {
    await library.click(button('Choose another file'));
    await chooseFile(library, 'closed.csv', pocketFile(700).replaceAll('news-', 'closed-'));
    await library.click(button(/^Import [\d,]+ entries$/));
    await shows(/[1-9]\d* clips? added/);
    await library.close();
    library = await driver.openExtensionPage('library.html#/import');
    await shows('was interrupted');
    const clips = (await readStore(driver, 'clips')).filter(({ url }) => url.includes('closed-'));
    expect(clips.length).toBeGreaterThan(0);
    expect(clips.every(({ tags }) => tags.length === 3)).toBe(true);
    await library.click({ role: 'button', name: 'Undo import', nth: 0 });
    await shows('Import undone', 120_000);
    expect(await readStore(driver, 'clips')).toHaveLength(count);
  });

  test('a file of no known format says so', async () => {
    await library.click(button('Choose another file'));
    await chooseFile(library, 'diary.txt', 'Dear diary,\ntoday was a day.\n');
    await shows('is none of the formats');
  });
});
