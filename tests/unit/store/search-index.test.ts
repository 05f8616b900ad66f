import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Clip } from '../../../lib/model/clip';
import { type ImageId, newId } from '../../../lib/model/ids';
import type { SearchQuery } from '../../../lib/model/search-query';
import { unpackDirectory } from '../../../lib/search/block';
import { parseQuery } from '../../../lib/search/query';
import { eachToken } from '../../../lib/search/tokens';
import { deleteClips, editClips, getClip, purgeClips, restoreClips } from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { finishClip, saveStub, updateText } from '../../../lib/store/saving';
import { searchClips } from '../../../lib/store/search';
import type { MergeRow } from '../../../lib/store/search-rows';
import { indexProgress, tidyIndex, upkeepStep } from '../../../lib/store/search-upkeep';
import { aClip, aDraft } from '../clip-maker';

let db: Database;
let turn = 0;
beforeEach(() => {
  db = openDatabase(`search-${++turn}`);
});
afterEach(async () => {
  db.close();
  await new Promise((resolve) => setTimeout(resolve));
  for (const { name } of await indexedDB.databases()) if (name) await Dexie.delete(name);
});

const now = 1_760_000_000_000;
const ask = (typed: string): SearchQuery => parseQuery(typed, { now, locale: 'en' });
const noPause = () => null;
/** So small that a few clips make segments, merges of several slices, and databases of segments. */
const tiny = { few: 2, many: 6, slice: 150, shelved: 400, beginning: 4 };

async function add(text: string, fields: Partial<Clip> = {}): Promise<Clip> {
  const clip = aClip(fields);
  await saveStub(db, clip);
  const draft = aDraft({ text, title: clip.title, byline: null, siteName: null, language: clip.language });
  await finishClip(db, clip.id, { ...draft, url: clip.url }, now, () => newId<ImageId>());
  return clip;
}

async function titles(typed: string): Promise<string[]> {
  const { clips } = await searchClips(db, ask(typed), { limit: 100 });
  return clips.map(({ title }) => title).sort();
}

async function settle(): Promise<void> {
  await tidyIndex(db);
  while (await upkeepStep(db, noPause, tiny));
}

test('finds words of the text, the headline, tags and notes, in English and Chinese', async () => {
  await add('Synthetic leather for car seats', { title: 'One', tags: ['Interiors'] });
  await add('汽车皮革行业的开放', { title: 'Two', note: 'for the blog' });
  expect(await titles('leather ')).toEqual(['One']);
  expect(await titles('interiors ')).toEqual(['One']);
  expect(await titles('two ')).toEqual(['Two']);
  expect(await titles('blog ')).toEqual(['Two']);
  expect(await titles('皮革')).toEqual(['Two']);
  expect(await titles('開放')).toEqual(['Two']);
  expect(await titles('革')).toEqual(['Two']);
  expect(await titles('leath')).toEqual(['One']);
  expect(await titles('lether ')).toEqual(['One']);
  expect(await titles('-leather')).toEqual(['Two']);
  expect(await titles('tag:interiors')).toEqual(['One']);
});

test('phrases stand side by side; the count says when texts have not been looked into', async () => {
  await add('the leather industry grows', { title: 'One' });
  await add('an industry of leather', { title: 'Two' });
  expect(await titles('"leather industry"')).toEqual(['One']);
  expect(await titles('leather-industry ')).toEqual(['One']);
  expect(await titles('-"leather industry"')).toEqual(['Two']);
  expect(await titles('"leather industry" or "of leather"')).toEqual(['One', 'Two']);
  await add('车皮革命与汽车', { title: 'Three' });
  await add('汽车皮革', { title: 'Four' });
  expect(await titles('汽车皮革')).toEqual(['Four']);
  const found = await searchClips(db, ask('"leather industry"'), { limit: 100 });
  expect([found.total, found.exact]).toEqual([1, true]);
});

test('sorts, pages and counts', async () => {
  for (let i = 0; i < 25; i++)
    await add('common words', {
      title: `Story ${i}`,
      url: `https://example.com/${i}`,
      clippedAt: 1_700_000_000_000 + i * 1000,
    });
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page: Awaited<ReturnType<typeof searchClips>> = await searchClips(db, ask('common sort:oldest'), {
      limit: 10,
      after,
    });
    expect(page.total).toBe(25);
    seen.push(...page.clips.map(({ title }) => title));
    after = page.next;
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => `Story ${i}`));
  const byTitle = await searchClips(db, ask('common sort:title'), { limit: 3 });
  expect(byTitle.clips.map(({ title }) => title)).toEqual(['Story 0', 'Story 1', 'Story 10']);
});

test('a library without an index is indexed from its texts, and a lost index is made again', async () => {
  for (let i = 0; i < 30; i++) await add(`word${i} alpha`, { title: `Story ${i}` });
  await Promise.all([db.searchPending.clear(), db.searchState.delete('index')]);
  expect(await indexProgress(db)).toEqual({ done: 0, total: 30 });
  await settle();
  expect(await indexProgress(db)).toBeNull();
  expect((await titles('alpha ')).length).toBe(30);
  expect(await db.searchPending.count()).toBe(0);
  for (let i = 0; i < 40; i++) await add(`word${i} beta`, { title: `Later ${i}` });
  await settle();
  await db.searchBlocks.clear();
  for (const { name } of await indexedDB.databases()) if (name?.includes('-index-')) await Dexie.delete(name);
  const broken = openDatabase(db.name);
  const partly = await searchClips(broken, ask('beta '), { limit: 100 });
  expect(partly.total).toBeLessThan(40);
  await expect.poll(() => indexProgress(db)).not.toBeNull();
  await settle();
  expect((await searchClips(broken, ask('beta '), { limit: 100 })).total).toBe(40);
  broken.close();
}, 30_000);

/** A directory as it was first written: like the terms of a block. */
function firstDirectory(firsts: readonly string[]): Uint8Array {
  const bytes = firsts.flatMap((term) => {
    const units = [...term].flatMap((unit) => (unit < '\x80' ? unit.charCodeAt(0) : [255, 255, 255]));
    return [0, term.length, ...units];
  });
  return Uint8Array.from(bytes);
}

test('an index as it was first written is read, and a merge that was begun with it starts again', async () => {
  for (let i = 0; i < 40; i++) {
    await add(`aa${i} alpha alphabet`, { title: `Story ${i}` });
    if (i % 10 === 9) await upkeepStep(db, noPause, tiny); // a segment
  }
  const underWay = async () => ((await db.searchState.get('merge')) as MergeRow | undefined)?.after ?? null;
  while ((await underWay()) === null) expect(await upkeepStep(db, noPause, tiny)).toBe(true);
  await db.searchState.toCollection().modify((row) => {
    if ('directory' in row) row.directory = firstDirectory(unpackDirectory(row.directory));
  });
  const opened = openDatabase(db.name);
  const count = async (typed: string) => (await searchClips(opened, ask(typed), { limit: 100 })).total;
  expect(await Promise.all(['alpha ', 'alp', 'aa7 '].map(count))).toEqual([40, 40, 1]);
  await settle();
  expect(await db.searchState.get('merge')).toBeUndefined();
  expect(await Promise.all(['alpha ', 'alp', 'aa7 '].map(count))).toEqual([40, 40, 1]);
  const rows = await db.searchState.where('name').startsWith('segment:').toArray();
  expect(rows.map((row) => 'directory' in row && typeof row.directory)).toEqual(rows.map(() => 'string'));
  opened.close();
});

// --- Against a brute-force scan ---------------------------------------------------------------------------------------

const words = ['leather', 'feather', 'leathers', 'car', 'cars', 'seat', '皮革', '汽车皮', '革命', '漢字', 'zürich'];
const word = fc.constantFrom(...words);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
const act = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), text }),
  fc.record({ kind: fc.constant('edit' as const), at: fc.nat(20), title: text }),
  fc.record({ kind: fc.constant('tag' as const), at: fc.nat(20), tag: word }),
  fc.record({ kind: fc.constant('retext' as const), at: fc.nat(20), text }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('restore' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('purge' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('flush' as const) }),
  fc.record({ kind: fc.constant('crash' as const), after: fc.nat(12) }),
  fc.record({ kind: fc.constant('settle' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Upkeep that dies at its `after`-th write, as when the browser stops a worker. */
async function dyingUpkeep(after: number): Promise<void> {
  let left = after;
  const original = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function put(this: IDBObjectStore, ...args) {
    if (left-- <= 0) throw new Error('stopped');
    return original.apply(this, args);
  };
  try {
    for (let i = 0; i < 9; i++) await upkeepStep(db, noPause, tiny);
  } catch {
    expect(left).toBeLessThan(0);
  } finally {
    IDBObjectStore.prototype.put = original;
  }
}

async function perform(step: Act, clips: Clip[]): Promise<void> {
  const target = 'at' in step ? clips[step.at % Math.max(1, clips.length)] : undefined;
  const ids = target ? [target.id] : [];
  if (step.kind === 'add') clips.push(await add(step.text));
  else if (step.kind === 'edit') await editClips(db, ids, { title: step.title }, now);
  else if (step.kind === 'tag') await editClips(db, ids, { tags: [step.tag] }, now);
  else if (step.kind === 'retext' && target)
    await updateText(db, target.id, { ...aDraft({ text: step.text }), url: target.url }, now, () => newId<ImageId>());
  else if (step.kind === 'delete') await deleteClips(db, ids, now);
  else if (step.kind === 'restore') await restoreClips(db, ids, now);
  else if (step.kind === 'purge') {
    await deleteClips(db, ids, now);
    await purgeClips(db, ids, now);
  } else if (step.kind === 'flush') await upkeepStep(db, noPause, tiny);
  else if (step.kind === 'crash') await dyingUpkeep(step.after);
  else if (step.kind === 'settle') await settle();
}

async function expected(clips: readonly Clip[], token: string): Promise<string[]> {
  const found: string[] = [];
  for (const { id } of clips) {
    const clip = await getClip(db, id);
    if (!clip || clip.deletedAt !== null) continue;
    const body = await db.bodies.get(id);
    const tokens = new Set<string>();
    for (const field of [clip.title, clip.sourceTitle, ...clip.tags, clip.byline ?? '', body?.text ?? ''])
      eachToken(field, (each) => tokens.add(each));
    if ([...tokens].some((each) => each === token || (token === 'lea' && each.startsWith(token)))) found.push(id);
  }
  return found.sort();
}

test('after any edits, merges and crashes a search finds what a scan of all clips finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 24 }), async (steps) => {
      db = openDatabase(`walk-${++turn}`);
      const clips: Clip[] = [];
      for (const step of steps) await perform(step, clips);
      for (const settled of [false, true]) {
        if (settled) await settle();
        for (const [token, typed] of [
          ['leather', '"leather"'],
          ['cars', '"cars"'],
          ['皮革', '皮革'],
          ['汉字', '漢字'],
          ['zurich', '"Zurich"'],
          ['lea', 'lea'],
        ] as const) {
          const found = await searchClips(db, ask(typed), { limit: 100 });
          expect(found.clips.map(({ id }) => id as string).sort()).toEqual(await expected(clips, token));
        }
      }
      db.close();
    }),
    { numRuns: 40 },
  );
}, 120_000);
