import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Clip, type ClipStatus, clipStatuses } from '../../../lib/model/clip';
import { createStub } from '../../../lib/model/clip-stub';
import { type ClipId, type ImageId, newId } from '../../../lib/model/ids';
import { tagKey } from '../../../lib/model/tag';
import {
  deleteClips,
  editClips,
  getClips,
  listClips,
  purgeDeleted,
  putBack,
  restoreClips,
  tagClips,
} from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { prefixesOf } from '../../../lib/store/list-keys';
import { finishClip, saveStub, updateText } from '../../../lib/store/saving';
import { addTallies } from '../../../lib/store/tally-keys';
import { aClip, aDraft } from '../clip-maker';

let db: Database;
beforeAll(() => {
  db = openDatabase('books');
});
afterAll(() => db.delete());

const sites = ['https://a.example/', 'https://m.b.example/', 'https://新闻.example/'];
const tagNames = ['EV', 'ev', '皮革', '皮 革', 'Leather', 'ＬＥＡＴＨＥＲ'];
const tags = fc.array(fc.constantFrom(...tagNames), { maxLength: 4 });
const which = fc.array(fc.nat(7), { maxLength: 5 });

type Step =
  | { do: 'save'; site: number; tags: string[]; language: string | null }
  | { do: 'finish' | 'update'; which: number }
  | { do: 'edit'; which: number[]; status: ClipStatus; starred: boolean; tags: string[] }
  | { do: 'tag'; which: number[]; add: string[]; remove: string[] }
  | { do: 'delete' | 'restore'; which: number[] }
  | { do: 'purge' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('save' as const),
    site: fc.nat(2),
    tags,
    language: fc.constantFrom(null, 'en', 'en-GB', 'zh-CN'),
  }),
  fc.record({ do: fc.constantFrom('finish' as const, 'update' as const), which: fc.nat(7) }),
  fc.record({
    do: fc.constant('edit' as const),
    which,
    status: fc.constantFrom(...clipStatuses),
    starred: fc.boolean(),
    tags,
  }),
  fc.record({ do: fc.constant('tag' as const), which, add: tags, remove: tags }),
  fc.record({ do: fc.constantFrom('delete' as const, 'restore' as const), which }),
  fc.record({ do: fc.constant('purge' as const) }),
);

async function run(steps: readonly Step[]): Promise<ClipId[]> {
  const ids: ClipId[] = [];
  const pick = (at: number) => ids[at % Math.max(1, ids.length)];
  const picks = (all: readonly number[]) => all.map(pick).filter((id) => id !== undefined);
  const imageId = () => newId<ImageId>();
  for (const [now, it] of steps.entries()) {
    const id = 'which' in it && typeof it.which === 'number' ? pick(it.which) : undefined;
    if (it.do === 'save') {
      const clip = aClip({ url: `${sites[it.site]}${ids.length}`, tags: [], language: it.language });
      await saveStub(db, clip);
      await tagClips(db, [clip.id], { add: it.tags }, now);
      ids.push(clip.id);
    } else if (it.do === 'finish' && id) await finishClip(db, id, aDraft({ language: 'zh-TW' }), now, imageId);
    else if (it.do === 'update' && id) await updateText(db, id, aDraft({ kind: 'selection' }), now, imageId);
    else if (it.do === 'edit')
      await editClips(db, picks(it.which), { status: it.status, starred: it.starred, tags: it.tags }, now);
    else if (it.do === 'tag') await tagClips(db, picks(it.which), { add: it.add, remove: it.remove }, now);
    else if (it.do === 'delete') await deleteClips(db, picks(it.which), now);
    else if (it.do === 'restore') await restoreClips(db, picks(it.which), now);
    else if (it.do === 'purge') await purgeDeleted(db, now - 5);
  }
  return ids;
}

async function empty() {
  await Promise.all(db.tables.map((table) => table.clear()));
}

/** What the counters and the tags table should say, counted anew from the clips. */
async function recount() {
  const clips = await db.clips.toArray();
  const lists = new Map<string, number>();
  const used = new Map<string, number>();
  for (const clip of clips) {
    for (const prefix of prefixesOf(clip)) lists.set(prefix, (lists.get(prefix) ?? 0) + 1);
    if (clip.deletedAt === null)
      for (const key of new Set(clip.tags.map(tagKey))) used.set(key, (used.get(key) ?? 0) + 1);
  }
  for (const prefix of [...lists.keys()]) if (prefix.startsWith('tag:')) lists.delete(prefix);
  return { lists, used };
}

/** What the tallies should be, added up anew. */
async function tallied() {
  const amounts = new Map<string, number>();
  for (const clip of await db.clips.toArray()) addTallies(amounts, clip, 1);
  return new Map([...amounts].filter(([, amount]) => amount > 0));
}

test('after any edits, counters count what is there and the tags table holds the tags in use', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await empty();
      await run(steps);
      const { lists, used } = await recount();
      expect(new Map((await db.counters.toArray()).map((row) => [row.prefix, row.count]))).toEqual(lists);
      expect(new Map((await db.tags.toArray()).map((tag) => [tag.key, tag.count]))).toEqual(used);
      expect(new Map((await db.tallies.toArray()).map((row) => [row.key, row.amount]))).toEqual(await tallied());
      for (const tag of await db.tags.toArray()) expect(tagKey(tag.name)).toBe(tag.key);
    }),
    { numRuns: 60 },
  );
});

test('no body and no image is left without its clip', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await empty();
      await run(steps);
      const there = new Set(await db.clips.toCollection().primaryKeys());
      expect((await db.bodies.toArray()).filter((body) => !there.has(body.clipId))).toEqual([]);
      expect((await db.images.toArray()).filter((image) => !there.has(image.clipId))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('undo of an edit, of tagging and of deleting gives back exactly what was there', async () => {
  const plain = (clips: Clip[]) => clips.map(({ updatedAt: _, ...clip }) => clip);
  const state = async (ids: ClipId[]) => ({
    clips: plain(await getClips(db, ids)),
    inbox: plain((await listClips(db, { status: 'inbox' }, { after: null, limit: 99 })).clips),
    lists: await db.counters.toArray(),
    tags: (await db.tags.toArray()).map(({ key, count }) => ({ key, count })),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 15 }),
      which,
      fc.record({ status: fc.constantFrom(...clipStatuses), starred: fc.boolean(), tags, note: fc.string() }),
      fc.constantFrom('edit', 'tag', 'delete'),
      async (steps, chosen, patch, kind) => {
        await empty();
        const ids = await run(steps);
        const there = await getClips(
          db,
          chosen.map((at) => ids[at]).filter((id) => id !== undefined),
        );
        const some = there.filter((clip) => clip.deletedAt === null).map((clip) => clip.id);
        const before = await state(ids);
        if (kind === 'edit') await putBack(db, await editClips(db, some, patch, 100), 101);
        else if (kind === 'tag')
          await putBack(db, await tagClips(db, some, { add: patch.tags, remove: ['EV'] }, 100), 101);
        else {
          await deleteClips(db, some, 100);
          await restoreClips(db, some, 101);
        }
        expect(await state(ids)).toEqual(before);
      },
    ),
    { numRuns: 60 },
  );
});

test('however often and at once a page is clipped, in two windows and with answers lost, there is one clip of it', async () => {
  const other = openDatabase('books');
  const address = (page: number, mark: number) => `${sites[page]}same${mark ? `?utm_source=${mark}#part` : ''}`;
  const ask = fc.record({ page: fc.nat(2), mark: fc.nat(2), window: fc.boolean(), again: fc.nat(2) });
  await fc.assert(
    fc.asyncProperty(fc.array(ask, { minLength: 1, maxLength: 12 }), async (asks) => {
      await empty();
      const answers = await Promise.all(
        asks.flatMap(({ page, mark, window, again }) => {
          const stub = createStub(newId<ClipId>(), { url: address(page, mark), title: 'T' }, 1);
          return Array.from({ length: again + 1 }, () => saveStub(window ? db : other, stub));
        }),
      );
      const clips = await db.clips.toArray();
      expect(clips).toHaveLength(new Set(asks.map(({ page }) => page)).size);
      expect(new Set(clips.flatMap(({ keys }) => keys)).size).toBe(clips.flatMap(({ keys }) => keys).length);
      const known = new Set(clips.map(({ id }) => id));
      expect(answers.filter(({ clip }) => !known.has(clip.id))).toEqual([]);
    }),
    { numRuns: 40 },
  );
  other.close();
});
