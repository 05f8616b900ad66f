import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clipStatuses } from '../../../lib/model/clip';
import { type ImageId, newId } from '../../../lib/model/ids';
import type { FilterNode } from '../../../lib/model/search-query';
import { parseQuery } from '../../../lib/search/query';
import { toggleFilter } from '../../../lib/search/query-edit';
import type { Operator } from '../../../lib/search/query-words';
import { deleteClips, editClips } from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { finishClip, saveStub } from '../../../lib/store/saving';
import { searchClips } from '../../../lib/store/search';
import { countFilters, countMatches } from '../../../lib/store/search-counts';
import { upkeepStep } from '../../../lib/store/search-upkeep';
import { aClip, aDraft } from '../clip-maker';

let db: Database;
let turn = 0;
beforeEach(() => {
  db = openDatabase(`counts-${++turn}`);
});
afterEach(async () => {
  db.close();
  await new Promise((resolve) => setTimeout(resolve));
  for (const { name } of await indexedDB.databases()) if (name) await Dexie.delete(name);
});

const now = new Date(2026, 10, 23, 12).getTime();
const day = 24 * 60 * 60 * 1000;
const ask = (typed: string) => parseQuery(typed, { now, locale: 'en' });
const filterOf = (typed: string) => ask(typed).where as FilterNode;
const tiny = { few: 2, many: 6, slice: 150, shelved: 400, beginning: 4 };

const hosts = ['a.example.com', 'b.example.com', 'example.org'];
const tags = ['leather', '皮革', 'ev'];
const words = ['seats', 'ports', '汽车皮革'];
const story = fc.record({
  text: fc.subarray(words),
  tags: fc.subarray(tags),
  host: fc.constantFrom(...hosts),
  language: fc.constantFrom('en', 'zh-CN'),
  status: fc.constantFrom(...clipStatuses),
  note: fc.constantFrom('', 'noted'),
  age: fc.integer({ min: 0, max: 40 }),
  fate: fc.constantFrom('stays', 'stays', 'edited', 'deleted'),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

async function store({ text, host, language, fate, age, ...fields }: Story, nth: number): Promise<void> {
  const url = `https://${host}/${nth}`;
  const clip = aClip({ ...fields, url, language, title: `Story ${nth}`, clippedAt: now - age * day - 1 });
  await saveStub(db, clip);
  const draft = aDraft({ text: text.join(' '), title: clip.title, siteName: null, byline: null, language, url });
  await finishClip(db, clip.id, draft, now, () => newId<ImageId>());
  if (fate === 'deleted') await deleteClips(db, [clip.id], now);
  if (nth % 3 === 0) for (let i = 0; i < 4; i++) await upkeepStep(db, () => null, tiny);
  if (fate === 'edited') await editClips(db, [clip.id], { tags: ['ev'], status: 'kept' }, now);
}

const conditions = ['is:annotated', 'is:bookmark', 'has:image'];
const times = ['today', '7d', '2026-10'];
const queries = ['', 'seats ', 'tag:ev ports ', 'site:example.com', 'status:kept clipped:30d', '汽车皮革', 'lang:zh'];

test('each filter says how many clips a click on it finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(story, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...queries),
      async (stories, query) => {
        db = openDatabase(`counts-${++turn}`);
        for (const [nth, each] of stories.entries()) await store(each, nth);
        const asked = {
          conditions: conditions.map(filterOf),
          spans: times.map((time) => filterOf(`clipped:${time}`) as { from: number | null; to: number | null }),
        };
        const counts = await countFilters(db, ask(query), {}, asked);
        const found = async (operator: Operator, value: string) => {
          const asks = ask(query).where;
          const isThere = toggleFilter(query, operator, value).length < query.length;
          if (isThere && asks) return null; // a click would take it away
          return (await searchClips(db, ask(`${toggleFilter(query, operator, value)} `), { limit: 99 })).total;
        };
        const said = async (operator: Operator, value: string, count: number | undefined) => {
          const total = await found(operator, value);
          const others = operator === 'tag' || operator === 'is' || operator === 'has' || operator === 'clipped';
          // A further value of what a clip has one of widens the answer: then it says how many are added.
          const base =
            others || total === null || !query.includes(`${operator}:`) ? 0 : await countMatches(db, ask(query), {});
          if (total !== null)
            expect([query, operator, value, count ?? 0]).toEqual([query, operator, value, total - base]);
        };
        for (const tag of tags) await said('tag', tag, counts.tags.get(tag));
        for (const host of hosts.filter((host) => !query.includes('site:') || host.endsWith('org')))
          await said('site', host, counts.sites.get(host));
        for (const status of clipStatuses) await said('status', status, counts.statuses.get(status));
        for (const language of ['en', 'zh']) await said('lang', language, counts.languages.get(language));
        for (const [i, time] of times.entries()) await said('clipped', time, counts.spans[i]);
        for (const [i, condition] of conditions.entries()) {
          const [operator = '', value = ''] = condition.split(':');
          await said(operator as Operator, value, counts.conditions[i]);
        }
        db.close();
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

test('the matches of a list are those that its pages show', async () => {
  for (let nth = 0; nth < 9; nth++) await store({ ...plain, status: nth % 2 ? 'kept' : 'inbox' }, nth);
  expect(await countMatches(db, ask('seats '), {})).toBe(9);
  expect(await countMatches(db, ask('seats '), { status: 'kept' })).toBe(4);
  expect(await countMatches(db, ask('"汽车皮革"'), {})).toBe(0);
});

const plain: Story = {
  ...{ text: ['seats'], tags: [], host: 'example.org', language: 'en', status: 'inbox', note: '', age: 1 },
  fate: 'stays',
};
