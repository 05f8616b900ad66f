/** Sample data for the preview: one clip in the states that a popup can be in. */
import type { Clip } from '../../lib/model/clip';
import type { Failure } from '../../lib/model/failure';
import type { ClipId } from '../../lib/model/ids';
import type { Tag } from '../../lib/model/tag';

const now = Date.now();
const day = 86_400_000;

export const sampleClip: Clip = {
  id: 'sample' as ClipId,
  url: 'https://www.autonews.example/china/baic-openness?utm_source=feed',
  canonicalUrl: 'https://www.autonews.example/china/baic-openness',
  key: 'autonews.example/china/baic-openness',
  kind: 'article',
  title: 'BAIC chairman: openness is the only way for China’s car industry to lead',
  sourceTitle: 'BAIC chairman: openness is the only way for China’s car industry to lead',
  byline: 'Li Wen',
  siteName: 'Auto News',
  publishedAt: new Date(now - 2 * day).toISOString(),
  language: 'en',
  excerpt: '',
  length: { words: 1240, characters: 6900 },
  leadImage: null,
  imageCount: 5,
  tags: ['leather', 'BAIC'],
  note: '',
  status: 'inbox',
  starred: false,
  capture: { state: 'done', engine: 'readability', passes: [], warnings: [], durationMs: 18 },
  ...{ clippedAt: now, textUpdatedAt: null, createdAt: now, updatedAt: now, deletedAt: null },
};

export const sampleTags: Tag[] = ['automotive leather', 'EV', 'suppliers', '真皮', 'regulation', 'interiors'].map(
  (name, i) => ({ key: name.toLowerCase(), name, count: 90 - i * 13, lastUsedAt: now }),
);

export type PopupSample = { name: string; clip: Partial<Clip>; outcome?: 'known'; failure?: Failure; picture?: true };

const capture = (warnings: Clip['capture']['warnings']) => ({ ...sampleClip.capture, warnings });
const bookmark = { kind: 'bookmark', length: { words: 0, characters: 0 }, imageCount: 0, byline: null } as const;
const chinese = '北汽集团董事长：开放是中国汽车产业走向领先的唯一道路，真皮供应链迎来新机遇';

export const popupStates: PopupSample[] = [
  { name: 'saved', clip: {}, picture: true },
  { name: 'known', clip: { clippedAt: now - 40 * day, starred: true, note: 'For the April post.' }, outcome: 'known' },
  { name: 'warning', clip: { capture: capture(['paywall']), length: { words: 120, characters: 700 } } },
  { name: 'bookmark', clip: { ...bookmark, capture: capture(['pdf']), tags: [] } },
  { name: 'reading', clip: { capture: { ...sampleClip.capture, state: 'pending' }, ...bookmark, kind: 'article' } },
  { name: 'long', clip: { title: 'Openness and the road ahead. '.repeat(11).slice(0, 300) }, picture: true },
  { name: 'tags', clip: { tags: Array.from({ length: 40 }, (_, i) => `supplier ${i + 1}`) } },
  {
    name: 'chinese',
    clip: { title: chinese, language: 'zh-CN', siteName: '中国汽车报', byline: '李文' },
    picture: true,
  },
  { name: 'failed', clip: {}, failure: { kind: 'storage-full' } },
  { name: 'refused', clip: {}, failure: { kind: 'not-clippable', reason: 'browser-page' } },
];
