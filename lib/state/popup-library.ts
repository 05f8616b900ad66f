/** The popup's view of the database: loaded after its first paint. */
import { effect } from '@preact/signals';
import type { Clip, ImageBytes } from '../model/clip';
import type { ClipId } from '../model/ids';
import type { Tag } from '../model/tag';
import { getClip } from '../store/clips';
import { suggestTags } from '../store/facets';
import { getImage } from '../store/images';
import { storyMates } from '../store/stories';
import { allTags } from '../store/tag-jobs';
import { db } from './db';
import { live } from './live';
import { showColoursOf } from './tag-colours';

/** Reports the clip, the bytes of its lead image and the other clips of its story, now and on every change, for as long as the page lives. */
export function followClip(
  id: ClipId,
  onChange: (clip: Clip | null, lead: ImageBytes | null, sameStory: readonly Clip[]) => void,
): void {
  const state = live<{ clip: Clip | null; lead: ImageBytes | null; others: Clip[] } | null>(async () => {
    const clip = (await getClip(db, id)) ?? null;
    const image = clip?.leadImage ? await getImage(db, clip.leadImage) : null;
    return { clip, lead: image?.bytes ?? null, others: clip ? await storyMates(db, clip) : [] };
  }, null);
  effect(() => {
    if (state.value) onChange(state.value.clip, state.value.lead, state.value.others);
  });
}

/** Known tags for what is typed, most used first. */
export function suggestFromLibrary(typed: string): Promise<Tag[]> {
  return suggestTags(db, typed, [], 50);
}

/** Shows the colours of tags once the popup is painted. */
export async function loadTagColours(): Promise<void> {
  showColoursOf(await allTags(db));
}
