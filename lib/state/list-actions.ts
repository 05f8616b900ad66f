/** What a person does in the list of clips: with those selected, else with the one at the cursor. */
import { computed } from '@preact/signals';
import type { ClipId } from '../model/ids';
import type { TemplateId } from '../model/template';
import { changeTags, purge, purgeAll, removeClips, restore, setStarred, setStatus } from './clip-actions';
import { t } from './i18n';
import { isChanging } from './in-slices';
import { isByTime, jumpIn } from './jump';
import * as library from './library';
import type { Place } from './list-filter';
import { openOverlay, requestFocus } from './overlay';
import { go } from './route';
import { showToast } from './toasts';

/** Whether there are clips that an action is for. */
export const hasTargets = () => library.targets.value.length > 0;
/** What is selected is let alone while many clips are being changed: nothing is done to them twice. */
export const isFree = () => !isChanging.value || library.selected.value.size <= 1;
/** Whether there are clips to change. */
export const canChange = () => hasTargets() && !library.inBin.value && isFree();
const targets = () => library.targets.peek();

/** A place that clips of another status are not in: they leave the list when their status changes. */
const statusPlaces: readonly Place[] = ['inbox', 'kept', 'archived'];

/** Gives the targets another status. */
export function moveTo(status: 'inbox' | 'kept' | 'archived'): void {
  const ids = targets();
  const place = library.filter.peek().place;
  const leaves = statusPlaces.includes(place) && place !== status;
  if (leaves) void library.leaveFor(ids, () => setStatus(ids, status));
  else void setStatus(ids, status).then(library.clearSelection);
}

/** Stars the targets, or takes their stars away when all have one. */
export function toggleStar(): void {
  const ids = targets();
  const starred = !library.targetClips.peek().every((clip) => clip.starred);
  if (!starred && library.filter.peek().place === 'starred') void library.leaveFor(ids, () => setStarred(ids, starred));
  else void setStarred(ids, starred);
}

/** Deleting what is deleted already is for good, so it is asked for. */
export function remove(): void {
  const ids = targets();
  if (library.inBin.peek()) openOverlay('purge');
  else void library.leaveFor(ids, () => removeClips(ids));
}

/** Brings deleted clips back. */
export function bringBack(): void {
  const ids = targets();
  void library.leaveFor(ids, () => restore(ids));
}

/** Deletes the targets for good. */
export function purgeTargets(): void {
  const ids = targets();
  void library.leaveFor(ids, () => purge(ids));
}

/** Deletes all that is deleted for good. */
export function emptyBin(): void {
  library.clearSelection();
  void purgeAll();
}

/** Adds and removes tags of the targets. */
export function tagTargets(change: { add: string[]; remove: string[] }): void {
  void changeTags(targets(), change);
}

/** More clips than this nobody reads in one post. */
const mostInPost = 100;

/** Why the selected clips cannot become one post; null when they can. */
export const postRefusal = computed(() =>
  library.selected.value.size > mostInPost ? t('library_too_many_for_post', mostInPost) : null,
);

/** Begins a post with the targets. */
export function compose(ids: readonly ClipId[] = targets()): void {
  const refusal = postRefusal.peek();
  if (refusal !== null) showToast({ text: refusal, tone: 'problem' });
  else go({ view: 'new-post', clips: [...ids] });
}

/** Asks which template a post of the targets is made with. */
export function chooseTemplate(): void {
  const refusal = postRefusal.peek();
  if (refusal !== null) showToast({ text: refusal, tone: 'problem' });
  else openOverlay('template');
}

/** Begins a post with the targets and this template; `''`: without one. */
export function composeWith(template: TemplateId | ''): void {
  go({ view: 'new-post', clips: [...targets()], template });
}

/** Opens the clip at the cursor. */
export function openCurrent(): void {
  const id = library.cursor.peek();
  if (id) library.openClip(id);
}

/** Begins the list at a month, or at its top, and goes there. */
export function jumpTo(month: string | null): void {
  jumpIn(library.filter.peek(), month);
  requestFocus('list');
}

/** Goes to the first clip there is, also before where the list begins. */
export function toFirst(): void {
  if (library.begin.peek() !== null) jumpTo(null);
  else library.moveCursor(Number.NEGATIVE_INFINITY);
}

/** Whether one can jump to a month: in lists in the order of time. */
export const canJump = computed(() => isByTime(library.sorted.value) && !library.inBin.value);

/** Back, one step at a time: the selection, then the open clip. */
export function back(): void {
  if (library.selected.peek().size > 0) library.clearSelection();
  else if (library.openId.peek() !== null) {
    library.closeClip();
    requestFocus('list');
  }
}

/** Selects the clip at the cursor, or no longer. */
export function toggleCurrent(): void {
  const id = library.cursor.peek();
  if (id) library.toggleSelected(id);
}

/** Opens the page a clip is from. */
export function openOriginal(): void {
  const clip = library.targetClips.peek()[0];
  if (clip) open(clip.url, '_blank', 'noopener');
}

/** Sets or takes away one clip's star, whatever is selected. */
export function starClip(id: ClipId): void {
  const clip = library.clips.peek().find((other) => other.id === id);
  if (clip) void setStarred([id], !clip.starred);
}
