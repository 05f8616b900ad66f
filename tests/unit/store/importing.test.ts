import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Clip } from '../../../lib/model/clip';
import type { ArrivingHighlight } from '../../../lib/model/import';
import { parseQuery } from '../../../lib/search/query';
import { deleteAnnotation, editAnnotation, listAnnotations } from '../../../lib/store/annotations';
import { findClipByKey, getBody, tagClips } from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { knownKeys, storeArrivals } from '../../../lib/store/importing';
import { changeImport, listImports, putImport, takeBackStep } from '../../../lib/store/imports';
import { countClips } from '../../../lib/store/lists';
import { saveStub } from '../../../lib/store/saving';
import { searchClips } from '../../../lib/store/search';
import { aClip } from '../clip-maker';
import { anArrival, aRecord, ids } from '../exchange/arrivals';

let db: Database;
let made = 0;
const record = aRecord('import1');
const done: Clip['capture'] = { state: 'done', engine: 'none', passes: [], warnings: [], durationMs: 0 };

beforeEach(async () => {
  db = openDatabase(`importing-${++made}`);
  await putImport(db, record);
});

const everything = async () => ({
  clips: (await db.clips.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1)),
  bodies: await db.bodies.toArray(),
  images: await db.images.toArray(),
  tags: await db.tags.toArray(),
  counters: await db.counters.toArray(),
});
const store = (arrivals: ReturnType<typeof anArrival>[], now = 5000) =>
  storeArrivals(db, record.id, arrivals, now, ids);

const searchFor = async (typed: string) => {
  const query = parseQuery(typed, { now: 1_760_000_000_000, locale: 'en' });
  return (await searchClips(db, query, { limit: 10 })).clips.map(({ id }) => id);
};
const aHighlight = (quote: string, fields: Partial<ArrivingHighlight> = {}): ArrivingHighlight => ({
  quote,
  note: '',
  tags: [],
  colour: 'yellow',
  at: null,
  ...fields,
});

describe('arrivals', () => {
  test('are found by the name of their file, with clips that were there before and got something', async () => {
    const stored = await saveStub(db, aClip({ key: 'a.example/old', url: 'https://a.example/old', tags: [] }));
    const counts = await store([
      anArrival('https://a.example/1', { savedAt: 2000 }),
      anArrival('https://a.example/old', { tags: ['New'], savedAt: 3000 }),
    ]);
    expect(counts).toMatchObject({ added: 1, merged: 1 });
    await saveStub(db, aClip({ key: 'a.example/other', url: 'https://a.example/other' }));
    const found = await searchFor(`import:"${record.name.toUpperCase()}"`);
    expect(found).toHaveLength(2);
    expect(found).toContain(stored.clip.id);
    expect(await searchFor(`导入："${record.name}" -tag:new`)).toHaveLength(1);
    expect(await searchFor('import:"another file.csv"')).toEqual([]);
  });

  test('become clips with their tags, dates, texts and images, and are counted', async () => {
    const image = {
      url: 'https://a.example/1.jpg',
      role: 'lead',
      caption: '',
      credit: '',
      alt: '',
      width: null,
      height: null,
    } as const;
    const counts = await store([
      anArrival('https://a.example/1', {
        tags: ['Leather', 'leather'],
        savedAt: 1000,
        page: { text: 'Words', images: [image], leadImage: image.url },
      }),
      anArrival('https://a.example/2', { status: 'archived', starred: true, page: { title: '' } }),
    ]);
    expect(counts).toEqual({ added: 2, merged: 0, unchanged: 0 });
    const first = await findClipByKey(db, 'a.example/1');
    expect(first).toMatchObject({
      kind: 'article',
      tags: ['Leather'],
      clippedAt: 1000,
      imageCount: 1,
      capture: { engine: 'import' },
    });
    expect(first?.leadImage).toBe((await db.images.toArray())[0]?.id);
    expect(await getBody(db, first?.id as never)).toMatchObject({ text: 'Words' });
    expect(await findClipByKey(db, 'a.example/2')).toMatchObject({
      kind: 'bookmark',
      title: 'https://a.example/2',
      clippedAt: 5000,
    });
    expect(await countClips(db, { tag: 'leather' })).toBe(1);
    expect(await countClips(db, { status: 'archived' })).toBe(1);
    expect((await listImports(db))[0]).toMatchObject({ added: 2, merged: 0 });
  });

  test('join the clip of their page: tags united, notes joined, earliest date, nothing overwritten', async () => {
    const mine = aClip({
      url: 'https://a.example/1?utm_source=x',
      title: 'My title',
      tags: ['Mine'],
      note: 'My note',
      clippedAt: 3000,
      capture: done,
    });
    await saveStub(db, mine);
    const counts = await store([
      anArrival('https://a.example/1', {
        tags: ['mine', 'new'],
        note: 'Their note',
        savedAt: 1000,
        starred: true,
        status: 'archived',
        page: { byline: 'Lin Mei' },
      }),
    ]);
    expect(counts).toEqual({ added: 0, merged: 1, unchanged: 0 });
    expect(await findClipByKey(db, 'a.example/1')).toMatchObject({
      id: mine.id,
      title: 'My title',
      tags: ['Mine', 'new'],
      note: 'My note\n\n---\n\nTheir note',
      clippedAt: 1000,
      starred: true,
      status: 'inbox',
      byline: 'Lin Mei',
    });
  });

  test('that come twice are one clip, also within a chunk, and coming again changes nothing', async () => {
    const twice = [
      anArrival('https://a.example/1', { tags: ['a'] }),
      anArrival('https://www.a.example/1#x', { tags: ['b'], note: 'n' }),
    ];
    expect(await store(twice)).toEqual({ added: 1, merged: 0, unchanged: 1 });
    const before = await everything();
    expect(await store(twice, 6000)).toEqual({ added: 0, merged: 0, unchanged: 2 });
    expect(await everything()).toEqual(before);
    expect((await findClipByKey(db, 'a.example/1'))?.tags).toEqual(['a', 'b']);
  });

  test('give a bookmark its text, but replace none', async () => {
    await saveStub(db, aClip({ url: 'https://a.example/1', capture: done }));
    await store([anArrival('https://a.example/1', { page: { text: 'First' } })]);
    await store([anArrival('https://a.example/1', { page: { text: 'Second' } })], 6000);
    const clip = await findClipByKey(db, 'a.example/1');
    expect(clip).toMatchObject({ kind: 'article' });
    expect((await getBody(db, clip?.id as never))?.text).toBe('First');
  });

  test('bring highlights with their notes, once, also to a page that is there and to one without text', async () => {
    await saveStub(db, aClip({ url: 'https://a.example/1', capture: done }));
    const highlights = [aHighlight('grain maps', { note: 'why', at: 700 }), aHighlight('六十万张')];
    const both = ['https://a.example/1', 'https://a.example/2'].map((url) => anArrival(url, { highlights }));
    expect(await store(both)).toEqual({ added: 1, merged: 1, unchanged: 0 });
    expect(await store(both, 6000)).toEqual({ added: 0, merged: 0, unchanged: 2 });
    const clip = await findClipByKey(db, 'a.example/1');
    expect(await listAnnotations(db, clip?.id as never)).toMatchObject([
      {
        target: { quote: { exact: 'grain maps', prefix: '', suffix: '' }, position: null },
        note: 'why',
        createdAt: 700,
      },
      { target: { quote: { exact: '六十万张' }, source: 'https://a.example/1' }, note: '', createdAt: 5000 },
    ]);
    expect(await db.annotations.count()).toBe(4);
    expect(clip?.note).toBe('');
  });

  test('are found by the words that were marked in them, also after an edit of the clip', async () => {
    await store([anArrival('https://a.example/1', { highlights: [aHighlight('chrome-free tanning')] })]);
    const clip = await findClipByKey(db, 'a.example/1');
    await tagClips(db, [clip?.id as never], { add: ['x'] }, 6000);
    const found = await searchFor('tanning has:highlight');
    expect(found).toEqual([clip?.id]);
    const [highlight] = await db.annotations.toArray();
    await deleteAnnotation(db, highlight?.id as never);
    expect(await searchFor('tanning')).toEqual([]);
  });

  test('of a page that was deleted are new', async () => {
    await saveStub(db, aClip({ url: 'https://a.example/1', deletedAt: 1, capture: done }));
    expect(await store([anArrival('https://a.example/1')])).toMatchObject({ added: 1 });
  });

  test('are all stored or none', async () => {
    const unstorable = { url: 'https://a.example/x.jpg', caption: () => 'no data' };
    const broken = anArrival('https://a.example/2', { page: { text: 'x', images: [unstorable as never] } });
    await expect(store([anArrival('https://a.example/1'), broken])).rejects.toThrow();
    expect((await everything()).clips).toEqual([]);
    expect(await db.importSteps.count()).toBe(0);
  });
});

describe('taking an import back', () => {
  const undoAll = async () => {
    const sum = { undone: 0, kept: 0 };
    for (let step = await takeBackStep(db, record.id, 9000); step; step = await takeBackStep(db, record.id, 9000)) {
      sum.undone += step.undone;
      sum.kept += step.kept;
    }
    return sum;
  };

  test('leaves everything as it was before, counters and all', async () => {
    await saveStub(db, aClip({ url: 'https://a.example/1', tags: ['mine'], capture: done }));
    const before = await everything();
    await store([
      anArrival('https://a.example/1', { tags: ['x'], page: { text: 'T' } }),
      anArrival('https://a.example/2', { tags: ['x'] }),
    ]);
    await store([anArrival('https://a.example/2', { note: 'more' }), anArrival('https://a.example/3')], 6000);
    expect(await undoAll()).toEqual({ undone: 4, kept: 0 });
    const after = await everything();
    expect({ ...after, tags: after.tags.map(({ lastUsedAt: _, ...tag }) => tag) }).toEqual({
      ...before,
      tags: before.tags.map(({ lastUsedAt: _, ...tag }) => tag),
    });
  });

  test('takes its highlights back and leaves those that were there', async () => {
    await saveStub(db, aClip({ url: 'https://a.example/1', capture: done }));
    const clip = await findClipByKey(db, 'a.example/1');
    const first = anArrival('https://a.example/1', { highlights: [aHighlight('mine')] });
    await storeArrivals(db, 'other' as never, [first], 4000, ids);
    const before = { ...(await everything()), annotations: await db.annotations.toArray() };
    const text = { page: { text: 'T' }, highlights: [aHighlight('theirs')] };
    await store([anArrival('https://a.example/1', text), anArrival('https://a.example/2', text)]);
    expect(await db.annotations.count()).toBe(3);
    expect(await undoAll()).toEqual({ undone: 2, kept: 0 });
    expect({ ...(await everything()), annotations: await db.annotations.toArray() }).toEqual(before);
    expect(await listAnnotations(db, clip?.id as never)).toHaveLength(1);
  });

  test('keeps a clip in which somebody highlighted since', async () => {
    await store([anArrival('https://a.example/1', { highlights: [aHighlight('theirs')] })]);
    const [theirs] = await db.annotations.toArray();
    if (theirs) await editAnnotation(db, theirs.id, { note: 'mine' }, 7000);
    expect(await undoAll()).toEqual({ undone: 0, kept: 1 });
    expect(await db.annotations.count()).toBe(1);
  });

  test('keeps what was changed since', async () => {
    await store([anArrival('https://a.example/1'), anArrival('https://a.example/2')]);
    const edited = await findClipByKey(db, 'a.example/1');
    await tagClips(db, [edited?.id as never], { add: ['mine'] }, 7000);
    expect(await undoAll()).toEqual({ undone: 1, kept: 1 });
    expect((await everything()).clips.map(({ url }) => url)).toEqual(['https://a.example/1']);
  });

  test('keeps what a post uses', async () => {
    await store([anArrival('https://a.example/1')]);
    const clip = await findClipByKey(db, 'a.example/1');
    await db.posts.add({ id: 'p', blocks: [{ kind: 'clip', clipId: clip?.id, inlineImages: [] }] } as never);
    expect(await undoAll()).toEqual({ undone: 0, kept: 1 });
  });
});

describe('what is written down of imports', () => {
  test('is the latest ten, with their steps', async () => {
    await store([anArrival('https://a.example/1')]);
    for (let i = 10; i < 21; i++) await putImport(db, aRecord(`import${i}`));
    expect((await listImports(db)).map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, i) => `import${20 - i}`),
    );
    expect(await db.importSteps.count()).toBe(0);
    expect(await changeImport(db, record.id, { state: 'done' })).toBeNull();
  });

  test('known pages are told by any of their addresses', async () => {
    await saveStub(db, aClip({ url: 'https://a.example/1', capture: done }));
    expect(await knownKeys(db, ['a.example/1', 'a.example/2'])).toEqual(new Set(['a.example/1']));
  });
});
