import { describe, expect, it } from 'vitest';
import { findProblems } from '../../../lib/compose/problems';
import type { BlockId, ClipId, StandingId } from '../../../lib/model/ids';
import type { Block } from '../../../lib/model/post';
import { clipImage, makeClip, makeImage, makeMaterials, makePost, makeStanding, ownImage } from './make';

const kinds = (...args: Parameters<typeof findProblems>) => findProblems(...args).map((one) => one.kind);
const clip = (use: 'quotes' | 'full'): Block => ({
  id: 'b2' as BlockId,
  kind: 'clip',
  clipId: 'clip-a' as ClipId,
  use,
  quotes: [],
  inlineImages: [],
});

describe('problems of a post', () => {
  it('are none when all is well', () => {
    expect(findProblems(makePost(), makeMaterials(), 80)).toEqual([]);
  });

  it('stop the export without headline, with a bad slug or a bad address', () => {
    const post = makePost({ title: ' ', slug: 'Not a slug', canonicalUrl: 'blog/post' });
    const problems = findProblems(post, makeMaterials(), 80);
    expect(problems.map((one) => [one.kind, one.level])).toEqual([
      ['no-headline', 'stop'],
      ['bad-slug', 'stop'],
      ['bad-address', 'stop'],
    ]);
  });

  it('advise to give an address where the post is to be shared', () => {
    const share: Block = { id: 'b9' as BlockId, kind: 'share' };
    const post = makePost({ blocks: [...makePost().blocks.filter(({ kind }) => kind !== 'share'), share] });
    expect(findProblems({ ...post, canonicalUrl: '' }, makeMaterials(), 80)).toEqual([
      { kind: 'no-address', level: 'advice', place: { kind: 'field', field: 'canonical' } },
    ]);
    expect(findProblems({ ...post, canonicalUrl: 'https://blog.example.com/a/' }, makeMaterials(), 80)).toEqual([]);
  });

  it('ask to insist when a source has no outlet or no link', () => {
    const clips = [makeClip({ siteName: ' ', url: 'file:///tmp/a.html', canonicalUrl: null })];
    expect(findProblems(makePost(), makeMaterials({ clips }), 80)).toEqual([
      {
        kind: 'source-incomplete',
        level: 'insist',
        place: { kind: 'source', clipId: 'clip-a', blockId: 'b2' },
        title: 'Deepen Openness & Cooperation',
        missing: ['outlet', 'link'],
      },
    ]);
  });

  it('warn above the limit and say where', () => {
    const post = makePost({ blocks: [clip('full')] });
    expect(findProblems(post, makeMaterials(), 25)).toContainEqual({
      kind: 'over-limit',
      level: 'warning',
      place: { kind: 'block', blockId: 'b2' },
      title: 'Deepen Openness & Cooperation',
      percent: 100,
      limit: 25,
    });
    expect(kinds(post, makeMaterials(), 100)).not.toContain('over-limit');
  });

  it('stop an empty post, but only advise one that lets others speak', () => {
    expect(kinds(makePost({ blocks: [], standfirst: '' }), makeMaterials(), 25)).toEqual(['empty']);
    const silent = makePost({ standfirst: '', blocks: makePost().blocks.slice(1) });
    expect(findProblems(silent, makeMaterials(), 80)).toMatchObject([{ kind: 'nothing-said', level: 'advice' }]);
  });

  it('name a clip that is gone, quotes not chosen and text that is not there', () => {
    const gone = makeMaterials({ clips: [] });
    expect(kinds(makePost(), gone, 80)).toEqual(['clip-gone']);
    expect(kinds(makePost({ blocks: [clip('quotes')] }), makeMaterials(), 80)).toEqual(['no-quotes']);
    expect(kinds(makePost({ blocks: [clip('full')] }), makeMaterials({ bodies: [] }), 80)).toEqual(['no-text']);
  });

  it('advise words for images; own images need no word on rights', () => {
    const gallery: Block = {
      id: 'g' as BlockId,
      kind: 'gallery',
      title: '',
      images: [clipImage('i1', 'x', { caption: 'Leather' }), ownImage('i2', 'y', { alt: 'Hide', caption: 'Hide' })],
    };
    expect(findProblems(makePost({ blocks: [gallery] }), makeMaterials(), 80)).toEqual([
      {
        kind: 'image-words',
        level: 'advice',
        place: { kind: 'image', blockId: 'g', imageId: 'i1' },
        missing: ['alt', 'rights'],
        count: 1,
      },
    ]);
  });

  it('cover images that stay in a clip’s text, and lead to them', () => {
    const images = [makeImage('i1', { alt: 'Hide', caption: 'Hide' }), makeImage('i2')];
    const kept = images.map((image) => image.id);
    const full: Block = { ...clip('full'), inlineImages: kept } as Block;
    const found = findProblems(makePost({ blocks: [full] }), makeMaterials({ images }), 100);
    expect(found).toEqual([
      {
        kind: 'image-words',
        level: 'advice',
        place: { kind: 'image', blockId: 'b2', imageId: 'i1' },
        missing: ['alt', 'caption', 'rights'],
        count: 2,
      },
    ]);
    const quoted: Block = { ...full, use: 'excerpt' } as Block;
    expect(kinds(makePost({ blocks: [quoted] }), makeMaterials({ images }), 100)).toEqual([]);
  });

  it('cover images of standing blocks, and lead to the part', () => {
    const standing = [makeStanding('s', { images: [ownImage('i1', 'x', { alt: 'Our tannery' })] })];
    const block: Block = { id: 'b7' as BlockId, kind: 'standing', standingId: 's' as StandingId };
    expect(findProblems(makePost({ blocks: [block] }), makeMaterials({ standing }), 80)).toEqual([
      {
        kind: 'image-words',
        level: 'advice',
        place: { kind: 'block', blockId: 'b7' },
        missing: ['caption'],
        count: 1,
      },
    ]);
  });

  it('warn of a slug that another post has', () => {
    const post = makePost();
    expect(findProblems(post, makeMaterials(), 80, new Set([post.slug]))).toContainEqual({
      kind: 'slug-taken',
      level: 'warning',
      place: { kind: 'field', field: 'slug' },
    });
    expect(kinds(post, makeMaterials(), 80, new Set(['another']))).not.toContain('slug-taken');
  });

  it('advise a headline of one’s own', () => {
    const title = makeClip().sourceTitle;
    expect(kinds(makePost({ title }), makeMaterials(), 80)).toEqual(['headline-of-source']);
  });
});
