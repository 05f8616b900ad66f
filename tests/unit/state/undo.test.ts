import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Clip } from '../../../lib/model/clip';
import type { ClipId } from '../../../lib/model/ids';
import { changeTags, editQuietly, purgeAll, removeClips, setStatus } from '../../../lib/state/clip-actions';
import { db } from '../../../lib/state/db';
import { dismissToast, toasts } from '../../../lib/state/toasts';
import { undoLast } from '../../../lib/state/undo';
import { getClip } from '../../../lib/store/clips';
import { empty, fill } from './filled-library';

beforeEach(empty);

describe('undo', () => {
  it('restores status, tags and deleted clips exactly, latest first', async () => {
    const ids = await fill(3, (i) => ({ tags: i === 1 ? ['EV', '皮革'] : ['EV'], status: i === 2 ? 'kept' : 'inbox' }));
    const before = await Promise.all(ids.map((id) => getClip(db, id)));
    await changeTags(ids, { add: ['new'], remove: ['ev'] });
    await setStatus(ids, 'archived');
    await removeClips(ids);
    expect((await getClip(db, ids[1] as ClipId))?.tags).toEqual(['皮革', 'new']);
    for (let more = true; more; ) more = await undoLast();
    const after = await Promise.all(ids.map((id) => getClip(db, id)));
    const personal = (clip: Clip | null) => clip && [clip.tags, clip.status, clip.deletedAt, clip.starred, clip.note];
    expect(after.map(personal)).toEqual(before.map(personal));
  });

  it('gives back a change of very many clips in one step', async () => {
    const ids = await fill(450, (i) => ({ status: i % 3 === 0 ? 'kept' : 'inbox' }));
    await setStatus(ids, 'archived');
    await removeClips(ids);
    const gone = await Promise.all(ids.map((id) => getClip(db, id)));
    expect(gone.every((clip) => clip?.status === 'archived' && clip.deletedAt !== null)).toBe(true);
    expect(await undoLast()).toBe(true);
    expect(await undoLast()).toBe(true);
    const back = await Promise.all(ids.map((id) => getClip(db, id)));
    expect(back.every((clip, i) => clip?.deletedAt === null && clip.status === (i % 3 === 0 ? 'kept' : 'inbox'))).toBe(
      true,
    );
    expect(await undoLast()).toBe(false);
  }, 60_000);

  it('takes tags back that were added one after the other, and leaves a note written since', async () => {
    const [id] = (await fill(1)) as [ClipId];
    for (const toast of toasts.value) dismissToast(toast.id);
    for (const tag of ['a', 'b', 'c']) await changeTags([id], { add: [tag], remove: [] });
    expect(toasts.value).toHaveLength(1);
    await editQuietly(id, { note: 'Ask for samples' });
    expect(await undoLast()).toBe(true);
    expect(await getClip(db, id)).toMatchObject({ tags: [], note: 'Ask for samples' });
    expect(await undoLast()).toBe(false);
  });

  it('happens once, whether by the toast or by the key', async () => {
    const [id] = await fill(1);
    await setStatus([id as ClipId], 'kept');
    const toast = toasts.value.at(-1);
    toast?.undo?.();
    await vi.waitFor(async () => expect((await getClip(db, id as ClipId))?.status).toBe('inbox'));
    await setStatus([id as ClipId], 'archived');
    toast?.undo?.();
    expect((await getClip(db, id as ClipId))?.status).toBe('archived');
    expect(await undoLast()).toBe(true);
    expect(await undoLast()).toBe(false);
    expect((await getClip(db, id as ClipId))?.status).toBe('inbox');
  });

  it('is not offered for what is deleted for good', async () => {
    const [id] = await fill(1);
    await removeClips([id as ClipId]);
    await purgeAll();
    expect(await getClip(db, id as ClipId)).toBeNull();
    expect(toasts.value.at(-1)?.undo).toBeNull();
  });
});
