/** What a written clip leaves for the index, in the transaction that writes the clip: nothing that is stored is unfindable. */
import type { Body, Clip } from '../model/clip';
import { publishedTime } from '../model/search-query';
import { mergeTags } from '../model/tag';
import { siteOf } from '../model/url';
import { packFields, packText } from '../search/document';
import { filtersOf } from '../search/filters';
import type { ClipRow, Database } from './database';
import type { NextRow, PendingRow } from './search-rows';

/**
 * The rows with a document number each; those that had none get the next. `next` is to be written in the same
 * transaction, which needs `searchState`; null when none was given.
 */
export async function numberRows(
  db: Database,
  rows: readonly ClipRow[],
): Promise<{ rows: ClipRow[]; next: NextRow | null }> {
  const missing = rows.filter((row) => row.doc === undefined).length;
  if (missing === 0) return { rows: [...rows], next: null };
  let { value } = ((await db.searchState.get('next')) as NextRow | undefined) ?? { value: 1 };
  const next: NextRow = { name: 'next', value: value + missing };
  return { rows: rows.map((row) => (row.doc === undefined ? { ...row, doc: value++ } : row)), next };
}

/** What was marked and written in a clip, and the tags given to that. */
export type Marked = { words: string[]; tags: string[] };

/** The pending row of what is known of a clip beside its text. */
export function pendingFields(
  row: ClipRow,
  { words: highlights, tags: given }: Marked = { words: [], tags: [] },
): PendingRow {
  const { doc = 0, title, sourceTitle, note, byline, siteName } = row;
  const tags = mergeTags(row.tags, given);
  const duplicate = row.story !== undefined && !row.alone;
  const filters = filtersOf({ ...row, tags }, { highlights: highlights.length, duplicate });
  const fields = { title, sourceTitle, tags, note, byline, siteName, highlights, site: siteOf(row.url), filters };
  return { doc, part: 'meta', blocks: packFields(doc, fields).map(({ bytes }) => bytes), times: timesOf(row) };
}

/** The pending row of a clip's text; an empty one voids what the index has of it. */
export function pendingText({ doc = 0 }: ClipRow, text: string): PendingRow {
  return { doc, part: 'body', blocks: text ? packText(doc, text).map(({ bytes }) => bytes) : [] };
}

/** Weighing a text takes a millisecond or more: so many are weighed in one task of the page. */
const textsAtOnce = 4;
/** What is beside the texts takes a tenth of that. */
const fieldsAtOnce = 20;

/**
 * Writes the pending rows of many clips, some clips at a time, so that the page gets its turn in between. Needs a
 * transaction over `searchPending`.
 */
export async function queueRows<One>(
  db: Database,
  clips: readonly One[],
  rowsOf: (one: One) => PendingRow | readonly PendingRow[],
  atOnce = textsAtOnce,
): Promise<void> {
  for (let from = 0; from < clips.length; from += atOnce)
    await db.searchPending.bulkAdd(clips.slice(from, from + atOnce).flatMap(rowsOf));
}

/** Writes the pending rows of these clips beside their texts. Needs a transaction over `searchPending`. */
export function queueFields(
  db: Database,
  rows: readonly ClipRow[],
  highlights: ReadonlyMap<string, Marked>,
): Promise<void> {
  return queueRows(db, rows, (row) => pendingFields(row, highlights.get(row.id)), fieldsAtOnce);
}

/** Writes the pending rows of texts; `rows` are their clips. Needs a transaction over `searchPending`. */
export function queueTexts(db: Database, rows: readonly ClipRow[], bodies: readonly Body[]): Promise<void> {
  const texts = new Map<string, string>(bodies.map(({ clipId, text }) => [clipId, text]));
  const withText = rows.filter(({ id }) => texts.has(id));
  return queueRows(db, withText, (row) => pendingText(row, texts.get(row.id) ?? ''));
}

/**
 * Takes in the texts of these clips as they are now stored, or that they have none: for those who write `bodies` in
 * bulk. Needs a transaction over `searchTextTables`.
 */
export async function indexTexts(db: Database, ids: readonly string[]): Promise<void> {
  const [rows, bodies] = await Promise.all([db.clips.bulkGet([...ids]), db.bodies.bulkGet([...ids])]);
  const numbered = rows.flatMap((row, i) => (row?.doc === undefined ? [] : { row, text: bodies[i]?.text ?? '' }));
  await queueRows(db, numbered, ({ row, text }) => pendingText(row, text));
}

/**
 * Takes in what is marked in these clips as it is now stored: for those who write `annotations`. Needs a transaction
 * over `highlightTables`.
 */
export async function indexHighlights(db: Database, ids: readonly string[]): Promise<void> {
  const rows = await db.clips.bulkGet([...ids]);
  const numbered = rows.filter((row) => row?.doc !== undefined).filter((row) => row !== undefined);
  await queueFields(db, numbered, await readHighlights(db, ids));
}

export const highlightTables = (db: Database) => [db.annotations, db.clips, db.searchPending];

/** What was marked and written in clips, by the clip. */
export async function readHighlights(db: Database, ids: readonly string[]): Promise<Map<string, Marked>> {
  const found = new Map<string, Marked>();
  const [only] = ids;
  const marked = db.annotations.where('clipId');
  const annotations = await (only && ids.length === 1 ? marked.equals(only) : marked.anyOf([...ids])).toArray();
  for (const { clipId, target, note, tags } of annotations) {
    const before = found.get(clipId) ?? { words: [], tags: [] };
    const words = target.kind === 'text' ? `${target.quote.exact}\n${note}` : note;
    found.set(clipId, { words: [...before.words, words], tags: mergeTags(before.tags, tags) });
  }
  return found;
}

export const searchTextTables = (db: Database) => [db.clips, db.bodies, db.searchPending];

/** The pending rows of a clip that is gone for good. */
export function pendingGone({ doc }: ClipRow): PendingRow[] {
  if (doc === undefined) return [];
  return [
    { doc, part: 'meta', blocks: [], times: null },
    { doc, part: 'body', blocks: [] },
  ];
}

function timesOf(clip: Clip): PendingRow['times'] {
  return { clipped: clip.clippedAt, published: publishedTime(clip) };
}

/** Whether the index would find a clip by something else, or elsewhere, than before. */
export function isFoundOtherwise(before: ClipRow, after: ClipRow): boolean {
  return indexed.some((name) => {
    const [was, is] = [before[name], after[name]];
    return was !== is && JSON.stringify(was) !== JSON.stringify(is);
  });
}

const indexed = [
  'doc',
  'title',
  'sourceTitle',
  'tags',
  'note',
  'byline',
  'siteName',
  'url',
  'kind',
  'status',
  'starred',
  'language',
  'imageCount',
  'clippedAt',
  'publishedAt',
  'deletedAt',
  'story',
  'alone',
] as const satisfies readonly (keyof ClipRow)[];
