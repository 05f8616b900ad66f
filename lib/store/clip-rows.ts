/** The one way a clip is written: row, lists, counters and tags change together or not at all. */
import type { ClipRecord } from '../model/archive';
import type { Clip } from '../model/clip';
import { type Tag, tagKey } from '../model/tag';
import { normaliseUrl } from '../model/url';
import type { Change, ClipRow, Database } from './database';
import { listsOf, prefixIn, tagPrefix } from './list-keys';
import { isFoundOtherwise, numberRows, pendingGone, queueFields, readHighlights } from './search-pending';
import { touchedStories, withStoryMates } from './story-mates';
import { moveTallies } from './tallies';
import { addTallies } from './tally-keys';

/** A stored clip as everyone else knows it. */
export function clipOf(row: ClipRow): Clip {
  const {
    keys: _keys,
    lists: _lists,
    pendingSince: _pending,
    doc: _doc,
    alone: _alone,
    found: _found,
    changed: _changed,
    ...clip
  } = row;
  return clip;
}

/** A stored clip with all that cannot be derived from it: what an archive keeps. */
export function clipRecordOf(row: ClipRow): ClipRecord {
  return { ...clipOf(row), keys: row.keys, found: row.found, changed: row.changed };
}

/** A clip stored for the first time. */
export function newRow(clip: Clip): ClipRow {
  const { byline, siteName, publishedAt, language } = clip;
  return derive({ ...clip, keys: [], lists: [], found: { byline, siteName, publishedAt, language }, changed: {} });
}

/** `row` with its index fields made anew. */
export function derive(row: ClipRow): ClipRow {
  const { pendingSince: _pending, ...rest } = row;
  if (!rest.story) delete rest.alone;
  const keys = [...new Set([...row.keys, row.key, normaliseUrl(row.url)])]; // once known, always known
  const pending = row.capture.state === 'pending' ? { pendingSince: row.createdAt } : {};
  return { ...rest, keys, lists: listsOf(rest), ...pending };
}

type ChangedToo =
  | 'annotations'
  | 'bodies'
  | 'images'
  | 'posts'
  | 'standing'
  | 'earlier'
  | 'stories'
  | 'storyQueue'
  | 'storyApart'
  | 'tagJobs'
  | 'tagSteps'
  | 'searches'
  | 'imports'
  | 'importSteps';

/** Runs `work` in one durable transaction over everything a clip's row touches, and `others`. */
export function changeClips<T>(db: Database, others: readonly ChangedToo[], work: () => Promise<T>): Promise<T> {
  const always = [db.clips, db.counters, db.tags, db.tallies, db.annotations, db.searchPending, db.searchState];
  return db.transaction('rw', [...new Set([...always, ...others.map((name) => db[name])])], work);
}

/**
 * Writes rows, what is counted of them and what the search index has to learn. `null` after: the row goes. Needs a
 * transaction of `changeClips`. Returns the rows as written, which now have document numbers.
 */
export async function writeRows(db: Database, asked: readonly Change[], now: number): Promise<ClipRow[]> {
  const stories = touchedStories(asked);
  const changes = stories.size > 0 ? await withStoryMates(db, asked, stories) : asked;
  const [rows] = await Promise.all([storeRows(db, changes), count(db, changes, now)]);
  return rows;
}

/** Writes the rows and what the index has to learn. Each wait for the database is felt by who clips: there are two. */
async function storeRows(db: Database, changes: readonly Change[]): Promise<ClipRow[]> {
  const written = changes.flatMap(({ after }) => after ?? []);
  const found = new Set(changes.flatMap(({ before, after }) => (after && isNews(before, after) ? after.id : [])));
  // An await that waits for nothing of the database can make Dexie lose the transaction it is in.
  const [{ rows, next }, highlights] =
    found.size > 0
      ? await Promise.all([numberRows(db, written), readHighlights(db, [...found])])
      : [{ rows: written, next: null }, null];
  const gone = changes.flatMap(({ before, after }) => (before && !after ? before.id : []));
  const lost = changes.flatMap(({ before, after }) => (before && !after ? pendingGone(before) : []));
  const work: PromiseLike<unknown>[] = [];
  if (next) work.push(db.searchState.put(next));
  if (highlights) {
    const news = rows.filter(({ id }) => found.has(id));
    work.push(queueFields(db, news, highlights));
  }
  if (lost.length > 0) work.push(db.searchPending.bulkAdd(lost));
  const [only] = rows;
  if (rows.length === 1 && only) work.push(db.clips.put(only));
  else if (rows.length > 0) work.push(db.clips.bulkPut(rows));
  if (gone.length > 0) work.push(db.clips.bulkDelete(gone));
  await Promise.all(work);
  return rows;
}

/** Whether the index finds a row by something else than before. */
const isNews = (before: ClipRow | null, after: ClipRow): boolean =>
  !before || after.doc === undefined || isFoundOtherwise(before, after);

/** Writes `after` for each row of the ids that exist; returns the rows as they were. */
export async function changeRows(
  db: Database,
  ids: readonly string[],
  now: number,
  change: (row: ClipRow) => ClipRow,
): Promise<ClipRow[]> {
  const rows = (await db.clips.bulkGet([...new Set(ids)])).filter((row) => row !== undefined);
  await writeRows(
    db,
    rows.map((before) => ({ before, after: derive(change(before)) })),
    now,
  );
  return rows;
}

async function count(db: Database, changes: readonly Change[], now: number): Promise<void> {
  const deltas = new Map<string, number>();
  const add = (row: ClipRow | null, by: number) => {
    for (const key of row?.lists ?? []) {
      const prefix = prefixIn(key);
      deltas.set(prefix, (deltas.get(prefix) ?? 0) + by);
    }
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  const amounts = new Map<string, number>();
  for (const { before, after } of changes) {
    addTallies(amounts, before, -1);
    addTallies(amounts, after, 1);
  }
  const moved = [...deltas].filter(([, delta]) => delta !== 0);
  await Promise.all([
    moveTallies(db, amounts),
    moveCounters(
      db,
      moved.filter(([prefix]) => !prefix.startsWith('tag:')),
    ),
    moveTags(
      db,
      moved.filter(([prefix]) => prefix.startsWith('tag:')),
      spellings(changes),
      now,
    ),
  ]);
}

async function moveCounters(db: Database, moved: [prefix: string, delta: number][]): Promise<void> {
  if (moved.length === 0) return;
  const stored = await db.counters.bulkGet(moved.map(([prefix]) => prefix));
  const counted = moved.map(([prefix, delta], i) => ({ prefix, count: (stored[i]?.count ?? 0) + delta }));
  await Promise.all([
    db.counters.bulkPut(counted.filter(({ count }) => count > 0)),
    db.counters.bulkDelete(counted.filter(({ count }) => count <= 0).map(({ prefix }) => prefix)),
  ]);
}

async function moveTags(
  db: Database,
  moved: [prefix: string, delta: number][],
  names: Map<string, string>,
  now: number,
): Promise<void> {
  if (moved.length === 0) return;
  const keys = moved.map(([prefix]) => prefix.slice('tag:'.length));
  const stored = await db.tags.bulkGet(keys);
  const counted = moved.map(([prefix, delta], i): Tag => {
    const [key, tag] = [keys[i] ?? '', stored[i]];
    return {
      ...tag,
      key,
      name: tag?.name ?? names.get(prefix) ?? key,
      count: (tag?.count ?? 0) + delta,
      lastUsedAt: delta > 0 ? Math.max(now, tag?.lastUsedAt ?? 0) : (tag?.lastUsedAt ?? now),
    };
  });
  await Promise.all([
    db.tags.bulkPut(counted.filter(staysKnown)),
    db.tags.bulkDelete(counted.filter((tag) => !staysKnown(tag)).map((tag) => tag.key)),
  ]);
}

/** Whether a tag is in use, or has what a person gave it. */
export const staysKnown = (tag: Tag): boolean => tag.count > 0 || tag.colour !== undefined || Boolean(tag.description);

/** How the tags of the clips written are spelled, by list prefix. */
function spellings(changes: readonly Change[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { after } of changes) for (const tag of after?.tags ?? []) if (tagKey(tag)) names.set(tagPrefix(tag), tag);
  return names;
}
