// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { eleventy } from '../../../lib/publish/eleventy';
import { baicPost, chinesePost } from '../render/posts';
import { unzipped } from './unzipped';

describe('Eleventy', () => {
  test('gets a folder with its images, and templates off', async () => {
    const { paths, front, body } = await unzipped(eleventy, chinesePost());
    expect(paths.slice(0, 2)).toEqual([
      'content/blog/xin-neng-yuan-qi-che/index.md',
      'content/blog/xin-neng-yuan-qi-che/images/01-lead.png',
    ]);
    expect(body).toContain('](images/01-lead.png)');
    expect(body).not.toContain('[^');
    expect(front).toMatchObject({ templateEngineOverride: 'md', date: '2026-04-05T10:00:00+08:00' });
  });

  test('keeps braces as they are', async () => {
    const { body } = await unzipped(eleventy, baicPost({ parts: [{ kind: 'commentary', markdown: '{{ a }}' }] }));
    expect(body).toContain('{{ a }}');
  });
});
