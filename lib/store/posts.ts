/** Posts: kept as they are written, several at a time, with the receipts of where they went. */
import type { PostId } from '../model/ids';
import type { Post, Receipt } from '../model/post';
import type { Database } from './database';

/** Stores a post as it is now. */
export async function putPost(db: Database, post: Post): Promise<void> {
  await db.posts.put(post);
}

/**
 * Stores an edited post, unless somebody else stored it after `basedOn` (its `updatedAt` when editing began): then
 * nothing is written and theirs is returned. What editing does not touch (receipts, status, deletion) stays as stored.
 */
export function replacePost(db: Database, post: Post, basedOn: number): Promise<{ saved: Post } | { newer: Post }> {
  return db.transaction('rw', db.posts, async () => {
    const stored = await db.posts.get(post.id);
    if (stored && stored.updatedAt !== basedOn) return { newer: stored };
    const saved = stored
      ? { ...post, receipts: stored.receipts, status: stored.status, deletedAt: stored.deletedAt }
      : post;
    await db.posts.put(saved);
    return { saved };
  });
}

/** A post, deleted ones too. */
export async function getPost(db: Database, id: PostId): Promise<Post | null> {
  return (await db.posts.get(id)) ?? null;
}

/** Posts that are not deleted, last changed first. */
export function listPosts(db: Database): Promise<Post[]> {
  return db.posts
    .orderBy('updatedAt')
    .reverse()
    .filter((post) => post.deletedAt === null)
    .toArray();
}

/** The slugs of all posts that are not deleted, but for that of `except`. */
export async function slugsOfPosts(db: Database, except: PostId): Promise<Set<string>> {
  return new Set((await listPosts(db)).flatMap((post) => (post.id === except ? [] : post.slug)));
}

/** Takes a post out of the list; `restorePost` brings it back. */
export async function deletePost(db: Database, id: PostId, now: number): Promise<void> {
  await db.posts.update(id, { deletedAt: now });
}

export async function restorePost(db: Database, id: PostId): Promise<void> {
  await db.posts.update(id, { deletedAt: null });
}

/** Notes that a post went somewhere, beside what is being edited. A receipt of the same id is replaced. */
export function addReceipt(db: Database, id: PostId, receipt: Receipt): Promise<Post | null> {
  return db.transaction('rw', db.posts, async () => {
    const post = await db.posts.get(id);
    if (!post) return null;
    const receipts = [...post.receipts.filter((other) => other.id !== receipt.id), receipt];
    const noted = { ...post, receipts, status: 'published' as const };
    await db.posts.put(noted);
    return noted;
  });
}
