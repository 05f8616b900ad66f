import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation, AnnotationId } from '../../../lib/model/annotation';
import { type ClipId, type ImageId, newId } from '../../../lib/model/ids';
import { putAnnotation } from '../../../lib/store/annotations';
import { deleteClips, getClip, tagClips } from '../../../lib/store/clips';
import { type ClipRow, type Database, openDatabase } from '../../../lib/store/database';
import { type CheckEffects, checkLibrary, looksDamaged } from '../../../lib/store/integrity';
import { finishClip, saveStub, settleAsBookmark, updateText } from '../../../lib/store/saving';
import { upkeepStep } from '../../../lib/store/search-upkeep';
import { aClip, aDraft } from '../clip-maker';

let db: Database;
beforeEach(() => {
  db = openDatabase(`checked-${newId()}`);
});
afterEach(() => db.delete());

const now = 1_800_000_000_000;
const imageId = () => newId<ImageId>();
const effects: CheckEffects = {
  now,
  clock: () => performance.now(),
  progress: () => undefined,
  pause: async () => undefined,
};
const check = async () => (await checkLibrary(db, effects)).findings;

/** Ten clips: articles with tags, images and a highlight, a bookmark, a deleted one, one read again. */
async function fill(): Promise<ClipId[]> {
  const ids: ClipId[] = [];
  for (let n = 0; n < 10; n++) {
    const clip = aClip({ language: n % 3 ? 'en' : 'zh-CN', starred: n % 4 === 0 });
    await saveStub(db, clip);
    await tagClips(db, [clip.id], { add: ['Leather', `n${n % 3}`] }, now);
    if (n === 7) await settleAsBookmark(db, clip.id, 'pdf', now);
    else await finishClip(db, clip.id, aDraft({ text: `Text of ${n}. More of it.` }), now, imageId);
    ids.push(clip.id);
  }
  await deleteClips(db, ids.slice(8, 9), now);
  await updateText(db, ids[2] as ClipId, aDraft({ text: 'Newer text.' }), now, imageId);
  await putAnnotation(db, highlightOf(ids[1] as ClipId));
  while (await upkeepStep(db, () => null, { few: 1, many: 50, slice: 1e6, shelved: 1e9, beginning: 4 }));
  return ids;
}

function highlightOf(clipId: ClipId): Annotation {
  const quote = { type: 'TextQuoteSelector', exact: 'More', prefix: '', suffix: '' } as const;
  const target = {
    kind: 'text',
    source: 'https://www.example.com/marked',
    quote,
    position: null,
    range: null,
  } as const;
  const id = newId<AnnotationId>();
  return { id, clipId, target, note: '', tags: [], colour: 'blue', createdAt: now, updatedAt: now };
}

const dump = () => Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));

describe('a check', () => {
  test('of a sound library finds nothing, changes nothing, and a glance says so too', async () => {
    await fill();
    const before = await dump();
    expect(await looksDamaged(db)).toBe(false);
    expect(await check()).toEqual({});
    expect(await dump()).toEqual(before);
  });

  test('of an empty library finds nothing', async () => {
    expect(await looksDamaged(db)).toBe(false);
    expect(await check()).toEqual({});
  });

  test('says how far it is and can be ended', async () => {
    await fill();
    const seen: number[][] = [];
    const stop = new Error('stopped');
    const pause = async () => {
      throw stop;
    };
    await expect(checkLibrary(db, { ...effects, progress: (...at) => seen.push(at), pause })).rejects.toBe(stop);
    expect(seen).toEqual([[10, 10]]);
  });
});

describe('what is damaged by hand is found, put right and named', () => {
  let ids: ClipId[];
  beforeEach(async () => {
    ids = await fill();
  });
  const first = () => ids[0] as ClipId;
  const afterwards = async () => {
    expect(await check()).toEqual({});
    expect(await looksDamaged(db)).toBe(false);
  };

  test('numbers', async () => {
    await db.counters.update('all', { count: 99 });
    await db.tags.update('leather', { count: 1, colour: 'blue' });
    await db.tags.delete('n1');
    await db.tallies.clear();
    expect(await looksDamaged(db)).toBe(true);
    const { counts = 0, ...rest } = await check();
    expect(counts).toBeGreaterThan(3);
    expect(rest).toEqual({});
    expect(await db.tags.get('leather')).toMatchObject({ name: 'Leather', count: 9, colour: 'blue' });
    expect(await db.tags.get('n1')).toMatchObject({ name: 'n1', count: 3 });
    await afterwards();
  });

  test('a clip out of its lists', async () => {
    await db.clips.update(first(), { lists: [], keys: [] });
    expect(await check()).toEqual({ lists: 1 });
    await afterwards();
  });

  test('a text that is gone, and one of which an earlier one is left', async () => {
    await db.bodies.bulkDelete([ids[0] as string, ids[2] as string]);
    const findings = await check();
    expect(findings).toMatchObject({ 'text-lost': 1, 'text-restored': 1 });
    expect(await getClip(db, first())).toMatchObject({ kind: 'bookmark', capture: { warnings: ['not-stored'] } });
    expect((await db.bodies.get(ids[2] as string))?.text).toBe('Text of 2. More of it.');
    await afterwards();
  });

  test('a clip that is gone while its text, images and highlights are there', async () => {
    await db.clips.delete(ids[1] as string);
    expect(await check()).toMatchObject({ 'clip-recovered': 1 });
    const clip = await getClip(db, ids[1] as ClipId);
    expect(clip).toMatchObject({ kind: 'article', title: 'Text of 1. More of it.' });
    expect(clip?.url).toBe('https://www.example.com/marked');
    expect(
      await db.images
        .where('clipId')
        .equals(ids[1] as string)
        .count(),
    ).toBe(2);
    await afterwards();
  });

  test('rows of clips that are gone for good', async () => {
    const gone = newId<ClipId>();
    await db.storyQueue.put({ clipId: gone });
    await db.stories.put({ clipId: gone, keys: [1] });
    const [image] = await db.images.toArray();
    if (image) await db.images.put({ ...image, id: imageId(), clipId: gone });
    expect(await check()).toEqual({ leftovers: 3 });
    await afterwards();
  });

  test.each(['block', 'segment', 'index', 'times', 'number', 'next number'])(
    'the search index without its %s',
    async (what) => {
      if (what === 'block') await db.searchBlocks.limit(1).delete();
      if (what === 'segment') await db.searchState.where('name').startsWith('segment:').delete();
      if (what === 'index') await db.searchState.delete('index');
      if (what === 'times') await db.searchColumns.clear();
      if (what === 'next number') await db.searchState.put({ name: 'next', value: 3 });
      if (what === 'number')
        await db.clips.update(ids[3] as string, { doc: (await db.clips.get(first()))?.doc as number });
      expect(Object.keys(await check())).toEqual(['index']);
      while (await upkeepStep(db, () => null));
      await afterwards();
    },
  );

  test('any field of a clip, whatever is there in its place', async () => {
    const names = Object.keys((await db.clips.get(first())) ?? {}).filter((name) => !['id', 'doc'].includes(name));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(undefined, null, 7, Number.NaN, 'x', {}, [1], true),
        async (damaged, value) => {
          const whole = (await db.clips.get(first())) as ClipRow;
          await db.clips.put({ ...whole, ...Object.fromEntries(damaged.map((name) => [name, value])) } as ClipRow);
          await check();
          expect(await check()).toEqual({});
          const mended = (await db.clips.get(first())) as ClipRow;
          expect(Object.keys(mended)).toEqual(expect.arrayContaining(['url', 'title', 'tags', 'lists', 'capture']));
          for (const name of names)
            if (!damaged.includes(name) && !derived.includes(name))
              expect(mended[name as keyof ClipRow]).toEqual(whole[name as keyof ClipRow]);
          await db.clips.put(whole);
          await check();
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Follow from others, or say what the check found. */
const derived = ['keys', 'lists', 'pendingSince', 'kind', 'capture', 'updatedAt'];
