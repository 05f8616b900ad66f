import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { see, seeText, until } from './drivers/driver.mjs';
import { launch } from './drivers/launch.mjs';
import { addTags, clipPage, waitForText } from './journeys/clip.mjs';
import { readStore } from './read-store.mjs';
import { serveArticles } from './serve-articles.mjs';

let driver: Awaited<ReturnType<typeof launch>>;
let site: Awaited<ReturnType<typeof serveArticles>>;
beforeAll(async () => {
  site = await serveArticles();
  driver = await launch(process.env.CLIPSHEET_BROWSER === 'firefox' ? 'firefox' : 'chromium');
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
});
afterEach(() => driver.closeTabs());

const tagsOnDisk = async () => new Set((await readStore(driver, 'clips')).flatMap((clip) => clip.tags));

test('the popup says that the library has the same story from elsewhere, and leads there', async () => {
  // The server's articles are one text with other names in it, as reprints are.
  const first = await clipPage(driver, `${site.url}/agency`);
  await waitForText(first);
  await addTags(first, ['stel']);
  await first.close();
  const popup = await clipPage(driver, `${site.url}/newspaper`);
  await see(popup, { role: 'button', name: /^You have this story from localhost/ });
  await popup.close();
  const [agency, newspaper] = await readStore(driver, 'clips');
  expect(agency.story).toBe(newspaper.story);
});

test('a tag is renamed on its clips, and undo gives the old name back', async () => {
  const page = await driver.openExtensionPage('library.html#/tags');
  await page.click({ role: 'button', name: 'Actions for stel' });
  await page.click({ role: 'menuitem', name: 'Rename, colour, description' });
  await page.focus({ role: 'textbox', name: 'Name' });
  await page.press('End');
  for (let i = 0; i < 4; i++) await page.press('Backspace');
  await page.type('steel');
  await page.press('Enter');
  await until('the new name', async () => (await tagsOnDisk()).has('steel'));
  expect(await tagsOnDisk()).not.toContain('stel');
  await page.click({ role: 'button', name: 'Undo', nth: 0 });
  await until('the old name', async () => (await tagsOnDisk()).has('stel'));
  expect(await tagsOnDisk()).not.toContain('steel');
});

test('statistics show what was clipped', async () => {
  const page = await driver.openExtensionPage('library.html#/statistics');
  await see(page, { role: 'heading', name: 'Clips per week' });
  await seeText(page, { role: 'main' }, /2\s*clips in the library/);
});

test('clips that are selected become a post with the template that is chosen', async () => {
  const page = await driver.openExtensionPage('library.html');
  await see(page, { role: 'option', name: /./ });
  await page.press('a', 'Control');
  await page.click({ role: 'button', name: /^New post from a template/ });
  await page.click({ role: 'button', name: 'Weekly digest' });
  await see(page, { role: 'textbox', name: 'Why it matters' });
  await seeText(page, { role: 'main' }, /Industry news, week \d+/);
  const [post] = await readStore(driver, 'posts');
  expect(post.blocks.map((block: { kind: string }) => block.kind)).toEqual(['commentary', 'digest', 'source', 'share']);
  const entries = post.blocks[1].groups.flatMap((group: { entries: object[] }) => group.entries);
  expect(entries).toHaveLength(2);
});
