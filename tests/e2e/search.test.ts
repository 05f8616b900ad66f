import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Driver, see, seeText, toQuery, until, type View } from './drivers/driver.mjs';
import type { FirefoxDriver } from './drivers/firefox.mjs';
import { launch } from './drivers/launch.mjs';
import { locate } from './drivers/locate.mjs';
import { addTags, clipPage, waitForText } from './journeys/clip.mjs';
import { readStore } from './read-store.mjs';
import { serveArticles } from './serve-articles.mjs';

const english = 'Autumn report from the valley';
const chinese = '秋季行业观察';
const other = 'Ports and what goes through them';
const articles = {
  '/valley': [
    english,
    'Three family firms in the valley told this paper that orders for the coming season are better than feared, and that most of them come from makers of furniture.',
    'The oldest of them has gone over to vegetable tanning with bark from chestnuts, which takes weeks longer but leaves no chromium in the river, its owner said while showing the pits.',
    'Its neighbours are waiting to see what the change will cost, since bark has become dear and the people who know how to work with it are few and old by now.',
  ],
  '/guancha': [
    chinese,
    '记者近日走访了多家工厂，了解到今年秋季的订单总体好于预期，家具和汽车内饰的需求都在慢慢恢复，工人们也陆续回到了车间，不少老板对明年的行情比较乐观。',
    '一家位于浙江的制革厂去年改用植鞣工艺，污水处理的费用因此下降了三成，负责人表示今后还将继续扩大这种工艺的产量，并计划引进新的转鼓设备。',
    '业内人士认为，环保要求会越来越严格，小企业如果不及时升级设备，就很难在市场上立足，行业协会也准备在年底之前举办几场专门的培训。',
  ],
  '/ports': [
    other,
    'Fewer boxes went through the two ports this quarter than in any since the strike, and the harbour masters do not expect that to change before the spring comes.',
    'Shippers blame the weather and the price of fuel; the unions blame the shippers, who have let go of a fifth of their people since the summer, by their own figures.',
    'What is landed now is mostly grain, timber and machine parts, while finished goods have found their way to the new terminal further up the coast.',
  ],
} as const;

const isFirefox = process.env.CLIPSHEET_BROWSER === 'firefox';
/** With what either browser can do: a test says in which one it runs. */
let driver: Driver & FirefoxDriver;
let site: Awaited<ReturnType<typeof serveArticles>>;
let library: View;
beforeAll(async () => {
  site = await serveArticles(articles);
  driver = (await launch(isFirefox ? 'firefox' : 'chromium')) as typeof driver;
  for (const [path, tag] of [
    ['/valley', 'leather'],
    ['/guancha', 'leather'],
    ['/ports', 'shipping'],
  ] as const) {
    const popup = await clipPage(driver, site.url + path);
    await waitForText(popup);
    await addTags(popup, [tag]);
    await popup.close();
  }
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
});
afterEach(() => driver.closeTabs());

const box = { role: 'combobox', name: 'Search clips' } as const;
const titles = [english, chinese, other];

async function openLibrary(): Promise<void> {
  library = await driver.openExtensionPage('library.html#/clips?in=all');
  await see(library, { role: 'option', name: new RegExp(other) });
}

/** Types into the box, in place of what is there, and goes to the list. The click takes back a focus that is on its way. */
async function search(query: string): Promise<void> {
  await library.click(box);
  await library.press('a', 'Control');
  await library.press('Backspace');
  await library.type(query);
  const typed = () => library.evaluate(locate, toQuery(box), 'value');
  await until('the query to be typed', async () => {
    const text = await typed();
    if (text !== query) throw new Error(`there is ${text}`);
    return true;
  });
  await library.press('Enter');
}

/** The headlines in the list, once there are exactly these. */
const shows = (...wanted: string[]) =>
  until(`the clips ${wanted}`, async () => {
    const text = await library.evaluate(() =>
      [...document.querySelectorAll('[role=listbox][aria-multiselectable] [role=option]')].map(
        (row) => row.textContent,
      ),
    );
    const found = titles.filter((title) => text.some((row) => row?.includes(title)));
    if (text.length !== wanted.length || !wanted.every((title) => found.includes(title)))
      throw new Error(`there are ${JSON.stringify(text)}`);
    return true;
  });

/** What is marked in the passages of the list. */
const marked = () =>
  library.evaluate(() => [...document.querySelectorAll('[role=option] mark')].map((mark) => mark.textContent));
const value = () => library.evaluate(locate, toQuery(box), 'value');
const said = (words: string | RegExp) =>
  until(String(words), async () => ((await library.evaluate(() => document.body.textContent)) ?? '').match(words));

test('an English word of a text finds its clip, with the passage and the word marked in it', async () => {
  await openLibrary();
  await search('chromium');
  await shows(english);
  await until('the mark', async () => (await marked()).includes('chromium'));
  await seeText(library, { role: 'option', nth: 0 }, /leaves no chromium in the river/);
  await search('"vegetable tanning" chestnuts');
  await shows(english);
  await search('"tanning vegetable"');
  await said('No clips found');
});

test('a Chinese word of a text finds its clip, also in traditional characters', async () => {
  await openLibrary();
  await search('植鞣工艺');
  await shows(chinese);
  await until('the mark', async () => (await marked()).includes('植鞣工艺'));
  await seeText(library, { role: 'option', nth: 0 }, /去年改用植鞣工艺/);
  await search('轉鼓設備');
  await shows(chinese);
  await until('the mark', async () => (await marked()).includes('转鼓设备'));
});

test('a misspelled word finds what was meant, and says so', async () => {
  await openLibrary();
  await search('chromuim');
  await shows(english);
  await said('Also searched for: chromium');
  await until('the mark', async () => (await marked()).includes('chromium'));
});

test('operators narrow the list, typed and clicked, and go away with their chip', async () => {
  await openLibrary();
  await search('tag:leather -chromium');
  await shows(chinese);
  await search('');
  await shows(english, chinese, other);
  await library.click({ role: 'button', name: /^shipping/, within: { role: 'navigation', name: 'Lists and filters' } });
  await shows(other);
  expect((await value()).trim()).toBe('tag:shipping');
  await library.click({ role: 'button', name: /^Remove / });
  await shows(english, chinese, other);
  expect((await value()).trim()).toBe('');
});

test('a query with a mistake is run all the same, says what is wrong and can be mended', async () => {
  await openLibrary();
  await search('tga:leather "vegetable tanning');
  await said('A quotation mark has no partner; everything after it was taken as one phrase.');
  await search('is:stared chromium');
  await shows(english);
  await said('“stared” is no value of “is:”');
  await library.click({ role: 'button', name: 'Use starred' });
  await until('the mended query', async () => (await value()).trim() === 'is:starred chromium');
  await said('No clips found');
});

test('what is deleted is found no more, until that is undone', async () => {
  await openLibrary();
  await search('chestnuts or 植鞣');
  await shows(english, chinese);
  await search('chestnuts');
  await shows(english);
  // Enter has sent the focus to the list; keys are typed when it is there.
  const isThere = () => library.evaluate(() => document.activeElement?.matches('[role=listbox][aria-multiselectable]'));
  await until('the list to have the focus', isThere);
  await library.press('j');
  await library.press('Delete');
  await said('No clips found');
  await library.click({ role: 'button', name: 'Undo', nth: 0 });
  await shows(english);
  expect((await readStore(driver, 'clips')).every((clip) => clip.deletedAt === null)).toBe(true);
});

test('a saved search is there after a restart', async () => {
  await openLibrary();
  await search('tag:leather chromium');
  await shows(english);
  await library.click({ role: 'button', name: 'Save search' });
  await see(library, { role: 'dialog', name: 'Save search' });
  await library.press('a', 'Control');
  await library.type('Clean rivers');
  await library.press('Enter');
  await see(library, { role: 'link', name: /^Clean rivers/ });
  await driver.restart();
  await openLibrary();
  await library.click({ role: 'link', name: /^Clean rivers/ });
  await shows(english);
  expect((await value()).trim()).toBe('tag:leather chromium');
});

const underAddressBar = (title: string) =>
  until('the clip under the address bar', async () =>
    (await driver.readAddressBar()).lines.some((line) => line.includes(title)),
  );

test.runIf(isFirefox)(
  'behind its keyword the address bar names clips, and opens the search for what is typed',
  async () => {
    await driver.openPage(`${site.url}/ports`);
    await driver.typeInAddressBar('clip chromium');
    await underAddressBar(english);
    await driver.pressShortcut('Enter');
    library = await driver.adoptPage(/library\.html#\/clips/u);
    await shows(english);
    expect(await value()).toBe('chromium');
  },
);

test.runIf(isFirefox)('a clip that is chosen under the address bar is opened in the reader', async () => {
  await driver.openPage(`${site.url}/ports`);
  await driver.typeInAddressBar('clip 植鞣工艺');
  await underAddressBar(chinese);
  await until('the clip to be chosen', async () => {
    if ((await driver.readAddressBar()).chosen.includes(chinese)) return true;
    await driver.pressShortcut('ArrowDown');
    return false;
  });
  await driver.pressShortcut('Enter');
  library = await driver.adoptPage(/library\.html#\/clip\//u);
  await see(library, { role: 'heading', name: chinese });
});
