/** A library for tests of what is done with its clips. */
import type { Clip } from '../../../lib/model/clip';
import type { ClipId } from '../../../lib/model/ids';
import { db } from '../../../lib/state/db';
import { useMessages } from '../../../lib/state/i18n';
import { undoLast } from '../../../lib/state/undo';
import { saveStub } from '../../../lib/store/saving';
import messages from '../../../public/_locales/en/messages.json';
import { aClip } from '../clip-maker';

/** Clips at as many addresses, the first of them the newest. */
export async function fill(count: number, fields: (i: number) => Partial<Clip> = () => ({})): Promise<ClipId[]> {
  const ids: ClipId[] = [];
  for (let i = 0; i < count; i++) {
    const url = `https://example.com/${i}`;
    const clip = aClip({ url, title: `Story ${i}`, clippedAt: 1_700_000_000_000 - i * 1000, ...fields(i) });
    await saveStub(db, clip);
    ids.push(clip.id);
  }
  return ids;
}

/** No clips, and nothing to undo. */
export async function empty(): Promise<void> {
  useMessages('en', messages);
  for (let more = true; more; ) more = await undoLast();
  await Promise.all([db.clips.clear(), db.tags.clear(), db.counters.clear()]);
}
