// @ts-check
/** A post on its way to a blog: asked, running, stopped, busy, there, changed there, taken back. */
import { shows, until } from '../../../tests/e2e/drivers/driver.mjs';
import { saved } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {(key: string) => Promise<void>} Begin presses what publishes, with all agreed to that is asked */

/** A new post of clips, with a headline of its own. @param {Stage} stage @param {readonly string[]} clips @param {string} [template] */
export async function newPost(stage, clips, template = '') {
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
export async function publishing(stage, clips) {
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
