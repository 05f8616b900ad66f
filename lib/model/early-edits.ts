/** What is edited before it is known whether the page's clip is new or was in the library already. */
import type { Clip, ClipPatch } from './clip';
import { mergeTags } from './tag';

export type EarlyEdits = Pick<ClipPatch, 'tags' | 'note'>;

/** What was edited early, joined with what the clip has: nothing of either is lost. */
export function joinEdits(clip: Clip, early: ClipPatch): ClipPatch {
  const joined = { ...early };
  if (early.tags) joined.tags = mergeTags(clip.tags, early.tags);
  if (early.note && clip.note) joined.note = `${clip.note}\n${early.note}`;
  return joined;
}
