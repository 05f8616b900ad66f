/** What a person makes of a post: sent to review, approved, published by other means, corrected. */
import type { PostId } from '../model/ids';
import type { PostStatus } from '../model/post-status';
import { failureOf } from '../store/failures';
import { setPostStatus } from '../store/posts';
import { db } from './db';
import { describeFailure } from './failures';
import { settings } from './settings';
import { showToast } from './toasts';

/** Brings a post to a status in the name of this computer's author; says it when that cannot be stored. */
export async function moveToStatus(id: PostId, to: PostStatus, note = ''): Promise<void> {
  try {
    await setPostStatus(db, id, { at: Date.now(), to, by: settings.peek().author, note });
  } catch (error) {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
  }
}
