import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clip } from '../../../lib/model/clip';
import {
  type ClipFilter,
  countClips,
  deleteClips,
  editClips,
  listClips,
  purgeClips,
  restoreClips,
} from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { facets, suggestTags } from '../../../lib/store/facets';
import { saveStub } from '../../../lib/store/saving';
import { aClip } from '../clip-maker';

let db: Database;
const start = 1_700_000_000_000;
const clips: Clip[] = [];

beforeAll(async () => {
  db = openDatabase('lists');
  for (let i = 0; i < 1000; i++) {
    const clip = aClip({
      url: `https://${['a', 'b', 'c'][i % 3]}.example/${i}`,
      title: i % 10 === 0 ? `皮革 report ${i}` : `News ${i}`,
      language: i % 5 === 0 ? 'zh-CN' : i % 2 ? 'en' : 'en-GB',
      status: i % 4 === 0 ? 'kept' : 'inbox',
      starred: i % 100 === 0,
      tags: i % 7 === 0 ? ['Leather', 'EV'] : i % 2 ? ['ev'] : [],
      clippedAt: start + Math.floor(i / 3), // three to a millisecond
    });
    await saveStub(db, clip);
    clips.push(clip);
  }
});
afterAll(() => db.delete());

async function all(filter: ClipFilter, limit = 50): Promise<Clip[]> {
  const found: Clip[] = [];
  let after: string | null = null;
  do {
    const page = await listClips(db, filter, { after, limit });
    expect(page.clips.length).toBeLessThanOrEqual(limit);
    found.push(...page.clips);
    after = page.next;
  } while (after !== null);
  return found;
}

const cases: [string, ClipFilter, (clip: Clip) => boolean][] = [
  ['everything', {}, () => true],
  ['a status', { status: 'kept' }, (c) => c.status === 'kept'],
  ['a tag, however it is spelled', { tag: 'LEATHER' }, (c) => c.tags.includes('Leather')],
  ['a site', { site: 'b.example' }, (c) => c.url.includes('//b.')],
  ['a language of any region', { language: 'en' }, (c) => c.language?.startsWith('en') ?? false],
  ['stars', { starred: true }, (c) => c.starred],
  ['a time span', { from: start + 10, to: start + 20 }, (c) => c.clippedAt >= start + 10 && c.clippedAt < start + 20],
  [
    'several conditions at once',
    {
      status: 'kept',
      tag: 'ev',
      site: 'a.example',
      language: 'zh',
      from: start + 20,
    },
    (c) =>
      c.status === 'kept' &&
      c.tags.some((tag) => tag.toLowerCase() === 'ev') &&
      c.url.includes('//a.') &&
      c.language === 'zh-CN' &&
      c.clippedAt >= start + 20,
  ],
  ['a tag that is not there', { tag: 'none', status: 'inbox' }, () => false],
];

describe.each(cases)('a list by %s', (_, filter, holds) => {
  const wanted = () =>
    clips
      .filter(holds)
      .map((clip) => clip.id)
      .sort();

  test.each([1, 7, 50, 2000])('has every clip once, newest first, in pages of %i', async (limit) => {
    if (limit === 1 && wanted().length > 300) return;
    const found = await all(filter, limit);
    expect(found.map((clip) => clip.id).sort()).toEqual(wanted());
    for (const [i, clip] of found.entries())
      expect(clip.clippedAt).toBeLessThanOrEqual(found[i - 1]?.clippedAt ?? Number.POSITIVE_INFINITY);
  });

  test('is counted without being listed', async () => {
    expect(await countClips(db, filter)).toBe(wanted().length);
  });
});

test('a page stays where it was when clips are added and deleted before it', async () => {
  const first = await listClips(db, {}, { after: null, limit: 10 });
  const second = await listClips(db, {}, { after: first.next, limit: 10 });
  const newest = aClip({ clippedAt: start + 99_999 });
  await saveStub(db, newest);
  const ids = first.clips.slice(0, 5).map((clip) => clip.id);
  await deleteClips(db, ids, start);
  expect((await listClips(db, {}, { after: first.next, limit: 10 })).clips).toEqual(second.clips);
  await restoreClips(db, ids, start);
  await deleteClips(db, [newest.id], start);
  await purgeClips(db, [newest.id], start);
});

test('a deleted clip is only in the list of deleted ones, last deleted first', async () => {
  const [a, b] = [clips[10], clips[20]].map((clip) => clip?.id).filter((id) => id !== undefined);
  if (!a || !b) throw new Error('no clips');
  await deleteClips(db, [b], start + 1);
  await deleteClips(db, [a], start + 2);
  expect((await all({ deleted: true })).map((clip) => clip.id)).toEqual([a, b]);
  expect((await all({})).some((clip) => clip.id === a || clip.id === b)).toBe(false);
  await restoreClips(db, [a, b], start + 3);
});

test('clips come without what only the store needs', async () => {
  const [clip] = (await listClips(db, {}, { after: null, limit: 1 })).clips;
  expect(Object.keys(clip ?? {}).sort()).toEqual(Object.keys(aClip()).sort());
});

test('facets count statuses, tags, sites and languages', async () => {
  const counted = await facets(db);
  expect(counted.statuses).toEqual({ inbox: 750, kept: 250, archived: 0 });
  expect(counted.sites.map((site) => site.name).sort()).toEqual(['a.example', 'b.example', 'c.example']);
  expect(counted.languages).toEqual([
    { name: 'en', count: 800 },
    { name: 'zh', count: 200 },
  ]);
  expect(counted.tags.map((tag) => tag.key)).toEqual(['ev', 'leather']);
  expect(counted.starred).toBe(10);
});

test('tags are suggested from the first character, most used first, those that are there left out', async () => {
  const id = clips[1]?.id;
  if (!id) throw new Error('no clip');
  await editClips(db, [id], { tags: ['ev', '汽车皮革', '皮革', 'Évaluation'] }, start);
  const names = async (typed: string, except: string[] = []) =>
    (await suggestTags(db, typed, except, 5)).map((tag) => tag.name);
  expect(await names('e')).toEqual(['EV', 'Évaluation', 'Leather']);
  expect(await names('皮')).toEqual(['皮革', '汽车皮革']);
  expect(await names('e', ['ev'])).toEqual(['Évaluation', 'Leather']);
  expect((await names('')).slice(0, 2)).toEqual(['EV', 'Leather']);
});
