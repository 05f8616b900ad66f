/** Clips of one story: how many there are of those in the list, which, and that a person says they are not the same. */
import { computed } from '@preact/signals';
import type { Clip } from '../model/clip';
import type { ClipId, StoryId } from '../model/ids';
import { failureOf } from '../store/failures';
import { leaveStory, rejoinStory, storyMates, storySizes } from '../store/stories';
import { db } from './db';
import { describeFailure } from './failures';
import { t } from './i18n';
import { clips, targetClips } from './library';
import { live } from './live';
import { showToast } from './toasts';
import { offerUndo } from './undo';

/** As text, so that scrolling asks again only when other stories come into the list. */
const listed = computed(() => [...new Set(clips.value.flatMap((clip) => clip.story ?? []))].join(' '));
const sizes = live<ReadonlyMap<StoryId, number>>(
  () => storySizes(db, listed.value.split(' ').filter(Boolean) as StoryId[]),
  new Map(),
);

/** How many other clips of its story the library has. */
export function otherSources(clip: Clip): number {
  return clip.story && clip.deletedAt === null ? Math.max(0, (sizes.value.get(clip.story) ?? 1) - 1) : 0;
}

/** The other clips of the current clip's story, oldest first. */
export const targetStory = live<{ clip: Clip | null; others: readonly Clip[] }>(
  async () => {
    const clip = targetClips.value[0] ?? null;
    return { clip, others: clip ? await storyMates(db, clip) : [] };
  },
  { clip: null, others: [] },
);

/** Takes a clip out of its story for good, with a way back. */
export async function partFromStory(id: ClipId): Promise<void> {
  try {
    const parting = await leaveStory(db, id, Date.now());
    if (parting) offerUndo(t('reader_parted'), () => rejoinStory(db, parting, Date.now()));
  } catch (error) {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
  }
}
