import { effect } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId, type TagJobId } from '../../../lib/model/ids';
import { db } from '../../../lib/state/db';
import { countOf, isCounted } from '../../../lib/state/filter-counts';
import { followRenames } from '../../../lib/state/follow-renames';
import { useMessages } from '../../../lib/state/i18n';
import * as library from '../../../lib/state/library';
import { go } from '../../../lib/state/route';
import { savedCounts } from '../../../lib/state/saved-counts';
import { savedSearches, saveSearch } from '../../../lib/state/saved-searches';
import { deleteClips, tagClips } from '../../../lib/store/clips';
import { saveStub } from '../../../lib/store/saving';
import { startTagJob, steerTagJob, stepTagJobs } from '../../../lib/store/tag-jobs';
import messages from '../../../public/_locales/en/messages.json';
import { aClip } from '../clip-maker';

const stops: (() => void)[] = [];
beforeEach(() => useMessages('en', messages));
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function save(title: string, ...tags: string[]) {
  const clip = aClip({ title });
  await saveStub(db, clip);
  await tagClips(db, [clip.id], { add: tags }, 1);
  return clip.id;
}
const soon = (see: () => void) => vi.waitFor(see, { timeout: 8000 });

test('filters count the current query, or (null) the library keeps the counts; saved searches count theirs', async () => {
  stops.push(effect(() => void [library.clips.value, countOf('tag', 'x'), savedCounts.value]));
  const seats = await save('Leather seats', 'leather', 'seats');
  await save('Leather shoes', 'leather');
  await save('Vinyl seats', 'seats');
  await saveSearch('Hides', { place: 'all', text: 'leather' });
  go({ view: 'clips', filter: { place: 'all' } });
  expect([isCounted(), countOf('tag', 'leather')]).toEqual([false, null]);
  go({ view: 'clips', filter: { place: 'all', text: 'seats ' } });
  await soon(() => expect([countOf('tag', 'Leather'), countOf('tag', 'seats')]).toEqual([1, 2]));
  expect([countOf('is', 'bookmark'), countOf('has', 'image'), countOf('status', 'kept')]).toEqual([2, 0, 0]);
  await soon(() => expect([...savedCounts.value.values()]).toEqual([2]));
  await deleteClips(db, [seats], 2);
  await soon(() => expect([countOf('tag', 'leather'), countOf('tag', 'seats')]).toEqual([0, 1]));
  await soon(() => expect([...savedCounts.value.values()]).toEqual([1]));
  go({ view: 'clips', filter: { place: 'all' } });
  expect(isCounted()).toBe(false);
});

test('the list that is shown, and saved searches, follow a tag that is renamed, and back', async () => {
  stops.push(
    effect(() => void [library.clips.value, savedSearches.value]),
    followRenames(9),
  );
  await save('One', 'lether');
  go({ view: 'clips', filter: { place: 'all', text: 'tag:lether one ' } });
  const job = await startTagJob(db, { id: newId<TagJobId>(), from: ['lether'], to: 'Leather' }, 10);
  await soon(() => expect(library.filter.value.text).toBe('tag:Leather one '));
  if (job) await steerTagJob(db, job.id, 'undo', 11);
  while (await stepTagJobs(db, 12));
  await soon(() => expect(library.filter.value.text).toBe('tag:lether one '));
});
