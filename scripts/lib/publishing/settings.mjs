// @ts-check
/** Settings and templates: what is connected and how, and what is written once for all posts. */
import { until } from '../../../tests/e2e/drivers/driver.mjs';
import { fill, idsIn } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/** The settings: forms of every target, a connection that fails, one that works, test and forget. @param {Stage} stage */
export async function connections(stage) {
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

/** The library of templates, one with mistakes, the import. @param {Stage} stage */
export async function templates({ view, press, go, take, words, read }) {
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

/** @param {Stage} stage @param {string} target */
async function openConnect(stage, target) {
  await stage.press('button', 'settings_connections_add');
  await stage.view.click({ role: 'menuitem', name: new RegExp(`^${stage.words(`publish_${target}`)}`) });
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
