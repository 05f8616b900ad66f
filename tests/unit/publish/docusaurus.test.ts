// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { docusaurus } from '../../../lib/publish/docusaurus';
import { baicPost, chinesePost } from '../render/posts';
import { unzipped } from './unzipped';

describe('Docusaurus', () => {
  test('gets a folder by its day with its images, not as MDX', async () => {
    const { paths, front, body } = await unzipped(docusaurus, baicPost());
    const folder = 'blog/2026-03-05-automobile-industry-openness-cooperation';
    expect(paths.slice(0, 2)).toEqual([`${folder}/index.md`, `${folder}/images/01-leather.png`]);
    expect(body).toContain('](./images/01-leather.png)');
    expect(front).toMatchObject({
      format: 'md',
      authors: [{ name: 'Mingxin Leather' }],
      last_update: { date: '2026-03-06T10:00:00+08:00' },
    });
  });

  test('says nothing of an author or a change that there is not', async () => {
    const { front } = await unzipped(docusaurus, chinesePost({ author: '' }));
    expect(front).not.toHaveProperty('authors');
    expect(front).not.toHaveProperty('last_update');
  });

  test('is escaped for MDX all the same', async () => {
    const markdown = '{a} <b> ::note\n\nhttps://a.example/';
    const { body } = await unzipped(docusaurus, baicPost({ parts: [{ kind: 'commentary', markdown }] }));
    expect(body).toContain('&#x7B;a} \\<b>');
    expect(body).toContain('[https://a.example/](https://a.example/)');
    expect(body).not.toMatch(/^:::?/m);
  });
});
