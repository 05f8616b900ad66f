/** The popup's view of the database: loaded after its first paint. */
import { effect } from '@preact/signals';
import type { Clip, ImageBytes } from '../model/clip';
import type { ClipId } from '../model/ids';
import type { Tag } from '../model/tag';
import { getClip } from '../store/clips';
import { suggestTags } from '../store/facets';
import { getImage } from '../store/images';
import { db } from './db';
import { live } from './live';

/** Reports the clip and the bytes of its lead image, now and on every change, for as long as the page lives. */
export function followClip(id: ClipId, onChange: (clip: Clip | null, lead: ImageBytes | null) => void): void {
  const state = live<{ clip: Clip | null; lead: ImageBytes | null } | null>(async () => {
    const clip = (await getClip(db, id)) ?? null;
    const image = clip?.leadImage ? await getImage(db, clip.leadImage) : null;
    return { clip, lead: image?.bytes ?? null };
  }, null);
  effect(() => {
    if (state.value) onChange(state.value.clip, state.value.lead);
  });
}

/** Known tags for what is typed, most used first. */
export function suggestFromLibrary(typed: string): Promise<Tag[]> {
  return suggestTags(db, typed, [], 50);
}
