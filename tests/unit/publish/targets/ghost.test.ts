// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { ghostHtml } from '../../../../lib/publish/ghost/publish-post';
import { ghost } from '../../../../lib/publish/targets/ghost';
import { createRendering } from '../../../../lib/render/rendering';
import { baicPost, chinesePost } from '../../render/posts';
import { attempts, connection, effectsFor } from './connected';
import { breaking } from './forge-server';
import { adminKey, ghostServer } from './ghost-server';

const fields = { address: 'https://blog.example/' };
const place = connection(ghost, fields, { key: adminKey });

describe('Ghost', () => {
  test('is connected by address and key, and the key is proven', async () => {
    const { server } = ghostServer();
    const effects = effectsFor(server);
    const test = (address: string, key: string) => ghost.test({ address }, { key }, effects);
    expect(await test('blog.example/ghost/#/posts', adminKey)).toMatchObject({
      ok: true,
      value: { name: 'The blog', fields },
    });
    expect(await test('blog.example', 'nonsense')).toMatchObject({ failure: { trouble: 'login' } });
    expect(await test('blog.example', adminKey.replace('0f', '00'))).toMatchObject({ failure: { trouble: 'login' } });
    expect(await test('http://blog.example', adminKey)).toMatchObject({ failure: { trouble: 'insecure' } });
  });

  test('gets the images, then the post with its tags', async () => {
    const { server, posts, images } = ghostServer();
    const run = attempts(baicPost(), { status: 'published', featured: 'images/01-leather.png' });
    const result = await ghost.publish(run.job(), place, run.reports, effectsFor(server));
    expect(result).toMatchObject({ ok: true, value: { remoteId: 'p1', status: 'published' } });
    expect(images).toHaveLength(5);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({ title: baicPost().title, status: 'published', feature_image: images[0] });
    expect(posts[0]?.tags.map(({ name }) => name)).toEqual([...baicPost().tags, '#clip-abc123']);
    for (const image of images) expect(posts[0]?.html).toContain(`src="${image}"`);
    expect(run.steps.at(-1)).toEqual([6, 6]);
  });

  test('has one post after a lost answer, and each image once', async () => {
    const { server, posts, images } = ghostServer();
    const run = attempts();
    const lostPost = ({ method, url }: { method: string; url: URL }) =>
      method === 'POST' && url.pathname.endsWith('/posts/');
    const effects = effectsFor(breaking(server, lostPost));
    expect(await ghost.publish(run.job(), place, run.reports, effects)).toMatchObject({
      failure: { trouble: 'unreachable' },
    });
    expect(await ghost.publish(run.job(), place, run.reports, effects)).toMatchObject({ ok: true });
    expect([posts.length, images.length]).toEqual([1, 5]);
  });

  test('has one post, never two that can be read, when the browser sends a request again by itself', async () => {
    const { server, posts } = ghostServer();
    const run = attempts(baicPost(), { status: 'published' });
    const seen: string[][] = [];
    const twice = effectsFor((asked) => {
      if (asked.method === 'POST' && asked.url.pathname.endsWith('/posts/')) server(asked);
      seen.push(posts.map(({ status }) => status));
      return server(asked);
    });
    expect(await ghost.publish(run.job(), place, run.reports, twice)).toMatchObject({
      ok: true,
      value: { remoteId: 'p1', status: 'published' },
    });
    expect(posts).toMatchObject([{ id: 'p1', status: 'published' }]);
    expect(seen).toContainEqual(['draft', 'draft']);
    expect(seen.filter((states) => states.filter((status) => status !== 'draft').length > 1)).toEqual([]);
  });

  test('goes on with the images where the line broke', async () => {
    const { server, images } = ghostServer();
    const run = attempts();
    let sent = 0;
    const effects = effectsFor(breaking(server, ({ url }) => url.pathname.includes('/images/') && ++sent === 3));
    expect(await ghost.publish(run.job(), place, run.reports, effects)).toMatchObject({
      failure: { detail: 'images/03-leather.png' },
    });
    expect(Object.keys(run.uploads)).toHaveLength(2);
    expect(await ghost.publish(run.job(), place, run.reports, effects)).toMatchObject({ ok: true });
    expect(images).toHaveLength(6); // the third was taken, but Ghost never said so
  });

  test('shows what somebody changed there, also between look and write', async () => {
    const { server, posts, touch } = ghostServer();
    const run = attempts();
    const first = await ghost.publish(run.job(), place, run.reports, effectsFor(server));
    const earlier = first.ok ? first.value : null;
    const [post] = posts;
    if (!post) throw new Error('no post');
    const racing = effectsFor((asked) => {
      if (asked.method === 'PUT') touch(post);
      return server(asked);
    });
    expect(await ghost.publish(run.job({ earlier }), place, run.reports, racing)).toMatchObject({
      failure: { kind: 'remote-changed' },
    });
    post.html = '<p>Their &amp; words</p>';
    const refused = await ghost.publish(run.job({ earlier }), place, run.reports, effectsFor(server));
    expect(refused).toMatchObject({ failure: { kind: 'remote-changed', remote: { text: 'Their & words' } } });
    expect(post.html).toContain('Their');
    expect(
      await ghost.publish(run.job({ earlier, overwrite: true }), place, run.reports, effectsFor(server)),
    ).toMatchObject({ ok: true });
    expect(post.html).toContain('Xu Heyi');
  });

  test('takes posts back: to a draft, with a correction, or away', async () => {
    const { server, posts } = ghostServer();
    const run = attempts(baicPost(), { status: 'published' });
    const effects = effectsFor(server);
    const first = await ghost.publish(run.job(), place, run.reports, effects);
    if (!first.ok) throw new Error('not published');
    const corrected = await ghost.retract(first.value, { kind: 'correction', text: 'A <b> name' }, place, effects);
    expect(posts[0]?.html).toMatch(/^<p><strong>A &lt;b&gt; name<\/strong><\/p>/);
    if (!corrected.ok) throw new Error('not corrected');
    expect(await ghost.retract(corrected.value, { kind: 'draft' }, place, effects)).toMatchObject({
      value: { status: 'draft' },
    });
    expect(await ghost.retract(corrected.value, { kind: 'trash' }, place, effects)).toMatchObject({
      value: { status: 'trash' },
    });
    expect(posts).toEqual([]);
    expect(await ghost.check(corrected.value, place, effects)).toMatchObject({ value: { state: 'gone' } });
  });

  test('keeps the source of every quotation, which it would drop as a caption', () => {
    const html = ghostHtml(createRendering(chinesePost()).fragment((path) => path));
    expect(html).not.toMatch(/<figure><blockquote/);
    expect(html.match(/<\/blockquote><p>— /g)).toHaveLength(2);
  });
});
