/** What a person does to clips in the library and the reader: written at once, told by a toast, and taken back exactly. */
import type { Clip, ClipPatch, ClipStatus } from '../model/clip';
import type { ClipId } from '../model/ids';
import {
  deleteClips,
  type Earlier,
  editClips,
  getClips,
  listClipIds,
  purgeClips,
  putBack,
  restoreClips,
  tagClips,
} from '../store/clips';
import { failureOf } from '../store/failures';
import { db } from './db';
import { describeFailure } from './failures';
import { type PluralKey, t, tn } from './i18n';
import { inSlices } from './in-slices';
import { showToast } from './toasts';
import { offerUndo } from './undo';

export async function setStatus(ids: readonly ClipId[], status: ClipStatus): Promise<void> {
  const said = { inbox: 'library_done_inbox', kept: 'library_done_kept', archived: 'library_done_archived' } as const;
  await change(ids, 'status', said[status], (slice) => editClips(db, slice, { status }, Date.now()));
}

export async function setStarred(ids: readonly ClipId[], starred: boolean): Promise<void> {
  const said = starred ? 'library_done_starred' : 'library_done_unstarred';
  await change(ids, 'starred', said, (slice) => editClips(db, slice, { starred }, Date.now()));
}

/** Tags the same clips again and again, as one types: one step to take back. */
export async function changeTags(ids: readonly ClipId[], tags: { add: string[]; remove: string[] }): Promise<void> {
  if (tags.add.length + tags.remove.length === 0) return;
  await change(ids, 'tags', 'library_done_tagged', (slice) => tagClips(db, slice, tags, Date.now()));
}

export async function removeClips(ids: readonly ClipId[]): Promise<void> {
  await change(ids, 'deletedAt', 'library_done_deleted', (slice) => deleteClips(db, slice, Date.now()));
}

export async function restore(ids: readonly ClipId[]): Promise<void> {
  await change(ids, 'deletedAt', 'library_done_restored', async (slice) => {
    const before = await getClips(db, slice);
    await restoreClips(db, slice, Date.now());
    return before;
  });
}

/** Deletes for good: no undo, so the view asks first. */
export async function purge(ids: readonly ClipId[]): Promise<void> {
  const gone = await inSlices(ids, async (slice) => [
    { gone: await purgeClips(db, slice, Date.now()), asked: slice.length },
  ]);
  const sum = (of: 'gone' | 'asked') => gone.reduce((all, slice) => all + slice[of], 0);
  if (gone.length > 0) tellPurged(sum('gone'), sum('asked'));
}

/** Empties "Recently deleted". No undo, so the view asks first. */
export async function purgeAll(): Promise<void> {
  await told(async () => purge(await listClipIds(db, { deleted: true })));
}

/** Clips that posts use stay, and that is said. */
function tellPurged(gone: number, asked: number): void {
  const kept = asked - gone;
  if (kept > 0) showToast({ text: tn('library_kept_for_posts', kept), tone: 'problem' });
  else showToast({ text: tn('library_done_purged', gone) });
}

/** Copies an address; says whether it worked. */
export async function copyLink(url: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(url);
    showToast({ text: t('reader_link_copied') });
  } catch {
    showToast({ text: describeFailure({ kind: 'clipboard-refused' }), tone: 'problem' });
  }
}

/** Edits one clip's own words without a toast: what was typed is seen, and undone in the field. */
export async function editQuietly(id: ClipId, patch: ClipPatch): Promise<void> {
  await told(() => editClips(db, [id], patch, Date.now()));
}

async function change(
  ids: readonly ClipId[],
  field: 'status' | 'starred' | 'tags' | 'deletedAt',
  said: Done,
  write: (slice: readonly ClipId[]) => Promise<Clip[]>,
): Promise<void> {
  // Of each clip only what changes is kept for the way back: there may be very many.
  const before = await inSlices(ids, async (slice) =>
    (await write(slice)).map((clip): Earlier => ({ id: clip.id, [field]: clip[field] })),
  );
  if (before.length === 0) return;
  const of = field === 'tags' ? `tags of ${ids.join()}` : undefined;
  offerUndo(tn(said, before.length), () => inSlices(before, takeBack), of);
}

async function takeBack(slice: readonly Earlier[]): Promise<[]> {
  await putBack(db, slice, Date.now());
  return [];
}

type Done = Extract<PluralKey, `library_done_${string}`>;

/** Runs a write; a failure is shown instead of lost. */
async function told<T>(write: () => Promise<T>): Promise<void> {
  try {
    await write();
  } catch (error) {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
  }
}
