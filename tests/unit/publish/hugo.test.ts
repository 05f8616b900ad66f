// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { hugo } from '../../../lib/publish/hugo';
import { baicPost, chinesePost, safe } from '../render/posts';
import { unzipped } from './unzipped';

const withCode = (code: string) => {
  const post = baicPost({ standfirst: '', images: [] });
  const [source] = post.sources;
  if (!source) throw new Error('the sample post has a source');
  const html = safe(`<pre><code>${code.replaceAll('<', '&lt;')}</code></pre>`);
  return { ...post, parts: [{ kind: 'text' as const, html, images: {}, source }] };
};

describe('Hugo', () => {
  test('gets a page bundle in content/posts', async () => {
    const { name, paths, front, body } = await unzipped(hugo, chinesePost());
    expect(name).toBe('xin-neng-yuan-qi-che-hugo.zip');
    const folder = 'content/posts/xin-neng-yuan-qi-che';
    expect(paths).toEqual([
      `${folder}/index.md`,
      `${folder}/images/01-lead.png`,
      `${folder}/images/02-leather.png`,
      `${folder}/images/03-leather.png`,
    ]);
    expect(body).toContain('](images/01-lead.png)');
    expect(body).toContain('[^1-1]');
    expect(front).toMatchObject({
      slug: 'xin-neng-yuan-qi-che',
      images: ['images/01-lead.png'],
      tags: ['新能源', '汽车内饰'],
    });
  });

  test('keeps its typographer from changing the marks of a text', async () => {
    const { body } = await unzipped(hugo, baicPost({ parts: [{ kind: 'commentary', markdown: '"A" -- \'b\' ...' }] }));
    expect(body).toContain(String.raw`\"A\" \-- \'b\' \...`);
  });

  test('has shortcodes in code as comments, and as words where one has no end', async () => {
    expect((await unzipped(hugo, withCode('{{< fig >}} {{% x %}}'))).body).toContain('{{</* fig */>}} {{%/* x */%}}');
    const open = (await unzipped(hugo, withCode('{{< fig'))).body;
    expect(open).not.toContain('```');
    expect(open).toContain('&#x7B;&#x7B;');
  });
});
