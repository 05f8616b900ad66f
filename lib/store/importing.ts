/** Clips from files: stored many at a time, each chunk whole or not at all. */
import type { Annotation, AnnotationId } from '../model/annotation';
import type { Body, Clip, ClipImage } from '../model/clip';
import type { ClipId, ImageId, ImportId } from '../model/ids';
import {
  type Arrival,
  type ArrivingHighlight,
  editedFields,
  type ImportCounts,
  type ImportRecord,
  joinArrival,
} from '../model/import';
import { cleanTag, mergeTags } from '../model/tag';
import { normaliseUrl } from '../model/url';
import { changeClips, derive, newRow, writeRows } from './clip-rows';
import { findRowByKey } from './clips';
import type { ClipRow, Database, ImportStep } from './database';
import { indexHighlights, queueTexts } from './search-pending';

/** Makes ids; `savedAt` is the time they sort by. */
export type MakeIds = { clip(savedAt: number): ClipId; image(): ImageId; annotation(): AnnotationId };

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
  return changeClips(db, ['annotations', 'bodies', 'images', 'storyQueue', 'imports', 'importSteps'], async () => {
    const keys = arrivals.map(({ page }) => normaliseUrl(page.url));
    const [record, ...known] = await Promise.all([
      db.imports.get(importId),
      ...keys.map((key) => findRowByKey(db, key)),
    ]);
    const marked = known.flatMap((row, i) => (row && arrivals[i]?.highlights.length ? row.id : []));
    const highlights = marked.length > 0 ? await db.annotations.where('clipId').anyOf(marked).toArray() : [];
    const chunk = new Chunk(now, ids, highlights);
    for (const [i, arrival] of arrivals.entries()) chunk.take(arrival, keys[i] ?? '', known[i] ?? null);
    const counts = chunk.counts();
    const step: ImportStep = {
      importId,
      at: now,
      added: chunk.added(),
      merged: chunk.merged(),
      annotations: chunk.annotations.map(({ id }) => id),
    };
    await Promise.all([
      storeChanges(db, chunk, now),
      db.bodies.bulkPut(chunk.bodies),
      db.storyQueue.bulkPut(chunk.bodies.map(({ clipId }) => ({ clipId }))),
      db.images.bulkPut(chunk.images),
      step.added.length + step.merged.length > 0 ? db.importSteps.add(step) : null,
      record ? db.imports.put(addCounts(record, counts)) : null,
    ]);
    return counts;
  });
}

/** The clips, and what the index has to learn of them: it knows them by the numbers they get here. */
async function storeChanges(db: Database, chunk: Chunk, now: number): Promise<void> {
  const rows = await writeRows(db, chunk.changes(), now);
  await Promise.all([
    queueTexts(db, rows, chunk.bodies),
    chunk.annotations.length > 0 ? storeHighlights(db, chunk.annotations) : null,
  ]);
}

async function storeHighlights(db: Database, annotations: readonly Annotation[]): Promise<void> {
  await db.annotations.bulkPut(annotations);
  await indexHighlights(db, [...new Set(annotations.map(({ clipId }) => clipId))]);
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
  readonly annotations: Annotation[] = [];
  readonly #rows = new Map<string, { before: ClipRow | null; after: ClipRow; gotText: boolean }>();
  readonly #idOfKey = new Map<string, string>();
  #unchanged = 0;
  readonly #now: number;
  readonly #ids: MakeIds;

  /** Those of clips that are there, before and with those of the arrivals. */
  readonly #highlights = new Map<string, Annotation[]>();

  constructor(now: number, ids: MakeIds, highlights: readonly Annotation[]) {
    this.#now = now;
    this.#ids = ids;
    for (const highlight of highlights) this.#highlightsOf(highlight.clipId).push(highlight);
  }

  take(arrival: Arrival, key: string, stored: ClipRow | null): void {
    const seen = this.#rows.get(this.#idOfKey.get(key) ?? stored?.id ?? '');
    const before = seen?.after ?? stored;
    const joined = before ? this.#join(before, arrival) : newRow(clipOf(arrival, key, this.#now, this.#ids));
    const isMarked = this.#addHighlights(arrival, joined.id);
    const after = isMarked && joined === before ? { ...joined, updatedAt: this.#now } : joined;
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

  /** Whether the arrival has any that the clip has not. */
  #addHighlights({ page, highlights }: Arrival, clipId: ClipId): boolean {
    const there = this.#highlightsOf(clipId);
    const fresh = highlights.filter((highlight) => !there.some((known) => says(known, highlight)));
    for (const highlight of fresh) {
      const annotation = annotationOf(highlight, clipId, page.url, this.#now, this.#ids);
      there.push(annotation);
      this.annotations.push(annotation);
    }
    return fresh.length > 0;
  }

  #highlightsOf(clipId: string): Annotation[] {
    const known = this.#highlights.get(clipId) ?? [];
    this.#highlights.set(clipId, known);
    return known;
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

/** Whether an annotation marks these very words and says all that is said of them. */
const says = ({ target, note }: Annotation, highlight: ArrivingHighlight): boolean =>
  target.kind === 'text' && target.quote.exact === highlight.quote && note.includes(highlight.note);

/** Other programs tell the words only: where they stand is found by them. */
function annotationOf(
  { quote, note, tags, colour, at }: ArrivingHighlight,
  clipId: ClipId,
  source: string,
  now: number,
  ids: MakeIds,
): Annotation {
  const selector = { type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' } as const;
  const target = { kind: 'text', source, quote: selector, position: null, range: null } as const;
  return { id: ids.annotation(), clipId, target, note, tags, colour, createdAt: at ?? now, updatedAt: now };
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
