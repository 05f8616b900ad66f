import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectionsSection } from '../../../components/publish/connections-section';
import { UsesOfClip } from '../../../components/publish/uses-of-clip';
import type { ConnectionId } from '../../../lib/model/ids';
import type { Connection } from '../../../lib/model/target';
import { targets } from '../../../lib/state/connections';
import { db } from '../../../lib/state/db';
import { useMessages } from '../../../lib/state/i18n';
import { openSecrets, putSecrets } from '../../../lib/store/secrets';
import english from '../../../public/_locales/en/messages.json';
import chinese from '../../../public/_locales/zh_CN/messages.json';
import { effectsFor, type Server } from '../../unit/publish/targets/connected';
import { wordpressSecret, wordpressServer } from '../../unit/publish/targets/wordpress-server';
import { findViolations, inBothThemes } from '../axe';
import { fill, hide, reopen, showComposer } from '../compose/show';

const looks = [
  ['en', 1280],
  ['zh-CN', 360],
] as const;
type Look = readonly ['en' | 'zh-CN', number];
const patience = { timeout: 10_000 };
const secrets = openSecrets();
let site: ReturnType<typeof wordpressServer>;
/** Stands between us and the site. */
let line: (asked: Parameters<Server>[0]) => ReturnType<Server>;

const place = (fields: Partial<Connection> = {}): Connection => ({
  id: 'c1' as ConnectionId,
  target: 'wordpress',
  name: 'Company blog',
  fields: { address: 'https://wp.example/', root: 'https://wp.example/wp-json/', user: 'ann' },
  account: {
    name: 'Ann Chen',
    role: 'editor',
    may: { publish: true, uploadImages: true, makeTags: true },
    offers: { categories: [{ value: '1', text: 'News' }], authors: [] },
    checkedAt: Date.now(),
  },
  forgetful: false,
  createdAt: 1,
  updatedAt: 1,
  ...fields,
});
const contributor = place({
  id: 'c2' as ConnectionId,
  name: 'Guest blog',
  account: { ...place().account, role: 'contributor', may: { publish: false, uploadImages: false, makeTags: true } },
});

beforeEach(async () => {
  const may = async () => true;
  Object.assign(fakeBrowser.permissions, { contains: may, request: may, remove: may });
  await Promise.all([db.connections.clear(), db.publications.clear()]);
  site = wordpressServer();
  line = site.server;
  vi.stubGlobal('fetch', effectsFor((asked) => line(asked)).fetch);
});
afterEach(() => {
  hide();
  render(null, document.body);
  vi.unstubAllGlobals();
});

async function connect(...all: Connection[]): Promise<void> {
  await db.connections.bulkPut(all);
  for (const { id } of all)
    await putSecrets(secrets, { connectionId: id, origins: ['https://wp.example'], values: wordpressSecret });
}

const words = ([language]: Look) => {
  const known: Record<string, { message: string }> = language === 'en' ? english : chinese;
  return (key: string, value = '') => known[key]?.message.replace('$1', value) ?? key;
};
const dialog = () => document.querySelector('dialog[open]');
const said = () => [...document.querySelectorAll('dialog[open]')].map(({ textContent }) => textContent).join('\n');
const says = (text: string) => vi.waitFor(() => expect(said()).toContain(text), patience);
const press = (name: string, nth = 0) => userEvent.click(page.getByRole('button', { name, exact: true }).nth(nth));
async function expectNoViolations(look: Look) {
  await inBothThemes(async (theme) => expect(await findViolations(), theme).toEqual([]));
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(look[1]);
}

/** The publish dialog of a new post of one clip, everything agreed to that is asked. */
async function openPublish(look: Look, withImages = false): Promise<void> {
  const w = words(look);
  const clips = await fill(1);
  await showComposer(clips, { language: look[0], width: look[1] });
  if (withImages) await userEvent.click(page.getByRole('button', { name: /^Use all/ }));
  await press(w('publish_open_dialog'));
  await says(w('publish_field_status'));
}
/** Says yes to all that is asked before. */
async function agree(): Promise<void> {
  for (const box of document.querySelectorAll<HTMLInputElement>('dialog[open] input[type=checkbox]:not(:checked)'))
    if (!box.closest('[role=group]')) await userEvent.click(box);
}
async function publish(look: Look, key: string): Promise<void> {
  await agree();
  await userEvent.click(
    page.elementLocator(dialog() as Element).getByRole('button', { name: words(look)(key), exact: true }),
  );
}

describe.each(looks)('in %s, %i pixels wide', (...look) => {
  const w = words(look);

  test('the forms by which each system is connected, the connections and forgetting one are accessible', async () => {
    await page.viewport(look[1], 900);
    useMessages(look[0], look[0] === 'en' ? english : chinese);
    await connect(place(), contributor);
    render(
      <main>
        <ConnectionsSection />
      </main>,
      document.body,
    );
    await vi.waitFor(() => expect(document.body.textContent).toContain('Guest blog'), patience);
    await expectNoViolations(look);
    for (const target of targets) {
      await press(w('settings_connections_add'));
      await userEvent.click(page.getByRole('menuitem', { name: new RegExp(`^${w(target.label)}`) }));
      await vi.waitFor(() => expect(dialog()).not.toBeNull(), patience);
      await expectNoViolations(look);
      await press(w('common_cancel'));
    }
    await press(w('publish_connection_actions', 'Guest blog'));
    await userEvent.click(page.getByRole('menuitem', { name: w('publish_forget') }));
    await vi.waitFor(() => expect(dialog()).not.toBeNull(), patience);
    await expectNoViolations(look);
  }, 60_000);

  test('a post is published: what is asked, how far it is, what failed, where it is now, a conflict, taking it back', async () => {
    await connect(place());
    await openPublish(look);
    await expectNoViolations(look);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    line = async (asked) => {
      if (asked.method === 'POST') await held;
      return site.server(asked);
    };
    await publish(look, 'publish_go');
    await vi.waitFor(() => expect(document.querySelector('dialog progress')).not.toBeNull(), patience);
    await expectNoViolations(look);
    line = () => ({ status: 413, json: {} });
    release();
    await vi.waitFor(() => expect(document.querySelector('dialog [role=alert]')).not.toBeNull(), patience);
    await expectNoViolations(look);
    line = site.server;
    await publish(look, 'publish_go_on');
    await says(w('publish_done', 'Company blog'));
    await expectNoViolations(look);
    const [post] = site.posts;
    if (post) post.content = { raw: `<p>Theirs</p>${post.content.raw}` };
    await publish(look, 'publish_update');
    await says('Theirs');
    await expectNoViolations(look);
    expect(site.posts[0]?.content.raw).toContain('Theirs');
    await press(w('publish_more', 'Company blog'));
    await userEvent.click(page.getByRole('menuitem', { name: w('publish_retract') }));
    await says(w('publish_retract_how'));
    await expectNoViolations(look);
  }, 60_000);
});

const plain = looks[0];

test('what a role may not do is said, and not offered', async () => {
  await connect(contributor);
  await openPublish(plain, true);
  const offered = [...document.querySelectorAll('dialog select option')].map(({ textContent }) => textContent);
  expect(offered).toEqual(['Draft', 'Pending review']);
  await says('Your role there (contributor) may not upload images');
});

test('what may not go out yet cannot be sent, unless it is scheduled for then: that is offered', async () => {
  await connect(place());
  const clips = await fill(1);
  const id = await showComposer(clips);
  const at = Math.ceil(Date.now() / 60_000 + 60 * 24) * 60_000;
  hide();
  await db.posts.update(id, { notBefore: { at, zone: 'UTC' } });
  await reopen(id);
  await press('Publish');
  await says('may not go out before');
  await agree();
  const go = () => page.elementLocator(dialog() as Element).getByRole('button', { name: 'Publish', exact: true });
  await expect.element(go()).toBeDisabled();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Publish as' }), 'Scheduled');
  await expect.element(go()).toBeEnabled();
  expect(said()).not.toContain('may not go out before');
});

test('the clip tells where it was published, and that its source has gone', async () => {
  await page.viewport(plain[1], 900);
  useMessages('en', english);
  const [clip] = await fill(1);
  if (!clip) throw new Error('no clip');
  await db.publications.put({
    id: 'p' as never,
    postId: 'x' as never,
    connectionId: 'c1' as ConnectionId,
    target: 'wordpress',
    place: 'Company blog',
    clips: [clip.id],
    state: 'published',
    remote: { remoteId: '7', url: 'https://wp.example/7', editUrl: '', status: 'publish', fingerprint: '' },
    hash: '',
    options: {},
    uploads: {},
    events: [{ at: 1, kind: 'published', hash: '', note: '' }],
    failure: null,
    check: { at: Date.now(), state: 'changed', lostSources: [clip.url] },
    createdAt: 1,
    updatedAt: 1,
  });
  render(<UsesOfClip clip={clip.id} addresses={[clip.url, clip.canonicalUrl]} />, document.body);
  await vi.waitFor(() => expect(document.body.textContent).toContain('Company blog'), patience);
  expect(document.body.textContent).toContain('Somebody has changed it on the site since.');
  await inBothThemes(async (theme) => expect(await findViolations(), theme).toEqual([]));
});
