// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { astro } from '../../../lib/publish/astro';
import { baicPost, chinesePost } from '../render/posts';
import { unzipped } from './unzipped';

describe('Astro', () => {
  test('gets a folder with its images and the fields of the blog template', async () => {
    const { paths, front, body } = await unzipped(astro, baicPost());
    const folder = 'src/content/blog/automobile-industry-openness-cooperation';
    expect(paths.slice(0, 2)).toEqual([`${folder}/index.md`, `${folder}/images/01-leather.png`]);
    expect(body).toContain('](./images/01-leather.png)');
    expect(front).toMatchObject({
      pubDate: '2026-03-05T09:00:00+08:00',
      updatedDate: '2026-03-06T10:00:00+08:00',
      heroImage: './images/01-leather.png',
    });
  });

  test('has a description always, since the template requires one', async () => {
    const { front } = await unzipped(astro, chinesePost({ standfirst: '', parts: [] }));
    expect(front.description).toBe(chinesePost().title);
  });
});
