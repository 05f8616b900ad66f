// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { jekyll } from '../../../lib/publish/jekyll';
import { baicPost, chinesePost, safe } from '../render/posts';
import { unzipped } from './unzipped';

const withCode = (code: string) => {
  const post = baicPost({ standfirst: '', images: [] });
  const [source] = post.sources;
  if (!source) throw new Error('the sample post has a source');
  const html = safe(`<pre><code>${code.replaceAll('<', '&lt;')}</code></pre>`);
  return { ...post, parts: [{ kind: 'text' as const, html, images: {}, source }] };
};

describe('Jekyll', () => {
  test('gets a post by its day, and images among the assets under the base of the site', async () => {
    const { paths, front, body } = await unzipped(jekyll, chinesePost());
    expect(paths.slice(0, 2)).toEqual([
      '_posts/2026-04-05-xin-neng-yuan-qi-che.md',
      'assets/images/xin-neng-yuan-qi-che/01-lead.png',
    ]);
    expect(body).toContain("]({{'/assets/images/xin-neng-yuan-qi-che/01-lead.png'|relative_url}})");
    expect(front).toMatchObject({
      layout: 'post',
      date: '2026-04-05 10:00:00 +0800',
      image: '/assets/images/xin-neng-yuan-qi-che/01-lead.png',
    });
  });

  test('has nothing that Liquid would run but the addresses of its images', async () => {
    const { body } = await unzipped(jekyll, withCode('{{ site.x }} {% endraw %}'));
    expect(body).toContain("{{ '{' }}{ site.x }} {{ '{' }}% endraw %}");
    const { body: words } = await unzipped(
      jekyll,
      baicPost({ parts: [{ kind: 'commentary', markdown: '{{ a }} {: .b} x | y' }] }),
    );
    expect(words).toContain('&#x7B;&#x7B; a }} &#x7B;: .b} x \\| y');
  });
});
