// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { hexo } from '../../../lib/publish/hexo';
import { baicPost, chinesePost } from '../render/posts';
import { unzipped } from './unzipped';

describe('Hexo', () => {
  test('gets a post with its templates off, and images that every configuration copies', async () => {
    const { paths, front, body } = await unzipped(hexo, chinesePost());
    expect(paths.slice(0, 2)).toEqual([
      'source/_posts/xin-neng-yuan-qi-che.md',
      'source/images/xin-neng-yuan-qi-che/01-lead.png',
    ]);
    expect(body).toContain('](/images/xin-neng-yuan-qi-che/01-lead.png)');
    expect(front).toMatchObject({ disableNunjucks: true, date: '2026-04-05 10:00:00' });
  });

  test('has footnotes as numbers and a list', async () => {
    const { body } = await unzipped(hexo, chinesePost());
    expect(body).toMatch(/三件事\\\[1\]/);
    expect(body).toMatch(/## 注释\n\n1\. 依据公司 2026 年计划。\n/);
  });

  test('keeps braces as they are', async () => {
    const { body } = await unzipped(
      hexo,
      baicPost({ parts: [{ kind: 'commentary', markdown: '{{ a }} {% b %}' }], images: [] }),
    );
    expect(body).toContain('{{ a }} {% b %}');
  });
});
