/** Renaming, merging and deleting tags on any number of clips: in small transactions, each of which leaves the books true. */
import type { Clip } from '../model/clip';
import type { TagJobId } from '../model/ids';
import { cleanTag, mergeTags, type Tag, tagKey } from '../model/tag';
import type { TagJob } from '../model/tag-job';
import { changeClips, changeRows, staysKnown } from './clip-rows';
import type { ClipRow, Database } from './database';
import { placeIn, rangeOf, tagPrefix } from './list-keys';
import { renameBack, renameInSearches } from './searches';

/** Clips changed in one transaction: few enough that nobody else waits. */
const stepSize = 100;
/** How long a change of tags can be taken back, in milliseconds. */
const keptFor = 7 * 24 * 60 * 60 * 1000;

/**
 * Writes a job down; `runTagJobs` does it. Asked again with the same id nothing happens. Null when it would change
 * nothing: no such tags, or an empty name.
 */
export function startTagJob(
  db: Database,
  asked: { id: TagJobId; from: readonly string[]; to: string | null },
  now: number,
): Promise<TagJob | null> {
  return db.transaction('rw', [db.tagJobs, db.tagSteps, db.tags, db.searches], async () => {
    const same = await db.tagJobs.get(asked.id);
    if (same) return same;
    await dropOldJobs(db, now - keptFor);
    const from = [...new Set(asked.from.map(tagKey))];
    const to = asked.to === null ? null : cleanTag(asked.to);
    const target = to === null ? [] : [tagKey(to)];
    const tagsBefore = (await db.tags.bulkGet([...new Set([...from, ...target])])).filter((tag) => !!tag);
    const going = tagsBefore.filter((tag) => from.includes(tag.key));
    if (going.length === 0 || to === '') return null;
    const total = going.reduce((sum, tag) => sum + tag.count, 0);
    const job: TagJob = {
      ...{ id: asked.id, from, to, state: 'running', total, changed: 0, list: 0, after: null, tagsBefore },
      ...{ createdAt: now, updatedAt: now },
    };
    if (to !== null) {
      job.searches = await renameInSearches(db, from, to, now);
      await db.tags.put(inherited(to, going, tagsBefore, now));
    }
    await db.tagJobs.add(job);
    return job;
  });
}

/** The tag that others become: its own colour and description, else theirs. */
function inherited(to: string, going: readonly Tag[], before: readonly Tag[], now: number): Tag {
  const there = before.find((tag) => tag.key === tagKey(to));
  const colour = there?.colour ?? going.find((tag) => tag.colour)?.colour;
  const description = there?.description || going.find((tag) => tag.description)?.description;
  return {
    key: tagKey(to),
    name: to,
    count: there?.count ?? 0,
    lastUsedAt: there?.lastUsedAt ?? now,
    ...(colour ? { colour } : {}),
    ...(description ? { description } : {}),
  };
}

/** Stops a job at its next step, lets it go on, or undoes what it has done. */
export function steerTagJob(db: Database, id: TagJobId, to: 'stop' | 'continue' | 'undo', now: number): Promise<void> {
  return db.transaction('rw', db.tagJobs, async () => {
    const job = await db.tagJobs.get(id);
    if (!job) return;
    const states = {
      stop: job.state === 'running' ? 'stopped' : job.state,
      continue: job.state === 'stopped' ? 'running' : job.state,
      undo: job.state === 'undone' ? 'undone' : 'undoing',
    } as const;
    await db.tagJobs.put({ ...job, state: states[to], updatedAt: now });
  });
}

/** The job last written down; null when there is none. */
export async function lastTagJob(db: Database): Promise<TagJob | null> {
  return (await db.tagJobs.orderBy('id').last()) ?? null;
}

/**
 * Makes the next step of the oldest job that has one; false when nothing is left to do. Each step finds in the database
 * where the last one ended, so it does not matter who runs it, how many do, and who goes away.
 */
export async function stepTagJobs(db: Database, now: number): Promise<boolean> {
  const waiting = await db.tagJobs.where('state').anyOf('running', 'undoing').primaryKeys();
  const id = waiting.sort()[0] as TagJobId | undefined;
  if (id === undefined) return false;
  await changeClips(db, ['tagJobs', 'tagSteps', 'searches'], async () => {
    const job = await db.tagJobs.get(id);
    if (job?.state === 'running') await stepForward(db, job, now);
    else if (job?.state === 'undoing') await stepBack(db, job, now);
  });
  return true;
}

async function stepForward(db: Database, job: TagJob, now: number): Promise<void> {
  const prefixes = [...job.from.map(tagPrefix), 'deleted'];
  const prefix = prefixes[job.list];
  if (prefix === undefined) {
    // Clips that were given one of the tags meanwhile are changed too.
    if (await hasMore(db, job)) await db.tagJobs.put({ ...job, list: 0, after: null, updatedAt: now });
    else await finish(db, { ...job, state: 'done', updatedAt: now }, []);
    return;
  }
  const [from, end] = rangeOf(prefix, {}, job.after);
  const rows = await db.clips
    .where('lists')
    .between(from, end, job.after === null, false)
    .limit(stepSize)
    .toArray();
  const wanted = rows.filter((row) => row.tags.some((tag) => job.from.includes(tagKey(tag))));
  const retagged = new Map(wanted.map((row) => [row.id, retag(row, job)]));
  await changeRows(
    db,
    wanted.map((row) => row.id),
    now,
    (row) => withTags(row, retagged.get(row.id) ?? row.tags, now),
  );
  if (wanted.length > 0)
    await db.tagSteps.add({
      jobId: job.id,
      clips: wanted.map((row) => ({ id: row.id, before: row.tags, after: retagged.get(row.id) ?? row.tags })),
    });
  const last = rows.at(-1);
  const walked = rows.length < stepSize || !last;
  const changed = job.changed + wanted.filter((row) => row.deletedAt === null).length;
  await db.tagJobs.put({
    ...job,
    changed,
    total: Math.max(job.total, changed),
    list: walked ? job.list + 1 : job.list,
    after: walked ? null : placeIn(last.lists),
    updatedAt: now,
  });
}

async function hasMore(db: Database, job: TagJob): Promise<boolean> {
  const stays = job.to === null ? null : tagKey(job.to);
  for (const key of job.from.filter((from) => from !== stays)) {
    const [lower, upper] = rangeOf(tagPrefix(key), {}, null);
    if ((await db.clips.where('lists').between(lower, upper, true, false).count()) > 0) return true;
  }
  return false;
}

async function stepBack(db: Database, job: TagJob, now: number): Promise<void> {
  const step = await db.tagSteps.where('jobId').equals(job.id).last();
  if (step?.step === undefined) {
    await renameBack(db, job.searches ?? [], now);
    return finish(db, { ...job, changed: 0, state: 'undone', updatedAt: now }, job.tagsBefore);
  }
  const earlier = new Map(step.clips.map((clip) => [clip.id, clip]));
  const rows = await changeRows(db, [...earlier.keys()], now, (row) => {
    const clip = earlier.get(row.id);
    return clip ? withTags(row, takenBack(row, clip), now) : row;
  });
  await Promise.all([
    db.tagSteps.delete(step.step),
    db.tagJobs.put({ ...job, changed: Math.max(0, job.changed - rows.length), updatedAt: now }),
  ]);
}

/** The end of a job: tags nobody has go, and after an undo those there were are as they were. */
async function finish(db: Database, job: TagJob, restored: readonly Tag[]): Promise<void> {
  const keys = [...new Set([...job.from, ...(job.to === null ? [] : [tagKey(job.to)])])];
  const tags = new Map((await db.tags.bulkGet(keys)).flatMap((tag) => (tag ? [[tag.key, tag] as const] : [])));
  const stays = job.to === null ? null : tagKey(job.to);
  for (const key of keys) {
    const [tag, before] = [tags.get(key), restored.find((other) => other.key === key)];
    if (before) tags.set(key, { ...before, count: tag?.count ?? 0, lastUsedAt: before.lastUsedAt });
    else if (tag && job.state === 'undone')
      tags.set(key, { key, name: tag.name, count: tag.count, lastUsedAt: tag.lastUsedAt });
    else if (tag && key !== stays && tag.count === 0) tags.delete(key);
  }
  const kept = [...tags.values()].filter(staysKnown);
  await Promise.all([
    db.tags.bulkPut(kept),
    db.tags.bulkDelete(keys.filter((key) => !kept.some((tag) => tag.key === key))),
    db.tagJobs.put(job),
  ]);
}

/** The tags of a clip with the job done: the new one stands where the first of the old ones stood. */
function retag(clip: Clip, job: TagJob): string[] {
  const { to } = job;
  const renamed = clip.tags.flatMap((tag) => (job.from.includes(tagKey(tag)) ? (to ?? []) : tag));
  return mergeTags([], renamed);
}

/** What undoing gives a clip: exactly what it had, and with it what was done to its tags since. */
function takenBack(row: ClipRow, clip: { before: string[]; after: string[] }): string[] {
  if (row.tags.join('\n') === clip.after.join('\n')) return clip.before;
  const keysBefore = new Set(clip.before.map(tagKey));
  const keysAfter = new Set(clip.after.map(tagKey));
  const given = new Set([...keysAfter].filter((key) => !keysBefore.has(key)));
  const taken = clip.before.filter((tag) => !keysAfter.has(tagKey(tag)));
  return mergeTags(
    row.tags.filter((tag) => !given.has(tagKey(tag))),
    taken,
  );
}

function withTags(row: ClipRow, tags: string[], now: number): ClipRow {
  return { ...row, tags, updatedAt: now, changed: { ...row.changed, tags: now } };
}

async function dropOldJobs(db: Database, before: number): Promise<void> {
  const old = await db.tagJobs.filter((job) => job.createdAt < before && job.state !== 'running').primaryKeys();
  await Promise.all([db.tagJobs.bulkDelete(old), db.tagSteps.where('jobId').anyOf(old).delete()]);
}

/** Gives a tag a colour or a description; undefined or empty takes it away. Nothing happens to a tag that is gone. */
export function describeTag(
  db: Database,
  key: string,
  words: { colour?: Tag['colour']; description?: string },
): Promise<void> {
  return db.transaction('rw', db.tags, async () => {
    const tag = await db.tags.get(key);
    if (!tag) return;
    const { colour, description, ...rest } = { ...tag, ...words };
    const described: Tag = { ...rest, ...(colour ? { colour } : {}), ...(description?.trim() ? { description } : {}) };
    if (staysKnown(described)) await db.tags.put(described);
    else await db.tags.delete(key);
  });
}

/** Every tag, in no order. */
export function allTags(db: Database): Promise<Tag[]> {
  return db.tags.toArray();
}
