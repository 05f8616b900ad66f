/** The ledger on disk: what of a post went to which place. */
import type { ClipId, PostId, PublicationId } from '../model/ids';
import type { Publication } from '../model/publication';
import type { Database } from './database';

/** Where a post went, in the order of the first attempts. */
export async function publicationsOfPost(db: Database, id: PostId): Promise<Publication[]> {
  return db.publications.where('postId').equals(id).sortBy('createdAt');
}

/** Every publication that readers can have, in no order. */
export async function publishedNow(db: Database): Promise<Publication[]> {
  return (await db.publications.toArray()).filter(({ state, remote }) => state === 'published' && remote !== null);
}

/** Where posts that draw on a clip went. */
export async function publicationsOfClip(db: Database, id: ClipId): Promise<Publication[]> {
  return db.publications.where('clips').equals(id).sortBy('createdAt');
}

/** Adds a publication unless there is one: then what it is. */
export function beginPublication(db: Database, publication: Publication): Promise<Publication> {
  return db.transaction('rw', db.publications, async () => {
    const known = await db.publications.get(publication.id);
    if (known) return known;
    await db.publications.add(publication);
    return publication;
  });
}

/** Changes a publication; null when there is none. `change` must be quick and free of effects. */
export function changePublication(
  db: Database,
  id: PublicationId,
  now: number,
  change: (before: Publication) => Publication,
): Promise<Publication | null> {
  return db.transaction('rw', db.publications, async () => {
    const before = await db.publications.get(id);
    if (!before) return null;
    const after = { ...change(before), updatedAt: now };
    await db.publications.put(after);
    return after;
  });
}
