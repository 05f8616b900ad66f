/** The text a clip had before it was last read again: whether it is still there, and bringing it back. */
import type { ClipId } from '../model/ids';
import { request } from '../platform/messages';
import { getEarlierText } from '../store/earlier-text';
import { db } from './db';
import { describeFailure } from './failures';
import { t } from './i18n';
import { showToast } from './toasts';

/** Only a text that was read again has one; `textUpdatedAt` is that of the clip. */
export async function hasEarlierText(id: ClipId, textUpdatedAt: number | null): Promise<boolean> {
  return textUpdatedAt !== null && (await getEarlierText(db, id)) !== null;
}

/** Brings it back, and says that it did or why not. */
export async function bringBackText(id: ClipId): Promise<void> {
  const answer = await request('restore-text', { id });
  if (answer.ok) showToast({ text: t('reader_brought_back') });
  else showToast({ text: describeFailure(answer.failure), tone: 'problem' });
}
