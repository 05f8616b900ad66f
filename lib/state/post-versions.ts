/** Versions of one post in several languages. */
import { freeSlug } from '../compose/slug';
import { newId, type PostId, type VersionsId } from '../model/ids';
import type { Post } from '../model/post';
import { failureOf } from '../store/failures';
import { addVersion, slugsOfPosts } from '../store/posts';
import { db } from './db';
import { describeFailure } from './failures';
import { showToast } from './toasts';

/**
 * Stores a draft of the post in another language: the same parts and clips, to be translated; quotes keep their own
 * language. Both know each other from now on. Null when it could not be stored.
 */
export async function startVersion(post: Post, language: string): Promise<PostId | null> {
  const now = Date.now();
  const id = newId<PostId>();
  const versions = post.versions ?? newId<VersionsId>();
  const tag = language.split('-')[0]?.toLowerCase() ?? language;
  const { steps: _, notices: __, ...words } = post;
  try {
    const slug = freeSlug(`${post.slug}-${tag}`, await slugsOfPosts(db, id));
    const fresh = { status: 'draft' as const, receipts: [], createdAt: now, updatedAt: now, deletedAt: null };
    await addVersion(db, post.id, {
      ...words,
      ...fresh,
      id,
      language,
      slug,
      slugEdited: true,
      canonicalUrl: '',
      versions,
    });
    return id;
  } catch (error) {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
    return null;
  }
}
