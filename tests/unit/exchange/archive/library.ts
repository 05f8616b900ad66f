/** A library with something of everything, for tests of archives. */
import { type OpenArchive, openArchive } from '../../../../lib/exchange/archive/read-archive';
import { type ArchiveSource, writeArchive } from '../../../../lib/exchange/archive/write-archive';
import type { AnnotationId } from '../../../../lib/model/annotation';
import type { SafeHtml } from '../../../../lib/model/article-html';
import type { Clip } from '../../../../lib/model/clip';
import type {
  AssetId,
  BlockId,
  ClipId,
  ConnectionId,
  ImageId,
  PostId,
  StandingId,
  VersionsId,
} from '../../../../lib/model/ids';
import { newId } from '../../../../lib/model/ids';
import type { Post, PostImage, StandingBlock } from '../../../../lib/model/post';
import { type Publication, publicationId } from '../../../../lib/model/publication';
import type { Connection } from '../../../../lib/model/target';
import type { Template, TemplateId } from '../../../../lib/model/template';
import { planRestore, type Restored, runRestore } from '../../../../lib/state/restore-archive';
import { putAsset } from '../../../../lib/store/assets';
import { editClips, tagClips } from '../../../../lib/store/clips';
import { putConnection } from '../../../../lib/store/connections';
import type { Database } from '../../../../lib/store/database';
import { editImage, setImageBytes } from '../../../../lib/store/images';
import { putPost } from '../../../../lib/store/posts';
import { beginPublication } from '../../../../lib/store/publications';
import { readRecords } from '../../../../lib/store/records';
import { finishClip, saveStub } from '../../../../lib/store/saving';
import { putStanding } from '../../../../lib/store/standing';
import { putTemplates } from '../../../../lib/store/templates';
import { aClip, aDraft } from '../../clip-maker';

const now = 1_800_000_000_000;
const bytesOf = (n: number, length = 40) => Uint8Array.from({ length }, (_, i) => (i * 31 + n) % 256);

/** An article with two images, one of them kept, tags, a note and an edit. */
export async function addArticle(db: Database, n: number, fields: Partial<Clip> = {}): Promise<Clip> {
  const clip = aClip({ url: `https://www.example.com/story/${n}`, title: `Story ${n}`, ...fields });
  await saveStub(db, clip);
  const draft = aDraft({
    url: clip.url,
    title: clip.title,
    html: `<p>Text of ${n}. 皮革供应商。</p>` as SafeHtml,
    text: `Text of ${n}. 皮革供应商。`,
  });
  await finishClip(db, clip.id, draft, clip.createdAt + 5, () => newId<ImageId>());
  await tagClips(db, [clip.id], { add: ['Leather', `group ${n % 3}`] }, clip.createdAt + 10);
  await editClips(db, [clip.id], { note: `Note ${n}` }, clip.createdAt + 20);
  const [image, other] = await db.images.where('clipId').equals(clip.id).sortBy('position');
  if (image) await setImageBytes(db, image.id, { data: bytesOf(n % 2), type: 'image/png' }, clip.createdAt + 30);
  if (other) await editImage(db, other.id, { rights: 'Ours' }, clip.createdAt + 40);
  return (await db.clips.get(clip.id)) as Clip;
}

/** Articles, a bookmark, a post of every kind of block, a standing block and an asset. */
export async function fillLibrary(db: Database, articles = 7): Promise<void> {
  const clips: Clip[] = [];
  for (let n = 0; n < articles; n++) clips.push(await addArticle(db, n));
  await saveStub(db, aClip({ url: 'https://www.example.com/bookmark' }));
  await addArticle(db, 100);
  const [first, second] = clips;
  if (!first) return;
  if (second) {
    const pair: [ClipId, ClipId] = [first.id, second.id];
    await db.storyApart.put({ pair: pair.toSorted().join(' '), clips: pair, at: 7 });
  }
  await db.tags.update('leather', { colour: 'amber', description: '皮革' });
  const image = (await db.images.where('clipId').equals(first.id).sortBy('position'))[0] as { id: ImageId };
  await putAsset(db, {
    id: 'a1' as AssetId,
    name: 'logo.png',
    bytes: { data: bytesOf(1), type: 'image/png' },
    width: 10,
    height: 4,
    createdAt: 5,
  });
  const words = { caption: 'Supplier 01', credit: '', alt: '', rights: '' };
  const images: PostImage[] = [
    { id: 'b1' as BlockId, from: { kind: 'clip', imageId: image.id, clipId: first.id }, ...words },
    { id: 'b2' as BlockId, from: { kind: 'asset', assetId: 'a1' as AssetId }, ...words },
  ];
  const block: StandingBlock = {
    id: 's1' as StandingId,
    name: 'About',
    markdown: '**We** make leather.',
    images,
    createdAt: 1,
    updatedAt: 2,
  };
  await putStanding(db, block);
  await putPost(db, aPost(first, image.id, images));
  await putTemplates(db, [aTemplate()]);
  await putConnection(db, aConnection());
  await beginPublication(db, aPublication(first.id));
}

function aTemplate(): Template {
  return {
    id: 't1' as TemplateId,
    name: 'Ours',
    language: 'zh-CN',
    title: '{{title}}',
    standfirst: '',
    tags: '{{tags}}',
    body: '{{write}}\n{{source}}\n',
    createdAt: 3,
    updatedAt: 4,
  };
}

function aConnection(): Connection {
  return {
    id: 'c1' as ConnectionId,
    target: 'wordpress',
    name: 'blog.example.com',
    fields: { address: 'https://blog.example.com/' },
    account: {
      name: 'Mingxin',
      role: 'author',
      may: { publish: true, uploadImages: true, makeTags: false },
      offers: { categories: [{ value: '3', text: '新闻' }] },
      checkedAt: 4,
    },
    forgetful: false,
    createdAt: 4,
    updatedAt: 5,
  };
}

function aPublication(clipId: ClipId): Publication {
  return {
    id: publicationId('p1' as PostId, 'c1' as ConnectionId),
    postId: 'p1' as PostId,
    connectionId: 'c1' as ConnectionId,
    target: 'wordpress',
    place: 'blog.example.com',
    clips: [clipId],
    state: 'published',
    remote: { remoteId: '12', url: 'https://blog.example.com/a/', editUrl: '', status: 'publish', fingerprint: 'ff' },
    hash: 'ab',
    options: { status: 'publish' },
    uploads: { ab12: { remoteId: '7', url: 'https://blog.example.com/7.png' } },
    events: [{ at: 6, kind: 'published', hash: 'ab', note: '' }],
    failure: null,
    check: { at: 8, state: 'same', lostSources: ['https://www.example.com/story/1'] },
    createdAt: 6,
    updatedAt: 8,
  };
}

function aPost(clip: Clip, image: ImageId, images: PostImage[]): Post {
  const id = (n: number) => `k${n}` as BlockId;
  return {
    id: 'p1' as PostId,
    title: 'A post',
    slug: 'a-post',
    slugEdited: true,
    language: 'zh-CN',
    author: 'Us',
    standfirst: 'Why',
    tags: ['x'],
    canonicalUrl: '',
    blocks: [
      { id: id(1), kind: 'commentary', markdown: 'Words' },
      {
        id: id(2),
        kind: 'clip',
        clipId: clip.id,
        use: 'quotes',
        quotes: [
          {
            id: id(7),
            text: 'Text',
            comment: 'So',
            from: { annotationId: 'a1' as AnnotationId, prefix: '', suffix: '' },
          },
        ],
        inlineImages: [image],
      },
      { id: id(3), kind: 'gallery', title: 'Gallery', images },
      {
        id: id(8),
        kind: 'digest',
        groups: [
          { id: id(9), title: 'Trade', entries: [{ id: id(10), clipId: clip.id, comment: 'So', also: [clip.id] }] },
        ],
      },
      { id: id(4), kind: 'standing', standingId: 's1' as StandingId },
      { id: id(5), kind: 'source', clips: [clip.id] },
      { id: id(6), kind: 'share' },
    ],
    status: 'corrected',
    steps: [{ at: 3, to: 'corrected', by: 'Li', note: '' }],
    notBefore: { at: 4, zone: 'Asia/Shanghai' },
    notices: [{ kind: 'correction', text: 'Not so.', at: 5 }],
    versions: 'v1' as VersionsId,
    template: 't1' as TemplateId,
    receipts: [{ id: 'r1', publisher: 'html-page', at: 3, target: 'a-post.zip', hash: 'ab', bytes: 9 }],
    createdAt: 1,
    updatedAt: 2,
    deletedAt: null,
  };
}

/** The whole library as an archive. */
export async function archiveOf(db: Database, fields: Partial<ArchiveSource> = {}): Promise<Blob> {
  const source: ArchiveSource = {
    read: (table, pageSize) => readRecords(db, table, pageSize),
    settings: { theme: 'dark' },
    scope: 'library',
    generator: 'test',
    now,
    ...fields,
  };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of writeArchive(source)) parts.push(part);
  return new Blob(parts);
}

export async function opened(file: Blob): Promise<OpenArchive> {
  const archive = await openArchive(file);
  if (!archive.ok) throw new Error(JSON.stringify(archive.failure));
  return archive.value;
}

export async function restore(db: Database, file: Blob, signal = new AbortController().signal): Promise<Restored> {
  const archive = await opened(file);
  const plan = await planRestore(db, archive, () => undefined, signal);
  if (!plan.ok) throw new Error(plan.failure.kind);
  const sanitise = (html: string) => html.replaceAll('<script>', '') as SafeHtml;
  return runRestore(db, archive, plan.value, { sanitise, progress: () => undefined, signal, now: () => now });
}

/** Every row of every table that people’s work is in. */
export async function dump(db: Database): Promise<Record<string, unknown[]>> {
  const names = [
    'clips',
    'bodies',
    'images',
    'tags',
    'counters',
    'posts',
    'assets',
    'standing',
    'searches',
    'templates',
    'connections',
    'publications',
    'shared',
    'storyApart',
    'tallies',
  ];
  const rows = await Promise.all(names.map((name) => db.table(name).toArray()));
  // The number of a clip in the search index is that of one library.
  const plain = (row: object) => ({ ...row, doc: undefined });
  return Object.fromEntries(names.map((name, i) => [name, (rows[i] ?? []).map(plain)]));
}
