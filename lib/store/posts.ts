/** Posts: kept as they are written, several at a time, with the receipts of where they went. */
import type { PostId, VersionsId } from '../model/ids';
import type { Post, Receipt } from '../model/post';
import { type PostStatus, type StatusStep, statusAfterDelivery } from '../model/post-status';
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
    const saved = stored ? withStored(post, stored) : post;
    await db.posts.put(saved);
    return { saved };
  });
}

/** What writing does not touch is as stored. */
function withStored(post: Post, { receipts, status, steps, deletedAt }: Post): Post {
  return { ...post, receipts, status, ...(steps ? { steps } : {}), deletedAt };
}

/** The other versions of a post, in no order; none that is deleted. */
export async function versionsOf(db: Database, versions: VersionsId, except: PostId): Promise<Post[]> {
  const all = await db.posts.where('versions').equals(versions).toArray();
  return all.filter((post) => post.id !== except && post.deletedAt === null);
}

/** Stores a version of a post, and marks the post as one of the same group. */
export function addVersion(db: Database, of: PostId, version: Post): Promise<void> {
  return db.transaction('rw', db.posts, async () => {
    const post = await db.posts.get(of);
    if (post && version.versions && !post.versions)
      await db.posts.put({
        ...post,
        versions: version.versions,
        updatedAt: Math.max(version.updatedAt, post.updatedAt + 1),
      });
    await db.posts.put(version);
  });
}

/** Brings a post to a status, beside what is being edited; the post as it is now, null when it is gone. */
export function setPostStatus(db: Database, id: PostId, step: StatusStep): Promise<Post | null> {
  return db.transaction('rw', db.posts, async () => {
    const post = await db.posts.get(id);
    if (!post) return null;
    const moved = stepTo(post, step);
    await db.posts.put(moved);
    return moved;
  });
}

function stepTo(post: Post, step: StatusStep): Post {
  return { ...post, status: step.to, steps: [...(post.steps ?? []), step] };
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
export function addReceipt(
  db: Database,
  id: PostId,
  receipt: Receipt,
  publicAt: number | null = receipt.at,
): Promise<Post | null> {
  return db.transaction('rw', db.posts, async () => {
    const post = await db.posts.get(id);
    if (!post) return null;
    const receipts = [...post.receipts.filter((other) => other.id !== receipt.id), receipt];
    const to: PostStatus = statusAfterDelivery(post.status, publicAt, receipt.at);
    const noted = { ...(to === post.status ? post : stepTo(post, { at: receipt.at, to, by: '', note: '' })), receipts };
    await db.posts.put(noted);
    return noted;
  });
}
