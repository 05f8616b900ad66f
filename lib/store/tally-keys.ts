/** What statistics add up, by key: amounts of a week or month that change in the transaction that changes a clip. */
import type { Clip } from '../model/clip';
import { tagKey } from '../model/tag';

/** `months`: clips by the month of clipping. `clips` and `words` by the week of clipping, `read` (words) by that of reading, `tag` by month and tag. */
export const tallyKinds = ['months', 'clips', 'words', 'read', 'tag'] as const;
export type TallyKind = (typeof tallyKinds)[number];

const stop = '\0';
const day = 24 * 60 * 60 * 1000;

/**
 * The Monday of a time, `2026-11-02`. Weeks and months are those of UTC: wherever one travels, a clip is taken from the
 * week that it was added to.
 */
export function weekOf(time: number): string {
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  return dayOf(time - weekday * day);
}

/** `2026-11`. */
export const monthOf = (time: number): string => dayOf(time).slice(0, 7);

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export function tallyKey(kind: TallyKind, ...parts: string[]): string {
  return [kind, ...parts].join(stop);
}

/** The parts of a key behind its kind. */
export function partsOfTally(key: string): string[] {
  return key.split(stop).slice(1);
}

/** Adds what a clip counts for, `by` times, to the amounts of its keys. A deleted clip counts for nothing. */
export function addTallies(amounts: Map<string, number>, clip: Clip | null, by: 1 | -1): void {
  if (!clip || clip.deletedAt !== null) return;
  const add = (key: string, amount: number) => amounts.set(key, (amounts.get(key) ?? 0) + by * amount);
  const { words } = clip.length;
  add(tallyKey('months', monthOf(clip.clippedAt)), 1);
  add(tallyKey('clips', weekOf(clip.clippedAt)), 1);
  add(tallyKey('words', weekOf(clip.clippedAt)), words);
  if (clip.readAt !== undefined) add(tallyKey('read', weekOf(clip.readAt)), words);
  for (const key of new Set(clip.tags.map(tagKey))) add(tallyKey('tag', monthOf(clip.clippedAt), key), 1);
}
