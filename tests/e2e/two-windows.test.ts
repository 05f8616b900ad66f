import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Driver, see, until, type View } from './drivers/driver.mjs';
import { launch } from './drivers/launch.mjs';
import { chooseFile, pocketFile } from './journeys/import.mjs';

/**
 * Every fifth of them, the first among them, is in Chinese; all have the tag `leather`, and each one of its own. So few
 * that a window shows all rows.
 */
const stories = 6;

let driver: Driver;
beforeAll(async () => {
  driver = await launch(process.env.CLIPSHEET_BROWSER === 'firefox' ? 'firefox' : 'chromium');
  const view = await driver.openExtensionPage('library.html#/import');
  await importFile(view, pocketFile(stories));
});
afterAll(() => driver?.close());
afterEach(() => driver.closeTabs());

async function importFile(view: View, text: string): Promise<void> {
  await chooseFile(view, 'pages.csv', text);
  await view.click({ role: 'button', name: /^Import [\d,]+ entr/ });
  await until('the import', () => view.evaluate(() => document.body.textContent?.includes('Import finished')));
}

/** The headlines that a window lists, once there are so many. */
const lists = (view: View, count: number) =>
  until(`${count} clips`, async () => {
    const rows = await view.evaluate(() =>
      [...document.querySelectorAll('[role=listbox][aria-multiselectable] [role=option]')].map(
        (row) => row.textContent,
      ),
    );
    if (rows.length !== count) throw new Error(`there are ${rows.length}`);
    return rows;
  });
const query = (view: View) => view.evaluate(() => document.querySelector<HTMLInputElement>('[role=combobox]')?.value);
const sideBar = { role: 'navigation', name: 'Lists and filters' } as const;
const filterNamed = (name: RegExp) => ({ role: 'button', name, within: sideBar }) as const;

test('a list of a tag stays when another window renames the tag, and when that is undone', async () => {
  const one = await driver.openExtensionPage('library.html#/clips?in=all&q=tag:tag-3');
  await lists(one, 1);
  const other = await driver.openExtensionPage('library.html#/tags');
  await other.click({ role: 'button', name: 'Actions for tag-3' });
  await other.click({ role: 'menuitem', name: 'Rename, colour, description' });
  await other.focus({ role: 'textbox', name: 'Name' });
  await other.press('End');
  await other.type('rd');
  await other.press('Enter');
  await until('the new name', async () => (await query(one))?.trim() === 'tag:tag-3rd');
  await lists(one, 1);
  await other.click({ role: 'button', name: 'Undo', nth: 0 });
  await until('the old name', async () => (await query(one))?.trim() === 'tag:tag-3');
  await lists(one, 1);
});

test('what another window deletes leaves the list and its counts, and comes back when that is undone', async () => {
  const one = await driver.openExtensionPage('library.html#/clips?in=all&q=Hides');
  const hides = stories - Math.ceil(stories / 5);
  await lists(one, hides);
  await see(one, filterNamed(new RegExp(`^leather ?${hides}$`)));
  const other = await driver.openExtensionPage('library.html#/clips?in=all&q=tag:tag-4');
  await lists(other, 1);
  await other.focus({ role: 'listbox', name: 'All clips' });
  const inList = () => other.evaluate(() => document.activeElement?.matches('[role=listbox][aria-multiselectable]'));
  await until('the list to have the focus', inList);
  await other.press('j');
  await other.press('Delete');
  await lists(one, hides - 1);
  await see(one, filterNamed(new RegExp(`^leather ?${hides - 1}$`)));
  await other.click({ role: 'button', name: 'Undo', nth: 0 });
  await lists(one, hides);
  await see(one, filterNamed(new RegExp(`^leather ?${hides}$`)));
});

test('what another window imports comes into the list that is shown', async () => {
  const one = await driver.openExtensionPage('library.html#/clips?in=all&q=tag:leather');
  await lists(one, stories);
  const other = await driver.openExtensionPage('library.html#/import');
  await importFile(other, pocketFile(stories + 3));
  const rows = await lists(one, stories + 3);
  expect(rows.filter((row) => row?.includes('8 seats'))).toHaveLength(1);
});
