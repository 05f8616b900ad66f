// @ts-check
/**
 * Everything that is seen of publishing, of templates and of posts in other hands, reached through the real gestures on the
 * built extension and a blog of the tests, and taken as pictures.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shows, until } from '../../tests/e2e/drivers/driver.mjs';

/** @typedef {import('../../tests/e2e/drivers/chromium.mjs').ChromiumDriver} ChromiumDriver */
/** @typedef {import('../../tests/e2e/drivers/driver.mjs').View} View */
/** @typedef {import('../../tests/e2e/drivers/driver.mjs').Role} Role */
/** @typedef {import('../../tests/e2e/serve-wordpress').BlogSite} BlogSite */
/**
 * @typedef {object} Look
 * @property {'en-US' | 'zh-CN'} language
 * @property {number} width
 * @property {number} [text] per cent
 */
/**
 * @typedef {object} Stage what a scene works with
 * @property {ChromiumDriver} driver
 * @property {BlogSite} blog
 * @property {View} view
 * @property {(key: string, ...values: string[]) => string} words of the interface, in its language
 * @property {(role: Role, key: string, ...values: string[]) => Promise<void>} press
 * @property {(path: string) => Promise<void>} go to a view of the library
 * @property {(name: string) => Promise<void>} take a picture in both themes
 * @property {(text: string | RegExp) => Promise<unknown>} read waits until the page says so
 */

/**
 * @param {ChromiumDriver} driver with a library that has clips, and access to the blog
 * @param {BlogSite} blog
 * @param {Look} look
 * @param {string} folder
 */
export async function takePublishing(driver, blog, look, folder) {
  const stage = await openStage(driver, blog, look, folder);
  const clips = await idsIn(stage, 'clips');
  for (const scene of [connections, templates]) await scene(stage);
  await publishing(stage, clips);
  await otherHands(stage);
  await stage.view.close();
}

/** @param {ChromiumDriver} driver @param {BlogSite} blog @param {Look} look @param {string} folder @returns {Promise<Stage>} */
async function openStage(driver, blog, { language, width, text = 100 }, folder) {
  const file = `public/_locales/${language === 'en-US' ? 'en' : 'zh_CN'}/messages.json`;
  const messages = JSON.parse(readFileSync(file, 'utf8'));
  const view = await driver.openPage('about:blank');
  const page = driver.pageOf(view);
  await page.setViewport({ width, height: 900 });
  await page.evaluateOnNewDocument((size) => {
    Object.assign(globalThis, { showSaveFilePicker: undefined });
    addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', `${size}%`));
  }, text);
  /** @type {Stage['words']} */
  const words = (key, ...values) =>
    messages[key].message.replace(
      /\$(\d)/g,
      (/** @type {string} */ _, /** @type {string} */ n) => values[Number(n) - 1],
    );
  let nth = 0;
  return {
    driver,
    blog,
    view,
    words,
    press: (role, key, ...values) => view.click({ role, name: words(key, ...values) }),
    go: async (path) => {
      await page.goto(`chrome-extension://${driver.extensionId()}/library.html#${path}`);
      await page.reload({ waitUntil: 'networkidle0' });
    },
    take: async (name) => {
      const number = String(++nth).padStart(2, '0');
      for (const theme of text === 100 ? ['light', 'dark'] : ['light']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
        await until('what moves to come to rest', () =>
          view.evaluate(() =>
            document
              .getAnimations()
              .every(
                ({ playState, effect }) =>
                  playState !== 'running' || effect?.getComputedTiming().iterations === Infinity,
              ),
          ),
        );
        const file = `publishing-${number}-${name}-${language}-${theme}-${width}${text === 100 ? '' : `-text${text}`}.png`;
        await view.screenshot(join(folder, file));
      }
    },
    read: (wanted) =>
      until(
        `the page to say ${wanted}`,
        async () => {
          const said =
            (await view.evaluate(
              () => document.querySelector('dialog[open]')?.textContent ?? document.body.textContent,
            )) ?? '';
          return typeof wanted === 'string' ? said.includes(wanted) : wanted.test(said);
        },
        30_000,
      ),
  };
}

/** Runs in the page: ids of a table. @param {Stage} stage @param {string} table @returns {Promise<string[]>} */
function idsIn({ view, driver }, table) {
  return view
    .evaluate(() => location.href)
    .then(async () => {
      const { readStore } = await import('../../tests/e2e/read-store.mjs');
      const rows = await readStore(driver, /** @type {'clips'} */ (table));
      return rows.map(({ id }) => id);
    });
}

/** Fills a text field of the dialog. @param {Stage} stage @param {string} key @param {string} text */
async function fill({ view, words }, key, text) {
  await view.focus({ role: 'textbox', name: words(key) });
  await view.press('a', 'Control');
  await view.type(text);
}

/** @param {Stage} stage @param {string} target */
async function openConnect(stage, target) {
  await stage.press('button', 'settings_connections_add');
  await stage.view.click({ role: 'menuitem', name: new RegExp(`^${stage.words(`publish_${target}`)}`) });
}

/** The settings: forms of every target, a connection that fails, one that works, test and forget. @param {Stage} stage */
async function connections(stage) {
  const { view, press, go, take, read, blog, words } = stage;
  await go('/settings');
  for (const target of ['wordpress', 'ghost', 'github', 'webhook']) {
    await openConnect(stage, target);
    await take(`connect-${target}`);
    await press('button', 'common_cancel');
  }
  const known = await idsIn(stage, 'connections');
  if (known.length === 0) {
    await openConnect(stage, 'wordpress');
    await fill(stage, 'publish_field_site', 'http://localhost:9/');
    await fill(stage, 'publish_field_user', 'ann');
    await view.evaluate(fillSecret, 'abcd efgh ijkl mnop');
    await press('button', 'publish_connect');
    await read('localhost:9');
    await take('connect-failed');
    await fill(stage, 'publish_field_site', blog.url);
    await press('button', 'publish_connect');
    await until('the connection', async () => (await idsIn(stage, 'connections')).length === 1);
    await view.evaluate(addConnections);
    await go('/settings');
  }
  await view.evaluate(() => document.querySelector('li button')?.scrollIntoView({ block: 'center' }));
  await press('button', 'publish_test');
  await read(words('publish_test_good'));
  await take('connections');
  await press('button', 'publish_connection_actions', 'Mingxin Leather News');
  await press('menuitem', 'publish_forget');
  await take('forget');
  await press('button', 'common_cancel');
}

/** Runs in the page. @param {string} text */
function fillSecret(text) {
  const field = document.querySelector('input[type=password]');
  if (!(field instanceof HTMLInputElement)) throw new Error('no field for a secret');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Runs in the page: connections that nothing is sent to, so that their forms can be seen. */
function addConnections() {
  const may = { publish: true, uploadImages: true, makeTags: true };
  const site = { branch: 'main', folder: '', generator: 'hugo' };
  const rows = [
    { target: 'ghost', name: 'The Leather Letter', fields: { address: 'https://letter.example/' } },
    { target: 'github', name: 'mingxin/site', fields: { address: 'https://github.com/mingxin/site', ...site } },
    { target: 'webhook', name: 'hooks.example', fields: { address: 'https://hooks.example/in' } },
    {
      target: 'wordpress',
      name: 'Guest blog',
      fields: { address: 'https://guest.example/', root: 'https://guest.example/wp-json/', user: 'ann' },
      role: 'contributor',
    },
  ];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('clipsheet');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const write = opening.result.transaction('connections', 'readwrite');
      for (const { role = '', ...row } of rows) {
        const mine = role ? { publish: false, uploadImages: false, makeTags: true } : may;
        const account = { name: role ? 'Ann Chen' : '', role, may: mine, offers: {}, checkedAt: Date.now() };
        const id = `0${row.target}${role}`;
        write
          .objectStore('connections')
          .put({ ...row, id, account, forgetful: false, createdAt: Date.now(), updatedAt: Date.now() });
      }
      write.oncomplete = () => resolve(null);
    };
  });
}

/** The library of templates, one with mistakes, the import. @param {Stage} stage */
async function templates({ view, press, go, take, words, read }) {
  await go('/templates');
  await press('button', 'template_new');
  await until('the editor', () => view.evaluate(() => document.querySelector('textarea') !== null));
  await view.focus({ role: 'textbox', name: words('template_field_title') });
  await view.press('a', 'Control');
  await view.type('{{titel}} – {{outlet|uper}}');
  await read('titel');
  await take('template-mistakes');
  await go('/templates');
  await take('templates');
  await view.evaluate(chooseTemplates);
  await read(words('template_import_title'));
  await take('template-import');
  await press('button', 'common_cancel');
  await go('/templates/includeddigesten');
  await until(
    'the preview',
    () => view.evaluate(() => document.querySelector('iframe[data-front]') !== null),
    3000,
  ).catch(() => undefined);
  await take('template-included');
}

/** Runs in the page: a colleague's file. */
function chooseTemplates() {
  const template = {
    id: 'a1',
    name: 'Ours',
    language: 'en',
    title: '{{title}}',
    standfirst: '',
    tags: '',
    body: '{{excerpt}}',
    createdAt: 1,
    updatedAt: 2,
  };
  const templates = [template, { ...template, id: 'a2', name: '周报', language: 'zh-CN' }];
  const given = new DataTransfer();
  given.items.add(
    new File([JSON.stringify({ format: 'clipsheet-templates', version: 1, templates })], 'templates.json'),
  );
  const input = document.querySelector('[data-testid="template-file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('nowhere to choose a file');
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A new post of clips, with a headline of its own. @param {Stage} stage @param {readonly string[]} clips @param {string} [template] */
async function newPost(stage, clips, template = '') {
  const { view, go, words, read } = stage;
  await go(`/post/new?clips=${clips.join(',')}&template=${template}`);
  await until('the composer', () => shows(view, { role: 'button', name: words('publish_open_dialog') }), 30_000);
  await read(words('compose_saved_at', '').trim().slice(0, 2));
  // The images of the clip, about whose rights nothing is said.
  const all = { role: /** @type {const} */ ('button'), name: new RegExp(`^${words('compose_use_all', '\\d+')}$`) };
  if (await shows(view, all)) await view.click(all);
  await saved(stage);
}

/** Publishing from beginning to end. @param {Stage} stage @param {readonly string[]} clips */
async function publishing(stage, clips) {
  const { view, press, go, take, read, blog, words } = stage;
  const [first = ''] = clips.slice(-1);
  await newPost(stage, [first]);
  const place = (/** @type {string} */ id) =>
    view.evaluate((wanted) => {
      const select = document.querySelector('dialog select');
      if (!(select instanceof HTMLSelectElement)) throw new Error('no places');
      select.value = [...select.options].find(({ text }) => text === wanted)?.value ?? '';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, id);
  await press('button', 'publish_open_dialog');
  await read(words('publish_place'));
  for (const [name, id] of [
    ['ghost', 'The Leather Letter'],
    ['github', 'mingxin/site'],
    ['webhook', 'hooks.example'],
    ['contributor', 'Guest blog'],
    ['wordpress', 'Mingxin Leather News'],
  ]) {
    await place(id ?? '');
    await take(`publish-${name}`);
  }
  const agree = async () => {
    for (const key of ['publish_rights_confirm', 'publish_insist_go'])
      if ((await shows(view, { role: 'checkbox', name: words(key) })) && !(await view.evaluate(isAgreed, words(key))))
        await press('checkbox', key);
  };
  const begin = async (/** @type {string} */ key) => {
    await agree();
    await view.click({ role: 'button', name: words(key), within: { role: 'dialog', name: words('publish_title') } });
  };
  await stopInBetween(stage, begin);
  blog.fate(({ method }) => (method === 'POST' ? 429 : 'answer'));
  await begin('publish_go_on');
  await read(/30/);
  await take('publish-busy');
  blog.fate(null);
  await begin('publish_go_on');
  await read(words('publish_done', 'Mingxin Leather News'));
  await take('publish-done');
  await changeThere(stage, begin);
  await go(`/clip/${first}`);
  await read(words('publish_uses'));
  await take('clip-ledger');
  await go('/posts');
  await press('button', 'publish_check_all');
  await until('the result', () => shows(view, { role: 'button', name: words('common_close') }), 30_000);
  await take('posts-checked');
  await newPost(stage, clips, 'includeddigesten');
  await take('digest');
}

/** Runs in the page. @param {string} label */
function isAgreed(label) {
  const boxes = [...document.querySelectorAll('dialog[open] input[type=checkbox]')];
  return boxes.some(
    (box) =>
      box instanceof HTMLInputElement &&
      box.checked &&
      [...(box.labels ?? [])].some(({ textContent }) => textContent?.includes(label)),
  );
}

/** @typedef {(key: string) => Promise<void>} Begin presses what publishes, with all agreed to that is asked */

/** Half-way, and cancelled there. @param {Stage} stage @param {Begin} begin */
async function stopInBetween({ view, take, read, blog, words }, begin) {
  /** @type {() => void} */
  let release = () => undefined;
  const held = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  blog.fate(
    /** @returns {Promise<'answer'>} */ async ({ method, path }) => {
      if (method === 'POST' && (path.endsWith('/media') ? blog.media.length >= 2 : path.endsWith('/posts'))) await held;
      return 'answer';
    },
  );
  await begin('publish_go');
  await read(new RegExp(`${words('common_cancel')}`));
  await until('the progress', () => view.evaluate(() => document.querySelector('dialog progress') !== null));
  await take('publish-running');
  await view.click({
    role: 'button',
    name: words('common_cancel'),
    within: { role: 'dialog', name: words('publish_title') },
  });
  release();
  await until('the end', () => view.evaluate(() => document.querySelector('dialog progress') === null));
  await take('publish-cancelled');
}

/** Changed on the site by somebody else: seen by a check, and before it is overwritten; taken back. @param {Stage} stage @param {Begin} begin */
async function changeThere({ view, press, take, read, blog, words }, begin) {
  const post = blog.posts.at(-1);
  if (post) post.content.raw = post.content.raw.replace('<p>', '<p>A colleague was here. ');
  await press('button', 'publish_check');
  await read(words('publish_check_changed'));
  await take('publish-check');
  await begin('publish_update');
  await read(words('publish_version_theirs'));
  await view.evaluate(() => document.querySelector('dialog h3')?.scrollIntoView({ block: 'center' }));
  await take('publish-conflict');
  await press('button', 'publish_more', 'Mingxin Leather News');
  await press('menuitem', 'publish_retract');
  await view.evaluate(() => {
    const select = document.querySelector('dialog dialog select');
    if (!(select instanceof HTMLSelectElement)) throw new Error('no ways');
    select.value = 'correction';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await take('retract');
}

/** Embargo, versions, rights, states; a post sent and taken back in. @param {Stage} stage */
async function otherHands(stage) {
  const { view, press, take, read, words, driver, go } = stage;
  const clips = await idsIn(stage, 'clips');
  await newPost(stage, clips.slice(-1));
  await view.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await view.evaluate(setEmbargo);
  await view.evaluate(() => document.querySelector('input[type=datetime-local]')?.scrollIntoView({ block: 'center' }));
  await take('embargo-and-versions');
  await press('button', 'publish_open_dialog');
  await take('publish-embargo');
  await view.press('Escape');
  await press('button', 'compose_draft');
  await take('states');
  await view.press('Escape');
  await press('button', 'compose_export');
  await take('export-menu');
  await view.click({ role: 'menuitem', name: new RegExp(`^${words('publish_markdown_file')}`) });
  await until('the question', () => shows(view, { role: 'dialog' }), 5000).catch(() => undefined);
  await take('rights');
  await view.press('Escape');
  const known = new Set(readdirSync(driver.downloads));
  await send(stage, 'send');
  await fillHeadline(stage, 'A headline that the colleague wrote 同事改的标题');
  await send(stage, '');
  const file = await until(
    'the file',
    () => readdirSync(driver.downloads).filter((name) => !known.has(name) && name.endsWith('.zip'))[1],
  );
  await fillHeadline(stage, 'A headline of my own 我的标题');
  const data = readFileSync(join(driver.downloads, file)).toString('base64');
  await go('/posts');
  await view.evaluate(chooseBundle, data);
  await read(words('bundle_changes_title'));
  await take('bundle-changes');
}

/** @param {Stage} stage @param {string} picture */
async function send({ press, take, view, words }, picture) {
  await press('button', 'compose_export');
  await view.click({ role: 'menuitem', name: new RegExp(`^${words('bundle_send').slice(0, 6)}`) });
  if (picture) await take(picture);
  await press('button', 'bundle_save');
  await until('the dialog to close', async () => !(await shows(view, { role: 'dialog' })));
}

/** @param {Stage} stage @param {string} text */
async function fillHeadline(stage, text) {
  await fill(stage, 'compose_headline', text);
  await saved(stage);
}

/** Longer than the composer waits before it saves. @param {Stage} stage */
async function saved({ view, read, words }) {
  await view.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200)));
  await read(words('compose_saved_at', '').trim().slice(0, 2));
}

/** Runs in the page: not before tomorrow. */
function setEmbargo() {
  const field = document.querySelector('input[type=datetime-local]');
  if (!(field instanceof HTMLInputElement)) throw new Error('no embargo');
  field.value = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T09:00`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Runs in the page. @param {string} base64 */
function chooseBundle(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const given = new DataTransfer();
  given.items.add(new File([bytes], 'post.clipsheet.zip', { type: 'application/zip' }));
  const input = document.querySelector('[data-testid="bundle-file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('nowhere to choose a file');
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
