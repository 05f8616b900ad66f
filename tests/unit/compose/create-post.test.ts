import { describe, expect, it } from 'vitest';
import { addressOf, createPost } from '../../../lib/compose/create-post';
import type { BlockId, ClipId, PostId } from '../../../lib/model/ids';
import { defaultSettings } from '../../../lib/model/settings';
import { makeClip, noon } from './make';

let made = 0;
const options = {
  id: 'p' as PostId,
  newBlockId: () => `b${made++}` as BlockId,
  now: noon,
  settings: { ...defaultSettings, author: 'Marketing', blogUrl: 'https://blog.example.com/news' },
  language: 'en',
};

describe('a new post', () => {
  it('takes headline, language and slug from the first clip and tags from all', async () => {
    const second = makeClip({ id: 'clip-b' as ClipId, title: '第二篇', language: 'zh-CN', tags: ['baic', '真皮'] });
    const post = await createPost([makeClip(), second], options);
    expect(post).toMatchObject({
      title: 'Deepen Openness & Cooperation',
      slug: 'deepen-openness-cooperation',
      slugEdited: false,
      language: 'en',
      author: 'Marketing',
      standfirst: '',
      tags: ['BAIC', '真皮'],
      canonicalUrl: 'https://blog.example.com/news/deepen-openness-cooperation/',
      status: 'draft',
    });
    expect(post.blocks.map((block) => block.kind)).toEqual([
      'commentary',
      'clip',
      'clip',
      'gallery',
      'source',
      'share',
    ]);
    expect(new Set(post.blocks.map((block) => block.id)).size).toBe(6);
  });

  it('uses an article as an excerpt and never as its full text', async () => {
    const post = await createPost([makeClip()], options);
    expect(post.blocks[1]).toMatchObject({ kind: 'clip', use: 'excerpt', quotes: [], inlineImages: [] });
  });

  it('quotes what was selected by hand', async () => {
    const texts = new Map([['clip-a' as ClipId, 'First words.\n\nSecond words.']]);
    const post = await createPost([makeClip({ kind: 'selection' })], { ...options, texts });
    expect(post.blocks[1]).toMatchObject({
      use: 'quotes',
      quotes: [{ text: 'First words.' }, { text: 'Second words.' }],
    });
  });

  it('can be made of nothing', async () => {
    const post = await createPost([], { ...options, settings: defaultSettings, language: 'zh-CN' });
    expect(post).toMatchObject({ title: '', slug: 'post-2026-11-22', language: 'zh-CN', canonicalUrl: '' });
  });
});

it('an address joins blog and slug, whether or not the blog ends in a slash', () => {
  expect(addressOf('https://b.example/news/', 'x')).toBe('https://b.example/news/x/');
  expect(addressOf('https://b.example', 'x')).toBe('https://b.example/x/');
  expect(addressOf('', 'x')).toBe('');
});
