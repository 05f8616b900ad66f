import { describe, expect, it } from 'vitest';
import { createPost } from '../../../../lib/compose/create-post';
import { applyTemplate } from '../../../../lib/compose/templates/apply';
import type { Clip } from '../../../../lib/model/clip';
import type { Block, Post, PostImage } from '../../../../lib/model/post';
import { defaultSettings } from '../../../../lib/model/settings';
import { clipImage, makeImage, makeMaterials, noon } from '../make';
import { clipsOf, fill, type Given, optionsOf } from './make';

const clips = clipsOf({ title: 'One', tags: ['EV'] }, { title: 'Two', tags: [] });
const given: Given = { clips };
const titles = clips.map(({ title }) => title);
let last = 0;
const fresh = (): Promise<Post> => {
  const newBlockId = () => `post${++last}` as Block['id'];
  return createPost(clips, { id: 'p' as Post['id'], newBlockId, now: noon, settings: defaultSettings, language: 'en' });
};
const shape = ({ blocks }: Post) => blocks.map((block) => (block.kind === 'commentary' ? block.markdown : block.kind));
const write = (post: Post, kind: Block['kind'], change: (block: never) => object): Post => {
  const at = post.blocks.findIndex((block) => block.kind === kind);
  const blocks = post.blocks.map((block, i) => (i === at ? ({ ...block, ...change(block as never) } as Block) : block));
  return { ...post, blocks };
};
const quote = (text: string) => ({ id: 'q' as Block['id'], text, comment: 'mine' });

const news = {
  title: 'News: {{title}}',
  standfirst: 'Today',
  body: '# Intro\n{{commentary}}\n{{excerpt}}\n{{gallery}}\n{{share}}',
};
const list = { title: 'List', body: '{{write}}\n{{digest:"none"}}\n## End\n{{source}}' };

describe('a template on a post', () => {
  it('puts the parts in its order and fills the fields that nobody wrote', async () => {
    const post = applyTemplate(await fresh(), fill(news, given), null, titles);
    expect(post).toMatchObject({ title: 'News: One', standfirst: 'Today', tags: ['EV'] });
    expect(shape(post)).toEqual(['# Intro', '', 'clip', 'clip', 'gallery', 'source', 'share']);
  });

  it('keeps what was written: in its own place, or before the sources', async () => {
    let post = { ...(await fresh()), title: 'Mine', standfirst: 'Because' };
    post = write(post, 'commentary', () => ({ markdown: 'My words.' }));
    post = write(post, 'clip', () => ({ use: 'quotes', quotes: [quote('said')] }));
    post = {
      ...post,
      blocks: [...post.blocks, { id: 'x' as Block['id'], kind: 'commentary', markdown: 'More words.' }],
    };
    const after = applyTemplate(post, fill(news, given), null, titles);
    expect(after).toMatchObject({ title: 'Mine', standfirst: 'Because' });
    expect(shape(after)).toEqual(['# Intro', 'My words.', 'clip', 'clip', 'gallery', 'More words.', 'source', 'share']);
    expect(after.blocks[2]).toMatchObject({ use: 'quotes', quotes: [{ text: 'said', comment: 'mine' }] });
    const digested = applyTemplate(post, fill(list, given), null, titles);
    expect(shape(digested)).toEqual(['My words.', 'digest', '## End', 'clip', 'More words.', 'source']);
  });

  it('changes nothing the second time', async () => {
    const first = fill(news, given);
    const once = applyTemplate(await fresh(), first, null, titles);
    const again = applyTemplate(once, fill(news, given), first, titles);
    const ids = (post: Post) => JSON.stringify(post).replaceAll(/"id":"\w+"/gu, '');
    expect(ids(again)).toBe(ids(once));
  });

  it('takes away what another template gave and nobody touched, and keeps what somebody did', async () => {
    const first = fill(list, given);
    const made = applyTemplate(await fresh(), first, null, titles);
    expect(shape(applyTemplate(made, fill(news, given), first, titles))).toEqual([
      '# Intro',
      '',
      'clip',
      'clip',
      'gallery',
      'source',
      'share',
    ]);
    const touched = write(made, 'digest', (block: Extract<Block, { kind: 'digest' }>) => ({
      groups: block.groups.map((group) => ({ ...group, title: 'My group' })),
    }));
    const after = applyTemplate(touched, fill(news, given), first, titles);
    expect(shape(after)).toEqual(['# Intro', '', 'clip', 'clip', 'gallery', 'digest', 'source', 'share']);
    expect(after).toMatchObject({ title: 'News: One' });
  });

  it('joins images, reports and notes with those that are there', async () => {
    const materials = makeMaterials({
      clips,
      images: [
        makeImage('a', { clipId: clips[0]?.id as Clip['id'] }),
        makeImage('b', { clipId: clips[0]?.id as Clip['id'] }),
      ],
    });
    const own: PostImage = clipImage('i', 'a', { caption: 'My caption' });
    const post = write(await fresh(), 'gallery', () => ({ images: [own] }));
    const noted = { clips: clips.map((clip) => ({ ...clip, note: 'A note.' })), materials };
    const after = applyTemplate(
      write(post, 'commentary', () => ({ markdown: 'Mine.' })),
      fill(news, noted),
      null,
      titles,
    );
    expect(after.blocks[1]).toMatchObject({ markdown: 'Mine.\n\nA note.\n\nA note.' });
    expect(after.blocks.find((block) => block.kind === 'gallery')).toMatchObject({
      images: [{ caption: 'My caption' }, { from: { imageId: 'b' } }],
    });
    const half = { ...optionsOf(given), clips: clips.slice(0, 1) };
    const digested = applyTemplate(await fresh(), fill(list, half), null, titles);
    const told = write(digested, 'digest', (block: Extract<Block, { kind: 'digest' }>) => ({
      groups: block.groups.map((group) => ({
        ...group,
        entries: group.entries.map((entry) => ({ ...entry, comment: 'Said.' })),
      })),
    }));
    const full = applyTemplate(told, fill(list, given), null, titles).blocks.find((block) => block.kind === 'digest');
    expect(full?.groups.flatMap(({ entries }) => entries)).toMatchObject([
      { clipId: 'clip-0', comment: 'Said.' },
      { clipId: 'clip-1', comment: '' },
    ]);
  });
});
