import { describe, expect, it } from 'vitest';
import { resolvePost } from '../../../lib/compose/resolve-post';
import type { SafeHtml } from '../../../lib/model/article-html';
import type { BlockId, ClipId, ImageId, StandingId } from '../../../lib/model/ids';
import type { Block, Post } from '../../../lib/model/post';
import type { ResolvedPost } from '../../../lib/model/resolved-post';
import {
  clipImage,
  english,
  makeAsset,
  makeBody,
  makeClip,
  makeImage,
  makeMaterials,
  makePost,
  makeStanding,
  noon,
  ownImage,
} from './make';

const options = { now: noon };
const gallery = (...images: ReturnType<typeof clipImage>[]): Block => ({
  id: 'g' as BlockId,
  kind: 'gallery',
  title: ' Seats ',
  images,
});

async function resolved(
  post: Post,
  ...rest: Parameters<typeof resolvePost> extends [Post, ...infer Rest] ? Rest : never
) {
  const result = await resolvePost(post, ...rest);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value satisfies ResolvedPost;
}

describe('a digest', () => {
  const entry = (id: string, clipId: string, also: string[] = []) => ({
    id: id as BlockId,
    clipId: clipId as ClipId,
    comment: ' Why. ',
    also: also as ClipId[],
  });
  const clips = ['a', 'b', 'c'].map((id) =>
    makeClip({ id: id as ClipId, title: `Title ${id}`, canonicalUrl: `https://${id}.example/1` }),
  );
  const digestOf = (...entries: ReturnType<typeof entry>[]): Block => ({
    id: 'd' as BlockId,
    kind: 'digest',
    groups: [
      { id: 'g1' as BlockId, title: ' Trade ', entries },
      { id: 'g2' as BlockId, title: 'Empty', entries: [] },
    ],
  });

  it('fills in each report with its source and those who have it too; what is gone is left out', async () => {
    const post = makePost({ blocks: [digestOf(entry('1', 'a', ['c', 'b']), entry('2', 'b'), entry('3', 'gone'))] });
    const { parts, sources } = await resolved(post, makeMaterials({ clips }), options);
    expect(parts).toMatchObject([
      {
        kind: 'digest',
        groups: [
          {
            title: 'Trade',
            entries: [
              {
                title: 'Title a',
                comment: 'Why.',
                source: { url: 'https://a.example/1' },
                also: [{ url: 'https://c.example/1' }],
              },
              { title: 'Title b', also: [] },
            ],
          },
        ],
      },
    ]);
    expect(sources.map(({ url }) => url)).toEqual(['https://a.example/1', 'https://b.example/1']);
  });
});

describe('what a post says of itself', () => {
  it('is its versions with an address, its notices newest first, and its moment', async () => {
    const at = Date.UTC(2026, 10, 25, 1);
    const post = makePost({
      notBefore: { at, zone: 'Asia/Shanghai' },
      notices: [
        { kind: 'correction', text: 'First.', at: noon },
        { kind: 'correction', text: ' ', at: noon },
        { kind: 'retraction', text: 'Second.', at: noon },
      ],
    });
    const versions = [
      makePost({ language: 'zh-CN', title: '开放', canonicalUrl: 'https://blog.example.com/zh/' }),
      makePost({ language: 'de', canonicalUrl: '' }),
    ];
    const made = await resolved(post, makeMaterials({ versions }), options);
    expect(made.notBefore).toBe('2026-11-25T01:00:00.000Z');
    expect(made.notices?.map(({ text }) => text)).toEqual(['Second.', 'First.']);
    expect(made.versions).toEqual([{ language: 'zh-CN', title: '开放', url: 'https://blog.example.com/zh/' }]);
  });
});

describe('quotes', () => {
  it('link to their place, to the very one where the words stand twice', async () => {
    const text = 'Demand fell in May. Prices rose.\nDemand fell in June. Prices rose.';
    const quote = (id: string, words: string, prefix = '', suffix = '') => ({
      id: id as BlockId,
      text: words,
      comment: '',
      from: { annotationId: 'n' as never, prefix, suffix },
    });
    const quotes = [quote('1', 'Prices rose.', 'in June. '), quote('2', 'not in the text')];
    const block: Block = {
      id: 'q' as BlockId,
      kind: 'clip',
      clipId: 'clip-a' as ClipId,
      use: 'quotes',
      quotes,
      inlineImages: [],
    };
    const { parts } = await resolved(
      makePost({ blocks: [block] }),
      makeMaterials({ bodies: [makeBody(text)] }),
      options,
    );
    const [part] = parts;
    const address = 'https://news.example.com/auto/openness';
    expect(part?.kind === 'quotes' && part.quotes.map(({ link }) => link)).toEqual([
      `${address}#:~:text=fell%20in%20June.-,Prices%20rose.`,
      address,
    ]);
  });
});

describe('other reports of the story', () => {
  const named = (...also: string[]) => {
    const post = makePost();
    const blocks = post.blocks.filter((block) => block.kind !== 'source');
    return { ...post, blocks: [...blocks, { id: 's' as BlockId, kind: 'source' as const, also: also as ClipId[] }] };
  };

  it('are named from the data of their clips, but not what the post draws on itself', async () => {
    const materials = makeMaterials();
    const [used] = [...materials.clips.values()];
    const other = makeClip({
      id: 'other' as ClipId,
      siteName: 'Reuters',
      url: 'https://reuters.example/1',
      canonicalUrl: null,
    });
    const clips = new Map(materials.clips).set(other.id, other);
    const post = await resolved(named('other', used?.id ?? '', 'gone'), { ...materials, clips }, options);
    expect(post.alsoCovered).toMatchObject([{ outlet: 'Reuters', url: 'https://reuters.example/1' }]);
    expect(post.sources.map((source) => source.url)).not.toContain('https://reuters.example/1');
  });
});

describe('a resolved post', () => {
  it('has its parts filled in, in order, without the empty ones', async () => {
    const post = await resolved(makePost(), makeMaterials(), options);
    expect(post.parts.map((part) => part.kind)).toEqual(['commentary', 'excerpt', 'source', 'share']);
    expect(post.parts[1]).toMatchObject({
      text: expect.stringMatching(/^Xu Heyi/u),
      source: {
        title: 'The Automobile Industry Should Deepen Its Openness & Cooperation',
        outlet: 'Auto News',
        byline: 'Li Wei',
        publishedAt: '2018-12-14',
        url: 'https://news.example.com/auto/openness',
        language: 'en',
        clippedAt: noon,
      },
    });
  });

  it('has the full text as it was clipped, with the images chosen and no others', async () => {
    const html =
      '<p>a</p><img src="https://img.example.com/a.png?x=1&amp;y=2"><img src="https://img.example.com/b.png">' as SafeHtml;
    const images = [
      makeImage('a', { url: 'https://img.example.com/a.png?x=1&y=2', caption: 'Leather 01' }),
      makeImage('b'),
      makeImage('lead'),
    ];
    const block: Block = {
      id: 'c' as BlockId,
      kind: 'clip',
      clipId: 'clip-a' as ClipId,
      use: 'full',
      quotes: [],
      inlineImages: ['a', 'lead'] as ImageId[],
    };
    const materials = makeMaterials({ bodies: [makeBody('a', { html })], images });
    const post = await resolved(makePost({ blocks: [block] }), materials, options);
    expect(post.parts).toMatchObject([
      { kind: 'text', html, images: { 'https://img.example.com/a.png?x=1&y=2': { path: 'images/01-leather-01.png' } } },
    ]);
    expect(post.images.map((image) => image.path)).toEqual(['images/01-leather-01.png']);
  });

  it('names image files by caption in any language and by what they really are', async () => {
    const materials = makeMaterials({
      images: [makeImage('a', { url: 'https://img.example.com/IMG_20.PNG?v=2' })],
      assets: [makeAsset('y', { name: 'Nappa Hide.png' })],
    });
    const block = gallery(clipImage('1', 'a', { caption: '真皮座椅' }), ownImage('2', 'y'), clipImage('3', 'a'));
    const post = await resolved(makePost({ blocks: [block] }), materials, options);
    expect(post.parts[0]).toMatchObject({
      title: 'Seats',
      images: [
        { path: 'images/01-zhen-pi-zuo-yi.png', caption: '真皮座椅' },
        { path: 'images/02-nappa-hide.jpg', bytes: { type: 'image/jpeg' } },
        { path: 'images/01-zhen-pi-zuo-yi.png', caption: '' },
      ],
    });
    expect(post.images).toHaveLength(2);
  });

  it('fails when bytes are missing or are no image, unless it may go without', async () => {
    const fake = { data: new TextEncoder().encode('<svg onload=alert(1)>'), type: 'image/png' };
    const materials = makeMaterials({
      images: [makeImage('a', { bytes: null }), makeImage('b')],
      assets: [makeAsset('y', { bytes: fake })],
    });
    const post = makePost({ blocks: [gallery(clipImage('1', 'a'), ownImage('2', 'y'), clipImage('3', 'b'))] });
    expect(await resolvePost(post, materials, options)).toEqual({
      ok: false,
      failure: { kind: 'image-unavailable', urls: ['https://img.example.com/a.png'] },
    });
    const without = await resolved(post, materials, { ...options, withoutMissingImages: true });
    expect(without.images.map((image) => image.path)).toEqual(['images/01-b.png']);
    const unreadable = makePost({ blocks: [gallery(ownImage('2', 'y'))] });
    expect(await resolvePost(unreadable, materials, options)).toMatchObject({
      failure: { kind: 'image-unreadable', names: ['y.jpg'] },
    });
  });

  it('is refused without outlet or link until somebody insists; then the host stands for the outlet', async () => {
    const materials = makeMaterials({ clips: [makeClip({ siteName: null })] });
    expect(await resolvePost(makePost(), materials, options)).toEqual({
      ok: false,
      failure: { kind: 'source-incomplete', clipTitles: ['Deepen Openness & Cooperation'] },
    });
    const post = await resolved(makePost(), materials, { ...options, insist: true });
    expect(post.sources[0]?.outlet).toBe('news.example.com');
  });

  it('lists each source once, in the order of the post', async () => {
    const clips = [makeClip(), makeClip({ id: 'clip-b' as ClipId, canonicalUrl: 'https://b.example/1' })];
    const use = (id: string, clipId: string): Block => ({
      id: id as BlockId,
      kind: 'clip',
      clipId: clipId as ClipId,
      use: 'excerpt',
      quotes: [],
      inlineImages: [],
    });
    const post = makePost({ blocks: [use('1', 'clip-b'), use('2', 'clip-a'), use('3', 'clip-b')] });
    const { sources } = await resolved(post, makeMaterials({ clips }), options);
    expect(sources.map((source) => source.url)).toEqual([
      'https://b.example/1',
      'https://news.example.com/auto/openness',
    ]);
  });

  it('has standing blocks with their images and quotes with their comments', async () => {
    const standing = makeStanding('s', { images: [ownImage('1', 'y', { caption: 'Factory' })] });
    const quotes = [
      { id: 'q1' as BlockId, text: english.slice(0, 20), comment: ' Ours ' },
      { id: 'q2' as BlockId, text: ' ', comment: '' },
    ];
    const post = makePost({
      blocks: [
        { id: '1' as BlockId, kind: 'clip', clipId: 'clip-a' as ClipId, use: 'quotes', quotes, inlineImages: [] },
        { id: '2' as BlockId, kind: 'standing', standingId: 's' as StandingId },
      ],
    });
    const { parts } = await resolved(post, makeMaterials({ standing: [standing], assets: [makeAsset('y')] }), options);
    expect(parts).toMatchObject([
      { kind: 'quotes', quotes: [{ text: 'Xu Heyi, Chairman of', comment: 'Ours' }] },
      { kind: 'standing', markdown: 'We make automotive leather.', images: [{ path: 'images/01-factory.jpg' }] },
    ]);
  });

  it('keeps the day of its first export', async () => {
    const receipt = { id: 'r', publisher: 'page', at: noon - 86_400_000, target: 'x.zip', hash: '', bytes: 1 };
    const post = await resolved(makePost({ receipts: [receipt] }), makeMaterials(), options);
    expect([post.publishedAt, post.modifiedAt]).toEqual(['2026-11-21T12:00:00.000Z', '2026-11-22T12:00:00.000Z']);
  });
});
