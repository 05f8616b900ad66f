/** Clips from files: stored many at a time, each chunk whole or not at all, and taken back exactly. */
import type { Body, Clip, ClipImage } from '../model/clip';
import type { ClipId, ImageId, ImportId } from '../model/ids';
import { type Arrival, editedFields, type ImportCounts, type ImportRecord, joinArrival } from '../model/import';
import { cleanTag, mergeTags } from '../model/tag';
import { normaliseUrl } from '../model/url';
import { changeClips, derive, newRow, writeRows } from './clip-rows';
import { findRowByKey, removeContents, withAll } from './clips';
import type { ClipRow, Database, ImportStep } from './database';
import { referencedByPosts } from './references';
import { pendingTexts } from './search-pending';

/** Makes ids; `savedAt` is the time they sort by. */
export type MakeIds = { clip(savedAt: number): ClipId; image(): ImageId };

/** The keys among these under which a clip is in the library. */
export async function knownKeys(db: Database, keys: readonly string[]): Promise<Set<string>> {
  return db.transaction('r', db.clips, async () => {
    const rows = await Promise.all(keys.map((key) => findRowByKey(db, key)));
    return new Set(keys.filter((_, i) => rows[i]));
  });
}

/**
 * Stores arrivals in one transaction, together with what is needed to take them back and the counts of their import.
 * A page that is in the library, or comes twice, is one clip: see `joinArrival`.
 */
export function storeArrivals(
  db: Database,
  importId: ImportId,
  arrivals: readonly Arrival[],
  now: number,
  ids: MakeIds,
): Promise<ImportCounts> {
  return changeClips(db, ['bodies', 'images', 'storyQueue', 'imports', 'importSteps'], async () => {
    const keys = arrivals.map(({ page }) => normaliseUrl(page.url));
    const [record, ...known] = await Promise.all([
      db.imports.get(importId),
      ...keys.map((key) => findRowByKey(db, key)),
    ]);
    const chunk = new Chunk(now, ids);
    for (const [i, arrival] of arrivals.entries()) chunk.take(arrival, keys[i] ?? '', known[i] ?? null);
    const counts = chunk.counts();
    const step: ImportStep = { importId, at: now, added: chunk.added(), merged: chunk.merged() };
    const rows = await writeRows(db, chunk.changes(), now);
    await Promise.all([
      db.searchPending.bulkAdd(pendingTexts(rows, chunk.bodies)),
      db.bodies.bulkPut(chunk.bodies),
      db.storyQueue.bulkPut(chunk.bodies.map(({ clipId }) => ({ clipId }))),
      db.images.bulkPut(chunk.images),
      step.added.length + step.merged.length > 0 ? db.importSteps.add(step) : null,
      record ? db.imports.put(addCounts(record, counts)) : null,
    ]);
    return counts;
  });
}

const addCounts = (record: ImportRecord, counts: ImportCounts): ImportRecord => ({
  ...record,
  added: record.added + counts.added,
  merged: record.merged + counts.merged,
  unchanged: record.unchanged + counts.unchanged,
});

/** The rows of one transaction as they become, arrival by arrival. */
class Chunk {
  readonly bodies: Body[] = [];
  readonly images: ClipImage[] = [];
  readonly #rows = new Map<string, { before: ClipRow | null; after: ClipRow; gotText: boolean }>();
  readonly #idOfKey = new Map<string, string>();
  #unchanged = 0;
  readonly #now: number;
  readonly #ids: MakeIds;

  constructor(now: number, ids: MakeIds) {
    this.#now = now;
    this.#ids = ids;
  }

  take(arrival: Arrival, key: string, stored: ClipRow | null): void {
    const seen = this.#rows.get(this.#idOfKey.get(key) ?? stored?.id ?? '');
    const before = seen?.after ?? stored;
    const after = before ? this.#join(before, arrival) : newRow(clipOf(arrival, key, this.#now, this.#ids));
    if (after === before) {
      this.#unchanged++;
      return;
    }
    const gotText = arrival.page.text !== '' && (!before || before.kind !== after.kind);
    if (gotText) this.#addText(arrival, after);
    if (seen) this.#unchanged++; // a page that comes twice is counted once
    this.#idOfKey.set(key, after.id);
    this.#rows.set(after.id, { before: seen ? seen.before : stored, after, gotText: gotText || !!seen?.gotText });
  }

  /** The row with what the arrival brings; itself when that is nothing. */
  #join(row: ClipRow, arrival: Arrival): ClipRow {
    const changes = joinArrival(row, arrival);
    const settled = row.capture.state === 'done';
    if (settled && row.kind === 'bookmark' && arrival.page.text !== '') Object.assign(changes, textFacts(arrival));
    if (Object.keys(changes).length === 0) return row;
    const times = Object.fromEntries(editedFields(changes).map((name) => [name, this.#now]));
    return derive({ ...row, ...changes, updatedAt: this.#now, changed: { ...row.changed, ...times } });
  }

  #addText({ page }: Arrival, row: ClipRow): void {
    const times = { createdAt: this.#now, updatedAt: this.#now };
    this.bodies.push({ clipId: row.id, html: page.html, text: page.text, ...times });
    const images = page.images.map((image, position): ClipImage => {
      return { ...image, id: this.#ids.image(), clipId: row.id, position, rights: '', bytes: null, ...times };
    });
    this.images.push(...images);
    row.imageCount = images.length;
    row.leadImage = images.find(({ url }) => url === page.leadImage)?.id ?? null;
  }

  changes() {
    return [...this.#rows.values()];
  }
  added(): ClipId[] {
    return this.changes().flatMap(({ before, after }) => (before ? [] : after.id));
  }
  merged(): ImportStep['merged'] {
    return this.changes().flatMap(({ before, after, gotText }) =>
      before ? { id: before.id, before: changedFields(before, after), gotText } : [],
    );
  }
  counts(): ImportCounts {
    return { added: this.added().length, merged: this.merged().length, unchanged: this.#unchanged };
  }
}

/** The fields of `before` that `after` has otherwise; those that follow from others are left out. */
function changedFields(before: ClipRow, after: ClipRow): Partial<ClipRow> {
  const derived = ['keys', 'lists', 'pendingSince'];
  const names = (Object.keys(after) as (keyof ClipRow)[]).filter(
    (name) => before[name] !== after[name] && !derived.includes(name),
  );
  return Object.fromEntries(names.map((name) => [name, before[name]]));
}

/** What a text makes of a bookmark. */
function textFacts({ page }: Arrival): Partial<Clip> {
  const capture: Clip['capture'] = { state: 'done', engine: 'import', passes: [], warnings: [], durationMs: 0 };
  return { kind: 'article', length: page.length, capture };
}

function clipOf(arrival: Arrival, key: string, now: number, ids: MakeIds): Clip {
  const { page, note, status, starred } = arrival;
  const clippedAt = arrival.savedAt ?? now;
  const title = page.title || page.url;
  const { url, byline, siteName, publishedAt, language, excerpt } = page;
  return {
    id: ids.clip(clippedAt),
    url,
    canonicalUrl: null,
    key,
    kind: 'bookmark',
    title,
    sourceTitle: title,
    byline,
    siteName,
    publishedAt,
    language,
    excerpt,
    length: { words: 0, characters: 0 },
    leadImage: null,
    imageCount: 0,
    tags: mergeTags([], arrival.tags.map(cleanTag).filter(Boolean)),
    note,
    status,
    starred,
    capture: { state: 'done', engine: 'none', passes: [], warnings: [], durationMs: 0 },
    clippedAt,
    textUpdatedAt: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    ...(page.text !== '' && textFacts(arrival)),
  };
}

/**
 * Takes back the latest step of an import that is left: clips that came with it go, clips that it changed become as
 * they were. Those that were changed since, and those that a post uses, stay as they are. Null when none is left.
 */
export function takeBackStep(
  db: Database,
  importId: ImportId,
  now: number,
): Promise<{ undone: number; kept: number } | null> {
  return changeClips(db, [...withAll, 'importSteps'], async () => {
    const step = await db.importSteps.where('importId').equals(importId).last();
    if (!step?.seq) return null;
    const { seq, at, added, merged } = step;
    const [rows, used] = await Promise.all([
      db.clips.bulkGet([...added, ...merged.map(({ id }) => id)]),
      referencedByPosts(db),
    ]);
    const mine = new Map(rows.flatMap((row) => (row?.updatedAt === at ? [[row.id, row] as const] : [])));
    const gone = added.flatMap((id) => (used.clips.has(id) ? [] : (mine.get(id) ?? [])));
    const back = merged.flatMap(({ id, ...rest }) => {
      const row = mine.get(id);
      if (!row) return [];
      // Without its text it is of no story.
      const { story: _, ...alone } = row;
      return { row, bare: rest.gotText ? alone : row, ...rest };
    });
    const bare = [...gone, ...back.flatMap(({ row, gotText }) => (gotText ? row : []))].map(({ id }) => id);
    const changes = [
      ...gone.map((row) => ({ before: row, after: null })),
      ...back.map((each) => ({ before: each.row, after: derive({ ...each.bare, ...each.before }) })),
    ];
    await Promise.all([writeRows(db, changes, now), removeContents(db, bare), db.importSteps.delete(seq)]);
    const undone = gone.length + back.length;
    return { undone, kept: added.length + merged.length - undone };
  });
}

/** Imports are remembered, with what takes them back, until there are more than this. */
const remembered = 10;

/** Writes an import down; the oldest are forgotten, with their steps. */
export async function putImport(db: Database, record: ImportRecord): Promise<void> {
  await db.transaction('rw', db.imports, db.importSteps, async () => {
    await db.imports.put(record);
    const old = (await db.imports.orderBy('id').primaryKeys()).slice(0, -remembered);
    await Promise.all([db.imports.bulkDelete(old), db.importSteps.where('importId').anyOf(old).delete()]);
  });
}

/** What is written down of an import, with `patch` applied; null when it is forgotten. */
export function changeImport(db: Database, id: ImportId, patch: Partial<ImportRecord>): Promise<ImportRecord | null> {
  return db.transaction('rw', db.imports, async () => {
    const record = await db.imports.get(id);
    if (!record) return null;
    const changed = { ...record, ...patch };
    await db.imports.put(changed);
    return changed;
  });
}

/** The latest imports, newest first. */
export function listImports(db: Database): Promise<ImportRecord[]> {
  return db.imports.orderBy('id').reverse().toArray();
}
