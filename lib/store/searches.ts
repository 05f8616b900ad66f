/** Saved searches, in the order a person has put them in. */
import type { SavedSearch, SearchId } from '../model/saved-search';
import type { TagJob } from '../model/tag-job';
import { renameTags } from '../search/query-edit';
import type { Database } from './database';

export function listSearches(db: Database): Promise<SavedSearch[]> {
  return db.searches.orderBy('position').toArray();
}

/** Adds a search behind the others; asked again with the same id nothing happens. */
export function addSearch(
  db: Database,
  search: Pick<SavedSearch, 'id' | 'name' | 'query' | 'place'>,
  now: number,
): Promise<void> {
  return db.transaction('rw', db.searches, async () => {
    if (await db.searches.get(search.id)) return;
    const last = await db.searches.orderBy('position').last();
    await db.searches.add({ ...search, position: (last?.position ?? 0) + 1, createdAt: now, updatedAt: now });
  });
}

/** Changes a search that is still there; returns it as it was, or null. */
export function editSearch(
  db: Database,
  id: SearchId,
  patch: Partial<Pick<SavedSearch, 'name' | 'query' | 'place'>>,
  now: number,
): Promise<SavedSearch | null> {
  return db.transaction('rw', db.searches, async () => {
    const before = await db.searches.get(id);
    if (!before) return null;
    await db.searches.put({ ...before, ...patch, updatedAt: now });
    return before;
  });
}

/** Deletes a search; returns it for `restoreSearch`, or null when it was gone. */
export function deleteSearch(db: Database, id: SearchId): Promise<SavedSearch | null> {
  return db.transaction('rw', db.searches, async () => {
    const before = await db.searches.get(id);
    await db.searches.delete(id);
    return before ?? null;
  });
}

/** Puts a search back as it was, place in the order included. */
export async function restoreSearch(db: Database, search: SavedSearch): Promise<void> {
  await db.searches.put(search);
}

/** Puts a search at an index of the order; others keep theirs. */
export function moveSearch(db: Database, id: SearchId, to: number, now: number): Promise<void> {
  return db.transaction('rw', db.searches, async () => {
    const all = await listSearches(db);
    const from = all.findIndex((search) => search.id === id);
    const [moved] = from < 0 ? [] : all.splice(from, 1);
    if (!moved) return;
    all.splice(Math.max(0, Math.min(to, all.length)), 0, moved);
    const changed = all.flatMap((search, i) =>
      search.position === i + 1 ? [] : { ...search, position: i + 1, updatedAt: now },
    );
    await db.searches.bulkPut(changed);
  });
}

type Renamed = NonNullable<TagJob['searches']>;

/** Lets searches that ask for a tag ask for what it becomes. Needs a transaction over `searches`. */
export async function renameInSearches(
  db: Database,
  from: readonly string[],
  to: string,
  now: number,
): Promise<Renamed> {
  const changed = (await listSearches(db)).flatMap((search) => {
    const query = renameTags(search.query, from, to);
    return query === search.query ? [] : { before: search, after: { ...search, query, updatedAt: now } };
  });
  await db.searches.bulkPut(changed.map(({ after }) => after));
  return changed.map(({ before, after }) => ({ id: before.id, before: before.query, after: after.query }));
}

/** Takes that back in searches that a person has not changed since. Needs a transaction over `searches`. */
export async function renameBack(db: Database, renamed: Renamed, now: number): Promise<void> {
  const searches = await db.searches.bulkGet(renamed.map(({ id }) => id));
  const back = searches.flatMap((search, i) => {
    const { before, after } = renamed[i] ?? {};
    return search && before !== undefined && search.query === after ? { ...search, query: before, updatedAt: now } : [];
  });
  await db.searches.bulkPut(back);
}
