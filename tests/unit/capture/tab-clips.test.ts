import { expect, test, vi } from 'vitest';
import { createTabClips } from '../../../lib/capture/tab-clips';
import { joinEdits } from '../../../lib/model/early-edits';
import { type ClipId, newId } from '../../../lib/model/ids';
import type { ClipOutcome } from '../../../lib/model/requests';
import { fail, ok, type Result } from '../../../lib/model/result';
import { aClip } from '../clip-maker';

const id = newId<ClipId>();

test('an edit that comes while the page is being clipped waits for the clip, also a known one of another id', async () => {
  const known = aClip({ tags: ['EV'] });
  let save: (outcome: Result<ClipOutcome>) => void = () => undefined;
  const clips = createTabClips(
    () =>
      new Promise((resolve) => {
        save = resolve;
      }),
  );
  void clips.clip(id);
  const outcome = clips.outcome(id);
  save(ok({ clip: known, outcome: 'known' }));
  expect(await outcome).toEqual(ok({ clip: known, outcome: 'known' }));
});

test('asking again tells the clip as it was found and does not clip again', async () => {
  const clip = vi.fn(async () => ok({ clip: aClip(), outcome: 'saved' as const }));
  const clips = createTabClips(clip);
  expect(await clips.clip(id)).toBe(await clips.clip(id));
  expect(clip).toHaveBeenCalledTimes(1);
});

test('what failed is tried again when asked again', async () => {
  const answers: Result<ClipOutcome>[] = [fail({ kind: 'storage-full' }), ok({ clip: aClip(), outcome: 'saved' })];
  const clips = createTabClips(async () => answers.shift() ?? fail({ kind: 'no-answer' }));
  expect((await clips.clip(id)).ok).toBe(false);
  expect((await clips.clip(id)).ok).toBe(true);
});

test('an edit of a clip that nobody asked for is refused', async () => {
  const clips = createTabClips(async () => ok({ clip: aClip(), outcome: 'saved' }));
  expect(await clips.outcome(id)).toEqual(fail({ kind: 'not-found' }));
});

test('early edits lose nothing that the clip had, and do not pile up', () => {
  const clip = aClip({ tags: ['EV'], note: 'Old' });
  expect(joinEdits(clip, { tags: ['l'] }).tags).toEqual(['EV', 'l']);
  expect(joinEdits(clip, { tags: ['ev', 'leather'], note: 'New' })).toEqual({
    tags: ['EV', 'leather'],
    note: 'Old\nNew',
  });
});
