import { afterAll, describe, expect, test } from 'vitest';
import type { RemotePost } from '../../lib/model/target';
import { wordpress } from '../../lib/publish/targets/wordpress';
import { baicPost, chinesePost, hostilePost, image } from '../unit/render/posts';
import { openSite, type TestSite } from './site';
import { connect, createWriter, effects } from './writer';

const site = await openSite();
const missing = typeof site === 'string' ? site : null;

if (missing !== null) test.skip(`NOT TESTED against a real WordPress: ${missing}`);

describe.skipIf(missing !== null)('a real WordPress', () => {
  const { url, proxy, users, close, log } = site as TestSite;
  afterAll(async () => {
    expect(log()).not.toMatch(/Fatal error/);
    await close();
  });

  /** What the site itself says, asked as its administrator. */
  async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    const { login, applicationPassword } = users.administrator;
    const headers = {
      Authorization: `Basic ${btoa(`${login}:${applicationPassword}`)}`,
      'Content-Type': 'application/json',
    };
    const answer = await fetch(`${url}wp-json/wp/v2/${path}`, { headers, ...init });
    return (await answer.json()) as T;
  }
  type Stored = {
    id: number;
    slug: string;
    status: string;
    featured_media: number;
    tags: number[];
    categories: number[];
    date_gmt: string;
    author: number;
    title: { raw: string };
    content: { raw: string; rendered: string };
    excerpt: { raw: string };
    link: string;
  };
  const read = (remote: RemotePost | null) => ask<Stored>(`posts/${remote?.remoteId}?context=edit`);
  const postsOf = (key: string) =>
    ask<Stored[]>(
      `posts?search=clipsheet-${key}&status=publish,future,draft,pending,private&context=edit&per_page=100`,
    );
  const media = () =>
    ask<{ id: number; slug: string; alt_text: string; caption: { raw: string } }[]>('media?context=edit&per_page=100');

  test('is found by the address that people type, and says who we are and what we may do', async () => {
    for (const typed of [url, url.slice(0, -1), `${url}wp-admin/edit.php`, `${url}wp-login.php?x=1`]) {
      const found = await wordpress.test(
        { address: typed, user: 'author' },
        { password: users.author.applicationPassword },
        effects,
      );
      expect(found).toMatchObject({ ok: true, value: { name: 'Mingxin Leather News', fields: { address: url } } });
    }
    const account = async (role: keyof typeof users) => (await connect(url, users[role])).account;
    expect(await account('contributor')).toMatchObject({
      role: 'contributor',
      may: { publish: false, uploadImages: false },
    });
    expect(await account('author')).toMatchObject({ role: 'author', may: { publish: true, uploadImages: true } });
    const editor = await account('editor');
    expect(editor.offers.categories?.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Industry news', '行业新闻']),
    );
    expect(editor.offers.authors?.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['editor', 'author', 'contributor']),
    );
    expect((await account('author')).offers.authors).toEqual([]);
  });

  test('tells a wrong password from a wrong address', async () => {
    const wrong = await wordpress.test(
      { address: url, user: 'author' },
      { password: 'abcd efgh ijkl mnop qrst uvwx' },
      effects,
    );
    expect(wrong).toMatchObject({ ok: false, failure: { kind: 'target', trouble: 'login' } });
    const elsewhere = await wordpress.test(
      { address: 'http://localhost:9/', user: 'author' },
      { password: 'x' },
      effects,
    );
    expect(elsewhere).toMatchObject({ ok: false, failure: { kind: 'target', trouble: 'unreachable' } });
  });

  test('gets the post of the brief: text, images once, tags, category, featured image, and its own address in the share row', async () => {
    const writer = await createWriter(url, users.author, baicPost(), 'brief');
    const { categories = [] } = writer.to.account.offers;
    const category = categories.find(({ text }) => text === 'Industry news')?.value ?? '';
    const outcome = await writer.publish({
      options: { status: 'publish', categories: category, featured: 'images/02-leather.png' },
    });
    expect(outcome).toMatchObject({ ok: true, value: { status: 'publish' } });
    const stored = await read(writer.known.earlier);
    expect(stored).toMatchObject({
      status: 'publish',
      slug: 'automobile-industry-openness-cooperation',
      categories: [Number(category)],
    });
    expect(stored.title.raw.replace('&amp;', '&')).toBe(baicPost().title);
    expect(stored.tags).toHaveLength(3);
    expect(stored.excerpt.raw).toContain('Lower tariffs');
    const five = (await media()).filter(({ slug }) => slug.startsWith('clipsheet-'));
    expect(five.map(({ alt_text }) => alt_text).sort()).toEqual(
      [1, 2, 3, 4, 5].map((n) => `Pebbled leather with a stitched seam, sample 0${n}`),
    );
    expect(five.find(({ id }) => id === stored.featured_media)?.alt_text).toMatch(/sample 02$/);
    const page = await (await fetch(stored.link)).text();
    for (const words of [
      'ignite the driving force of innovation engines',
      'Automotive Leather Supplier in China 05',
      'Studio Ling',
      'China Auto Review',
      'Share this post',
      encodeURIComponent(stored.link),
    ])
      expect(page).toContain(words);
    expect(page.match(/<img[^>]+wp-image-\d+/g)).toHaveLength(5);
    expect(page).toMatch(/wp-post-image/);
  });

  test('publishing again changes the same post and sends no image twice', async () => {
    const writer = await createWriter(url, users.author, baicPost({ slug: 'again' }), 'again');
    await writer.publish();
    const before = (await media()).length;
    const uploads = proxy.seen.filter((line) => line.startsWith('POST') && line.includes('/media')).length;
    const outcome = await writer.publish({ post: baicPost({ slug: 'again', title: 'Another headline' }) });
    expect(outcome).toMatchObject({ ok: true });
    expect((await postsOf('again')).map(({ title }) => title.raw)).toEqual(['Another headline']);
    expect((await media()).length).toBe(before);
    expect(proxy.seen.filter((line) => line.startsWith('POST') && line.includes('/media')).length).toBe(uploads);
  });

  test.each([
    ['the post', 70, /^POST .*\/posts\?/],
    ['an image', 72, /^POST .*\/media/],
    ['the last step', 74, /^POST .*\/posts\/\d+/],
  ])('one post, whatever answer is lost on the way: that of %s', async (name, width, lost) => {
    const key = `lost${name.replaceAll(' ', '')}`;
    const images = [1, 2].map((nth) => image(nth, {}, [width, 40]));
    const post = baicPost({ slug: key, images, parts: [{ kind: 'gallery', title: '', images }] });
    const writer = await createWriter(url, users.author, post, key);
    let cut = 0;
    proxy.fate(({ method, path }) => (lost.test(`${method} ${path}`) && cut++ === 0 ? 'cut' : 'answer'));
    const first = await writer.publish({ options: { status: 'publish' } });
    proxy.fate(null);
    expect(first).toMatchObject({ ok: false, failure: { kind: 'target', trouble: 'unreachable' } });
    const uploads = (await media()).length;
    const second = await writer.publish({ options: { status: 'publish' } });
    expect(second).toMatchObject({ ok: true });
    expect((await postsOf(key)).map(({ status }) => status)).toEqual(['publish']);
    expect((await media()).length).toBeLessThanOrEqual(uploads + 1);
    const names = (await media()).map(({ slug }) => slug);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((one) => /-\d$/.test(one))).toEqual([]);
  });

  test('goes on where it stopped: what was refused, and what was cancelled, leaves the images that are there', async () => {
    const images = [1, 2, 3].map((nth) => image(nth, {}, [61 + nth, 40]));
    const post = baicPost({ slug: 'stops', images, parts: [{ kind: 'gallery', title: '', images }] });
    const writer = await createWriter(url, users.author, post, 'stops');
    for (const [status, trouble] of [
      [413, 'too-large'],
      [429, 'busy'],
      [500, 'broken'],
      [403, 'forbidden'],
      [401, 'login'],
    ] as const) {
      let sent = 0;
      proxy.fate(({ method, path }) =>
        method === 'POST' && path.includes('/media') && sent++ >= 0 ? status : 'answer',
      );
      expect(await writer.publish()).toMatchObject({
        ok: false,
        failure: { kind: 'target', trouble, ...(status === 429 && { seconds: 7 }) },
      });
    }
    const control = new AbortController();
    let sent = 0;
    proxy.fate(({ method, path }) => {
      if (method === 'POST' && path.includes('/media') && ++sent === 2) control.abort();
      return 'answer';
    });
    expect(await writer.publish({}, control.signal)).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    proxy.fate(null);
    expect(Object.keys(writer.known.uploads)).toHaveLength(1);
    expect(await postsOf('stops')).toEqual([]);
    const from = proxy.seen.length;
    expect(await writer.publish()).toMatchObject({ ok: true });
    const after = proxy.seen.slice(from).filter((line) => line.startsWith('POST') && line.includes('/media'));
    expect(after.length).toBeLessThanOrEqual(2);
    expect((await media()).map(({ slug }) => slug).filter((slug) => /-\d$/.test(slug))).toEqual([]);
  });

  test('sees that somebody edited the post there: shows both, overwrites only when asked', async () => {
    const writer = await createWriter(url, users.editor, chinesePost({ slug: 'edited' }), 'edited');
    await writer.publish({ options: { status: 'publish' } });
    const stored = await read(writer.known.earlier);
    const content = stored.content.raw.replace('出口继续增长', '出口继续大幅增长');
    await ask(`posts/${stored.id}`, { method: 'POST', body: JSON.stringify({ content }) });
    const refused = await writer.publish({ options: { status: 'publish' } });
    expect(refused).toMatchObject({
      ok: false,
      failure: { kind: 'remote-changed', remote: { title: chinesePost().title } },
    });
    expect(!refused.ok && refused.failure.kind === 'remote-changed' && refused.failure.remote.text).toContain(
      '出口继续大幅增长',
    );
    expect((await read(writer.known.earlier)).content.raw).toContain('出口继续大幅增长');
    expect(await wordpress.check(writer.known.earlier as RemotePost, writer.to, effects)).toMatchObject({
      ok: true,
      value: { state: 'changed' },
    });
    expect(await writer.publish({ options: { status: 'publish' }, overwrite: true })).toMatchObject({ ok: true });
    expect((await read(writer.known.earlier)).content.raw).not.toContain('大幅');
    expect(await wordpress.check(writer.known.earlier as RemotePost, writer.to, effects)).toMatchObject({
      ok: true,
      value: { state: 'same' },
    });
  });

  test('takes a post back: a notice at its top that stays when the post is updated, a draft, the bin', async () => {
    const writer = await createWriter(url, users.author, baicPost({ slug: 'back' }), 'back');
    await writer.publish({ options: { status: 'publish' } });
    const take = async (how: Parameters<typeof wordpress.retract>[1]) => {
      const done = await wordpress.retract(writer.known.earlier as RemotePost, how, writer.to, effects);
      if (done.ok) writer.known.earlier = done.value;
      return done;
    };
    expect(await take({ kind: 'correction', text: 'Tariffs fell in May, <b>not</b> in [June].' })).toMatchObject({
      ok: true,
    });
    const notice = 'Tariffs fell in May, &lt;b&gt;not&lt;/b&gt; in &#091;June].';
    expect(
      (await read(writer.known.earlier)).content.raw.startsWith(
        '<!-- wp:paragraph {"className":"clipsheet-correction"} -->',
      ),
    ).toBe(true);
    expect(await writer.publish({ options: { status: 'publish' } })).toMatchObject({ ok: true });
    expect((await read(writer.known.earlier)).content.raw.split(notice)).toHaveLength(2);
    expect(await take({ kind: 'draft' })).toMatchObject({ ok: true, value: { status: 'draft' } });
    expect(await take({ kind: 'trash' })).toMatchObject({ ok: true, value: { status: 'trash' } });
    expect(await wordpress.check(writer.known.earlier as RemotePost, writer.to, effects)).toEqual({
      ok: true,
      value: { state: 'gone' },
    });
    // Out of the bin again, at the address it had.
    expect(await writer.publish({ options: { status: 'publish' }, overwrite: true })).toMatchObject({ ok: true });
    expect(await read(writer.known.earlier)).toMatchObject({ status: 'publish', slug: 'back' });
  });

  test('a contributor hands in for review, without images, and cannot publish', async () => {
    const writer = await createWriter(url, users.contributor, baicPost({ slug: 'handed-in' }), 'handedin');
    const fields = wordpress.postFields(writer.to.account, { images: [] });
    expect(fields.find(({ name }) => name === 'status')?.choices?.map(({ value }) => value)).toEqual([
      'draft',
      'pending',
    ]);
    expect(await writer.publish({ options: { status: 'pending' } })).toMatchObject({
      ok: true,
      value: { status: 'pending' },
    });
    expect((await read(writer.known.earlier)).content.raw).not.toContain('<img');
    expect(await writer.publish({ options: { status: 'publish' } })).toMatchObject({
      ok: false,
      failure: { trouble: 'forbidden' },
    });
  });

  test('is scheduled for a time of the person’s own clock', async () => {
    const writer = await createWriter(url, users.editor, chinesePost({ slug: 'later' }), 'later');
    const date = '2031-05-04T09:30';
    const author = writer.to.account.offers.authors?.find(({ text }) => text === 'author')?.value ?? '';
    expect(await writer.publish({ options: { status: 'future', date, author } })).toMatchObject({
      ok: true,
      value: { status: 'future' },
    });
    const stored = await read(writer.known.earlier);
    expect(stored.date_gmt).toBe(new Date(date).toISOString().slice(0, 19));
    expect(String(stored.author)).toBe(author);
  });

  test('stores nothing that runs, whatever the post says, and runs no shortcode', async () => {
    for (const role of ['editor', 'author'] as const) {
      const writer = await createWriter(url, users[role], hostilePost(), `hostile${role}`);
      expect(await writer.publish({ options: { status: 'publish' } })).toMatchObject({ ok: true });
      const { raw } = (await read(writer.known.earlier)).content;
      expect(raw.replace(/"[^"]*"/g, '""').match(/<(script|iframe|svg|form|img src=x)|<[^>]*\son\w+=/gi)).toBeNull();
      expect(raw).not.toMatch(/(href|src)="(?!https?:|mailto:|#)/);
    }
    const shortcode = baicPost({
      slug: 'shortcode',
      images: [],
      parts: [{ kind: 'commentary', markdown: 'Say `[gallery ids="1"]`, [gallery], and [caption]x[/caption].' }],
    });
    const writer = await createWriter(url, users.editor, shortcode, 'shortcode');
    await writer.publish({ options: { status: 'publish' } });
    const page = await (await fetch((await read(writer.known.earlier)).link)).text();
    expect(page.replaceAll('&#091;', '[').replaceAll('&#91;', '[')).toContain('[gallery], and [caption]x[/caption].');
  });

  test('the password is worthless once it was revoked', async () => {
    const made = await ask<{ password: string }>('users/me/application-passwords', {
      method: 'POST',
      body: JSON.stringify({ name: 'to revoke' }),
    });
    const to = await connect(url, { ...users.administrator, applicationPassword: made.password });
    expect(await wordpress.revoke?.(to, effects)).toEqual({ ok: true, value: null });
    expect(await wordpress.test(to.fields, to.secrets, effects)).toMatchObject({
      ok: false,
      failure: { trouble: 'login' },
    });
  });
});
