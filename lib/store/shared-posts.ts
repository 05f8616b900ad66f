/** Posts that travel between colleagues: the version that both last had, and what came back. */
import type { PostId } from '../model/ids';
import type { Post, SharedPost } from '../model/post';
import type { Database } from './database';

export async function getShared(db: Database, id: PostId): Promise<SharedPost | null> {
  return (await db.shared.get(id)) ?? null;
}

export async function putShared(db: Database, shared: SharedPost): Promise<void> {
  await db.shared.put(shared);
}

/** What was there before a post was received: what takes it back. */
export type BeforeReceiving = { post: Post | null; shared: SharedPost | null };

/**
 * Stores a post that came from a colleague, and the version that both have now, unless the post is no longer what it
 * was when the person looked (`seen`): then nothing is written and null is returned.
 */
export function receivePost(
  db: Database,
  post: Post,
  shared: SharedPost,
  seen: Post | null,
): Promise<BeforeReceiving | null> {
  return db.transaction('rw', db.posts, db.shared, async () => {
    const stored = (await db.posts.get(post.id)) ?? null;
    if (JSON.stringify(stored) !== JSON.stringify(seen)) return null;
    const before = { post: stored, shared: (await db.shared.get(post.id)) ?? null };
    await db.posts.put(post);
    await db.shared.put(shared);
    return before;
  });
}

/** Takes it back; false when the post has been changed since, and nothing is written. */
export function unreceivePost(db: Database, received: Post, before: BeforeReceiving): Promise<boolean> {
  return db.transaction('rw', db.posts, db.shared, async () => {
    const stored = await db.posts.get(received.id);
    if (JSON.stringify(stored) !== JSON.stringify(received)) return false;
    if (before.post) await db.posts.put(before.post);
    else await db.posts.delete(received.id);
    if (before.shared) await db.shared.put(before.shared);
    else await db.shared.delete(received.id);
    return true;
  });
}
