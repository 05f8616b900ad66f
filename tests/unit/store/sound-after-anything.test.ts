import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Annotation, AnnotationId } from '../../../lib/model/annotation';
import { type ClipId, type ImageId, newId, type TagJobId } from '../../../lib/model/ids';
import { deleteAnnotation, putAnnotation } from '../../../lib/store/annotations';
import { deleteClips, getClips, purgeDeleted, restoreClips, tagClips } from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { dropImageBytes } from '../../../lib/store/images';
import { storeArrivals } from '../../../lib/store/importing';
import { putImport, takeBackStep } from '../../../lib/store/imports';
import { checkLibrary } from '../../../lib/store/integrity';
import { finishClip, restoreText, saveStub, settleAsBookmark, updateText } from '../../../lib/store/saving';
import { emptyIndex } from '../../../lib/store/search-rows';
import { upkeepStep } from '../../../lib/store/search-upkeep';
import { compareNext, leaveStory } from '../../../lib/store/stories';
import { startTagJob, steerTagJob, stepTagJobs } from '../../../lib/store/tag-jobs';
import { aClip, aDraft } from '../clip-maker';
import { anArrival, aRecord, ids as newIds } from '../exchange/arrivals';

let db: Database;
beforeAll(() => {
  db = openDatabase('sound');
});
afterAll(() => db.delete());

async function empty() {
  await Promise.all(db.tables.map((table) => table.clear()));
  await db.searchState.put(emptyIndex());
}

const imageId = () => newId<ImageId>();
const record = aRecord('import1');
/** Texts that begin alike are one story. */
const comparer = {
  read: (text: string) => text,
  keys: (text: string) => [text.charCodeAt(0)],
  likeness: (a: string, b: string) => (a[0] === b[0] ? 1 : 0),
};

function highlightOf(clipId: ClipId, id: AnnotationId, now: number): Annotation {
  const quote = { type: 'TextQuoteSelector', exact: 'words', prefix: '', suffix: '' } as const;
  const target = { kind: 'text', source: 'https://a.example/', quote, position: null, range: null } as const;
  return { id, clipId, target, note: 'n', tags: [], colour: 'green', createdAt: now, updatedAt: now };
}

/** Everything that writes clips or what belongs to them; each gets the clips so far, one of them, and the time. */
const acts: Record<
  string,
  (given: { ids: ClipId[]; id: ClipId | undefined; now: number; n: number }) => Promise<unknown>
> = {
  save: async ({ ids, now }) => {
    const clip = aClip({ url: `https://a.example/${now}`, tags: [] });
    await saveStub(db, clip);
    ids.push(clip.id);
  },
  finish: async ({ id, now, n }) => id && finishClip(db, id, aDraft({ text: `${'abc'[n % 3]} text` }), now, imageId),
  settle: async ({ id, now }) => id && settleAsBookmark(db, id, 'pdf', now),
  update: async ({ id, now, n }) =>
    id && updateText(db, id, aDraft({ text: `${'abc'[n % 3]} newer`, images: [] }), now, imageId),
  'bring the text back': async ({ id, now }) => id && restoreText(db, id, now, imageId),
  tag: async ({ id, now, n }) => id && tagClips(db, [id], { add: [`t${n % 3}`], remove: [`t${(n + 1) % 3}`] }, now),
  delete: async ({ id, now }) => id && deleteClips(db, [id], now),
  restore: async ({ id, now }) => id && restoreClips(db, [id], now),
  purge: ({ now }) => purgeDeleted(db, now),
  mark: async ({ id, now, n }) =>
    id && (await db.clips.get(id)) && putAnnotation(db, highlightOf(id, `a${n}` as AnnotationId, now)),
  unmark: ({ n }) => deleteAnnotation(db, `a${n}` as AnnotationId),
  import: ({ now, n }) =>
    storeArrivals(
      db,
      record.id,
      [anArrival(`https://i.example/${n % 4}`, { page: { text: n % 2 ? 'c text' : '' } })],
      now,
      newIds,
    ),
  'take an import back': ({ now }) => takeBackStep(db, record.id, now),
  compare: ({ now }) => compareNext(db, comparer, now),
  part: async ({ id, now }) => id && leaveStory(db, id, now),
  'rename a tag': ({ now, n }) =>
    startTagJob(db, { id: newId<TagJobId>(), from: [`t${n % 3}`], to: `t${(n + 2) % 3}` }, now),
  'change tags': ({ now }) => stepTagJobs(db, now),
  'undo a rename': async ({ now }) => {
    const job = (await db.tagJobs.toArray()).at(-1);
    if (job) await steerTagJob(db, job.id, 'undo', now);
  },
  'drop image bytes': ({ now }) => dropImageBytes(db, now, () => undefined),
};

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(7)), { minLength: 5, maxLength: 40 });

test('whatever is done in whatever order, a full check of the library finds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (sequence, indexed) => {
      await empty();
      await putImport(db, record);
      const ids: ClipId[] = [];
      for (const [at, [act, n]] of [['save', 0] as const, ['save', 1] as const, ...sequence].entries())
        await acts[act]?.({ ids, id: ids[n % Math.max(1, ids.length)], now: 1_000 + at, n });
      if (indexed)
        while (await upkeepStep(db, () => null, { few: 1, many: 9, slice: 1e6, shelved: 1e9, beginning: 4 }));
      const effects = { now: 9_000, clock: () => 0, progress: () => undefined, pause: async () => undefined };
      const { findings } = await checkLibrary(db, effects);
      expect(findings).toEqual({});
      const keys = (await db.clips.toArray()).map(({ doc }) => doc);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 40 },
  );
});

test('undo of reading a text again gives back exactly the text, the images and the facts that were there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), fc.string(), fc.boolean(), async (text, title, withImages) => {
      await empty();
      const clip = aClip();
      await saveStub(db, clip);
      await finishClip(db, clip.id, aDraft({ text }), 10, imageId);
      const state = async () => ({
        clips: (await getClips(db, [clip.id])).map(({ updatedAt: _, ...rest }) => rest),
        body: (await db.bodies.get(clip.id))?.text,
        images: (await db.images.toArray()).map(({ updatedAt: _, ...rest }) => rest),
      });
      const before = await state();
      await updateText(
        db,
        clip.id,
        aDraft({ text: 'other', title, ...(withImages ? {} : { images: [] }) }),
        20,
        imageId,
      );
      await restoreText(db, clip.id, 30, imageId);
      expect(await state()).toEqual(before);
    }),
    { numRuns: 40 },
  );
});
