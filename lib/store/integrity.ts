/** Checks of the library: a cheap one for every start, and a full one that puts right what it finds. */
import type { Body, Clip } from '../model/clip';
import { type ClipId, type ImageId, newId } from '../model/ids';
import type { CheckReport, FindingKind, Findings } from '../model/integrity';
import { normaliseUrl } from '../model/url';
import { newRow } from './clip-rows';
import type { ClipRow, Database } from './database';
import { recount } from './integrity-counts';
import { checkIndex } from './integrity-index';
import { allPagesOf } from './integrity-pages';
import { isInPlace, isWhole, mendRow } from './integrity-rows';
import { rangeOf } from './list-keys';
import { referencedByPosts } from './references';
import { restoreText } from './saving';
import { readIndexRow } from './search-segments';

export type CheckEffects = {
  now: number;
  /** Milliseconds, ever rising. */
  clock(): number;
  progress(done: number, total: number): void;
  /** Gives way to other work; throws to end the check. What was put right until then stays right. */
  pause(): Promise<void>;
};

/** Clips that the cheap check looks at, the newest first: what a crash could have torn. */
const looked = 20;

/** Whether something is wrong that shows at a glance: takes a few reads at any size. Puts nothing right. */
export async function looksDamaged(db: Database): Promise<boolean> {
  return db.transaction('r', [db.clips, db.bodies, db.counters, db.searchState], async () => {
    const [lower, upper] = rangeOf('all', {}, null);
    const [count, all, deleted, index, newest] = await Promise.all([
      db.clips.count(),
      db.counters.get('all'),
      db.counters.get('deleted'),
      readIndexRow(db),
      db.clips.where('lists').between(lower, upper, true, false).limit(looked).toArray(),
    ]);
    if (!index || count !== (all?.count ?? 0) + (deleted?.count ?? 0)) return true;
    if (!newest.every((row) => isWhole(row) && isInPlace(row))) return true;
    const bodies = await db.bodies
      .where('clipId')
      .anyOf(newest.filter(shouldHaveText).map(({ id }) => id))
      .count();
    return bodies < newest.filter(shouldHaveText).length;
  });
}

const shouldHaveText = ({ kind, capture }: ClipRow): boolean => kind !== 'bookmark' && capture.state === 'done';

/**
 * Looks at every clip, puts right what is wrong, and says what it was. Small transactions, so that the library can be
 * used meanwhile; stopped at any point, the next check does the rest.
 */
export async function checkLibrary(db: Database, effects: CheckEffects): Promise<CheckReport> {
  const started = effects.clock();
  const findings: Findings = {};
  const note = (kind: FindingKind, count: number) => {
    if (count > 0) findings[kind] = (findings[kind] ?? 0) + count;
  };
  const total = await db.clips.count();
  const bodies = new Set<string>(await db.bodies.toCollection().primaryKeys());
  const [ids, docs, numbered] = [new Set<string>(), [] as number[], new Set<number>()];
  for await (const rows of allPagesOf(db.clips)) {
    for (const row of rows) {
      const mended = await checkClip(db, row, bodies.has(row.id), effects.now);
      if (mended) note(mended, 1);
      ids.add(row.id);
      if (row.doc !== undefined && numbered.has(row.doc)) await unnumber(db, row.id);
      if (row.doc !== undefined) docs.push(row.doc);
      if (row.doc !== undefined) numbered.add(row.doc);
    }
    effects.progress(ids.size, total);
    await effects.pause();
  }
  note('clip-recovered', await recoverClips(db, ids, effects.now));
  note('leftovers', await dropLeftovers(db));
  await effects.pause();
  note('counts', await recount(db, effects.now));
  await effects.pause();
  const rewritten = Boolean(findings.fields || findings['clip-recovered']);
  note('index', await checkIndex(db, docs, rewritten));
  return { at: effects.now, durationMs: Math.round(effects.clock() - started), clips: total, findings };
}

/** Puts one clip right; what was wrong with it, or null. */
async function checkClip(db: Database, seen: ClipRow, hasText: boolean, now: number): Promise<FindingKind | null> {
  const whole = isWhole(seen);
  const lacksText = whole && shouldHaveText(seen) && !hasText;
  if (whole && !lacksText && isInPlace(seen)) return null;
  if (lacksText) {
    if (await db.bodies.get(seen.id)) return null; // it came while we looked
    if (await db.earlier.get(seen.id)) {
      await restoreText(db, seen.id, now, () => newId<ImageId>());
      return 'text-restored';
    }
  }
  return db.transaction('rw', db.clips, db.bodies, async () => {
    const [row, body] = await Promise.all([db.clips.get(seen.id), db.bodies.get(seen.id)]);
    if (!row) return null;
    const mended = mendRow(row, body !== undefined, now);
    const lost = shouldHaveText(mended) && !body;
    await db.clips.put(lost ? asBookmark(mended) : mended);
    return isWhole(row) ? (lost ? 'text-lost' : 'lists') : 'fields';
  });
}

/** Takes the number of another clip from a clip: making the index anew gives it one of its own. */
function unnumber(db: Database, id: ClipId): Promise<unknown> {
  return db.clips
    .where(':id')
    .equals(id)
    .modify((row) => {
      delete row.doc;
    });
}

/** Without its text a clip is a bookmark that says what happened. Its `lists` say its kind, so they are made anew. */
function asBookmark(row: ClipRow): ClipRow {
  const capture = { ...row.capture, engine: 'none' as const, warnings: ['not-stored' as const] };
  return mendRow({ ...row, kind: 'bookmark', capture }, false, row.updatedAt);
}

/** Makes clips for texts and highlights that have none. `ids`: the clips that are there. */
async function recoverClips(db: Database, ids: ReadonlySet<string>, now: number): Promise<number> {
  const owners = [
    ...(await db.bodies.toCollection().primaryKeys()),
    ...((await db.annotations.orderBy('clipId').uniqueKeys()) as string[]),
  ];
  let recovered = 0;
  for (const id of new Set(owners.filter((owner) => !ids.has(owner))))
    await db.transaction('rw', [db.clips, db.bodies, db.annotations], async () => {
      if (await db.clips.get(id)) return; // clipped while we looked
      const [body, highlight] = await Promise.all([
        db.bodies.get(id),
        db.annotations.where('clipId').equals(id).first(),
      ]);
      if (!body && !highlight) return;
      await db.clips.put(recoveredRow(id as ClipId, body, highlight?.target.source, now));
      recovered++;
    });
  return recovered;
}

function recoveredRow(id: ClipId, body: Body | undefined, source: string | undefined, now: number): ClipRow {
  const url = source ?? `https://address-lost.invalid/${id}`;
  const words = body?.text.trim().replace(/\s+/gu, ' ') ?? '';
  const title = words.slice(0, 120) || url;
  const clip = { id, url, key: normaliseUrl(url), title, sourceTitle: title, excerpt: words.slice(0, 300) };
  const length = { words: words.split(' ').length, characters: words.length };
  const row = mendRow(clip as Partial<Clip> as ClipRow, body !== undefined, body?.createdAt ?? now);
  return newRow({ ...row, length: body ? length : row.length });
}

/** Removes what belongs to clips that are gone for good, but for images that a post shows. */
async function dropLeftovers(db: Database): Promise<number> {
  const tables = [db.clips, db.images, db.stories, db.storyQueue, db.earlier, db.posts, db.standing];
  return db.transaction('rw', tables, async () => {
    const ids = new Set<string>(await db.clips.toCollection().primaryKeys());
    const isGone = (id: unknown): id is string => typeof id === 'string' && !ids.has(id);
    let dropped = 0;
    for (const table of [db.stories, db.storyQueue, db.earlier]) {
      const gone = (await table.toCollection().primaryKeys()).filter(isGone);
      await table.bulkDelete(gone);
      dropped += gone.length;
    }
    const owners = (await db.images.orderBy('clipId').uniqueKeys()).filter(isGone);
    if (owners.length === 0) return dropped;
    const used = (await referencedByPosts(db)).images;
    const images = await db.images.where('clipId').anyOf(owners).primaryKeys();
    const unused = images.filter((id) => !used.has(id));
    await db.images.bulkDelete(unused);
    return dropped + unused.length;
  });
}
