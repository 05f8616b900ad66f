/** Records for the tests of posts, with everything filled in that a test does not name. */
import type { Materials } from '../../../lib/compose/materials';
import type { Annotation } from '../../../lib/model/annotation';
import type { SafeHtml } from '../../../lib/model/article-html';
import type { Body, Clip, ClipImage, ImageBytes } from '../../../lib/model/clip';
import type { AssetId, BlockId, ClipId, ImageId, PostId, StandingId } from '../../../lib/model/ids';
import type { Asset, Post, PostImage, StandingBlock } from '../../../lib/model/post';

export const noon = Date.UTC(2026, 10, 22, 12);

/** The smallest bytes that have the signature of a PNG. */
export const png: ImageBytes = {
  data: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
  type: 'image/png',
};
const jpeg: ImageBytes = { data: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]), type: 'image/png' };

export const english =
  'Xu Heyi, Chairman of BAIC Group, shared his thoughts on deepening open cooperation. Import tariffs have been lowered.\n' +
  'The Chinese auto industry is expanding at an unprecedented rate. At this time, it is necessary to make breakthroughs.';
export const chinese =
  '北汽集团董事长徐和谊谈汽车产业开放合作。关税已经下调，合资股比逐步放开。\n中国汽车产业正以前所未有的速度发展！';

export function makeClip(fields: Partial<Clip> = {}): Clip {
  return {
    id: 'clip-a' as ClipId,
    url: 'https://news.example.com/auto/openness?utm_source=x',
    canonicalUrl: 'https://news.example.com/auto/openness',
    key: 'news.example.com/auto/openness',
    kind: 'article',
    title: 'Deepen Openness & Cooperation',
    sourceTitle: 'The Automobile Industry Should Deepen Its Openness & Cooperation',
    byline: 'Li Wei',
    siteName: 'Auto News',
    publishedAt: '2018-12-14',
    language: 'en',
    excerpt: '',
    length: { words: 36, characters: 200 },
    leadImage: null,
    imageCount: 0,
    tags: ['BAIC'],
    note: '',
    status: 'inbox',
    starred: false,
    capture: { state: 'done', engine: 'readability', passes: [], warnings: [], durationMs: 5 },
    clippedAt: noon,
    textUpdatedAt: null,
    createdAt: noon,
    updatedAt: noon,
    deletedAt: null,
    ...fields,
  };
}

export function makeBody(text: string, fields: Partial<Body> = {}): Body {
  const html = text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('') as SafeHtml;
  return { clipId: 'clip-a' as ClipId, html, text, createdAt: noon, updatedAt: noon, ...fields };
}

export function makeImage(id: string, fields: Partial<ClipImage> = {}): ClipImage {
  return {
    id: id as ImageId,
    clipId: 'clip-a' as ClipId,
    position: 0,
    url: `https://img.example.com/${id}.png`,
    role: 'body',
    caption: '',
    credit: '',
    alt: '',
    rights: '',
    width: 800,
    height: 600,
    bytes: png,
    createdAt: noon,
    updatedAt: noon,
    ...fields,
  };
}

export function makeAsset(id: string, fields: Partial<Asset> = {}): Asset {
  const name = `${id}.jpg`;
  return { id: id as AssetId, name, bytes: jpeg, width: 640, height: 480, createdAt: noon, ...fields };
}

export function makeStanding(id: string, fields: Partial<StandingBlock> = {}): StandingBlock {
  const markdown = 'We make automotive leather.';
  return { id: id as StandingId, name: 'About us', markdown, images: [], createdAt: noon, updatedAt: noon, ...fields };
}

export function clipImage(id: string, image: string, fields: Partial<PostImage> = {}): PostImage {
  const from = { kind: 'clip' as const, imageId: image as ImageId, clipId: 'clip-a' as ClipId };
  return { id: id as BlockId, from, caption: '', credit: '', alt: '', rights: '', ...fields };
}

export function ownImage(id: string, asset: string, fields: Partial<PostImage> = {}): PostImage {
  const from = { kind: 'asset' as const, assetId: asset as AssetId };
  return { id: id as BlockId, from, caption: '', credit: '', alt: '', rights: '', ...fields };
}

export function makePost(fields: Partial<Post> = {}): Post {
  return {
    id: 'post-a' as PostId,
    title: 'Why openness matters to leather',
    slug: 'why-openness-matters-to-leather',
    slugEdited: false,
    language: 'en',
    author: 'Marketing',
    standfirst: 'Open cooperation opens doors for suppliers.',
    tags: [],
    canonicalUrl: 'https://blog.example.com/why-openness-matters-to-leather/',
    blocks: [
      { id: 'b1' as BlockId, kind: 'commentary', markdown: 'Our view.' },
      { id: 'b2' as BlockId, kind: 'clip', clipId: 'clip-a' as ClipId, use: 'excerpt', quotes: [], inlineImages: [] },
      { id: 'b3' as BlockId, kind: 'gallery', title: '', images: [] },
      { id: 'b4' as BlockId, kind: 'source' },
      { id: 'b5' as BlockId, kind: 'share' },
    ],
    status: 'draft',
    receipts: [],
    createdAt: noon,
    updatedAt: noon,
    deletedAt: null,
    ...fields,
  };
}

type Parts = {
  clips?: Clip[];
  bodies?: Body[];
  images?: ClipImage[];
  assets?: Asset[];
  standing?: StandingBlock[];
  highlights?: [ClipId, Annotation[]][];
  versions?: Post[];
};

export function makeMaterials({
  clips = [makeClip()],
  bodies = [makeBody(english)],
  images = [],
  assets = [],
  standing = [],
  highlights = [],
  versions = [],
}: Parts = {}): Materials {
  return {
    clips: new Map(clips.map((one) => [one.id, one])),
    bodies: new Map(bodies.map((one) => [one.clipId, one])),
    images: new Map(images.map((one) => [one.id, one])),
    assets: new Map(assets.map((one) => [one.id, one])),
    standing: new Map(standing.map((one) => [one.id, one])),
    highlights: new Map(highlights.map(([id, all]) => [id, all])),
    versions,
  };
}
