/** A post and what it is made of as one file for a colleague. See docs/archive-format.md. */
import { writeArchive } from '../exchange/archive/write-archive';
import type { Post } from '../model/post';
import type { Result } from '../model/result';
import type { SaveTarget } from '../platform/save-stream';
import type { Database } from '../store/database';
import { attempt } from '../store/failures';
import { setPostStatus } from '../store/posts';
import { getShared, putShared } from '../store/shared-posts';
import { bundleRecords, sentPost } from './bundle-records';
import { readMaterials } from './materials';

export type SendWish = {
  /** What the colleague should know; plain text. */
  message: string;
  /** The draft goes into review. */
  review: boolean;
};
/** Who sends, and the version of Clipsheet they send with. */
export type Sender = { by: string; generator: string };

/** Writes the bundle of a post to a file, and keeps what was sent as the version that both have. */
export async function writeBundle(
  db: Database,
  post: Post,
  { message, review }: SendWish,
  { by, generator }: Sender,
  target: SaveTarget,
): Promise<Result<null>> {
  const now = Date.now();
  const step = { at: now, to: 'in-review' as const, by, note: message };
  const sent = sentPost(review ? { ...post, status: step.to, steps: [...(post.steps ?? []), step] } : post);
  const read = await attempt(db, () => Promise.all([readMaterials(db, post), getShared(db, post.id)]));
  if (!read.ok) return read;
  const [materials, shared] = read.value;
  const pieces = writeArchive({
    read: (table, pageSize) => bundleRecords(db, sent, materials, table, pageSize),
    settings: null,
    scope: 'post',
    bundle: { post: post.id, by, message, base: shared?.post ?? null },
    generator,
    now,
  });
  const saved = await target(pieces, new AbortController().signal);
  if (!saved.ok) return saved;
  return attempt(db, async () => {
    if (review) await setPostStatus(db, post.id, step);
    await putShared(db, { postId: post.id, post: sent, at: now });
    return null;
  });
}
