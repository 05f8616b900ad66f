/** An archive put back into a library: first what would come, then all of it, part by part, with a way back. */
import type { ArchiveProblem, OpenArchive } from '../exchange/archive/read-archive';
import { archiveTables } from '../exchange/archive/tables';
import {
  type ArchiveRecord,
  type ArchiveRecords,
  type ArchiveTableName,
  addCounts,
  type MergeCounts,
  noCounts,
} from '../model/archive';
import type { SafeHtml } from '../model/article-html';
import type { Failure } from '../model/failure';
import { fail, ok, type Result } from '../model/result';
import type { Database } from '../store/database';
import { attempt } from '../store/failures';
import { findTwins } from '../store/merge-clips';
import { mergeRecords } from '../store/merge-records';
import type { Merged } from '../store/record-order';
import { compareRecords } from '../store/records';
import { dropUnusedTags, takeBack } from '../store/take-back';
import { createPace } from './pace';

/** What people are told of before they restore. */
export type ShownTable = 'clips' | 'posts' | 'standing' | 'assets';
const shownTables = archiveTables.filter((table) => table.shown).map((table) => table.name) as ShownTable[];

export type RestorePlan = {
  counts: Record<ShownTable, MergeCounts>;
  /** Clips of the archive that are other clips of the library by their page. */
  twins: ReadonlyMap<string, string>;
  problems: readonly ArchiveProblem[];
};

export type Progress = (done: number, total: number) => void;

/** Problems beyond these are only counted. */
const mostProblems = 500;

/** What a restore would do, by reading all that people know by name. Writes nothing. */
export async function planRestore(
  db: Database,
  archive: OpenArchive,
  progress: Progress,
  signal: AbortSignal,
): Promise<Result<RestorePlan>> {
  const total = archive.countParts(shownTables) + archive.countParts(['clips']);
  let done = 0;
  const ids = new Set<string>();
  for await (const part of archive.parts(['clips'], { withBytes: false })) {
    if (signal.aborted) return fail({ kind: 'cancelled' });
    for (const record of part.records) ids.add((record as ArchiveRecords['clips']).id);
    progress(++done, total);
  }
  const counts = Object.fromEntries(shownTables.map((name) => [name, noCounts])) as RestorePlan['counts'];
  const twins = new Map<string, string>();
  const problems: ArchiveProblem[] = [];
  for await (const { table, records, problems: found } of archive.parts(shownTables, { withBytes: false })) {
    if (signal.aborted) return fail({ kind: 'cancelled' });
    const name = table.name as ShownTable;
    problems.push(...found.slice(0, mostProblems - problems.length));
    const compared = await attempt(db, async () => {
      if (name === 'clips')
        for (const [from, to] of await findTwins(db, records as ArchiveRecords['clips'][], ids)) twins.set(from, to);
      return compareRecords(db, name, records);
    });
    if (!compared.ok) return compared;
    const joined = records.filter((record) => 'id' in record && twins.has(record.id)).length;
    const { new: added, ...rest } = compared.value;
    counts[name] = addCounts(counts[name], { ...rest, new: added - joined, newer: rest.newer + joined });
    progress(++done, total);
  }
  return ok({ counts, twins, problems });
}

export type Restored = {
  counts: Record<ShownTable, MergeCounts>;
  problems: readonly ArchiveProblem[];
  /** Null when nothing was changed, or more than is kept for it. */
  undo: (() => Promise<Result<null>>) | null;
  /** Set when it was stopped or broke off: what was done stays, and doing it again goes on from there. */
  stopped: Failure | null;
};

/** Records as they were before, kept for undo; beyond these a restore cannot be taken back. */
const mostUndoable = 2000;

export type RestoreEffects = {
  /** HTML from outside becomes what is stored. */
  sanitise(html: string): SafeHtml;
  progress: Progress;
  signal: AbortSignal;
  now(): number;
};

/**
 * Merges an archive into the library, each part in one transaction. What the disk or the person stops half-way is told
 * in `stopped`; each part that was done is whole.
 */
export async function runRestore(
  db: Database,
  archive: OpenArchive,
  plan: Pick<RestorePlan, 'twins'>,
  effects: RestoreEffects,
): Promise<Restored> {
  const names = archiveTables.map((table) => table.name);
  const total = archive.countParts(names);
  const counts = Object.fromEntries(shownTables.map((name) => [name, noCounts])) as Restored['counts'];
  const problems: ArchiveProblem[] = [];
  const merges: [ArchiveTableName, Merged][] = [];
  const images = new Map<string, string>();
  const addedTags: string[] = [];
  const pace = createPace();
  let [changed, stopped, done, last]: [number, Restored['stopped'], number, string] = [0, null, 0, ''];
  for await (const part of archive.parts(names, { withBytes: true })) {
    if (effects.signal.aborted) stopped = { kind: 'cancelled' };
    if (stopped) break;
    const { name } = part.table;
    const records: ArchiveRecord[] = [];
    for (const record of part.records) {
      await pace(); // cleaning the HTML of an article takes milliseconds
      records.push(prepare(name, record, { twins: plan.twins, images }, effects));
    }
    const merged = await attempt(db, () => mergeRecords(db, name, records, plan.twins));
    if (!merged.ok) {
      stopped = merged.failure;
      break;
    }
    problems.push(...part.problems.slice(0, mostProblems - problems.length));
    for (const [from, to] of merged.value.joined) if (name === 'images') images.set(from, to);
    if (name === 'tags') addedTags.push(...merged.value.added);
    if (name in counts) counts[name as ShownTable] = addCounts(counts[name as ShownTable], merged.value.counts);
    merges.push([name, merged.value]);
    changed += merged.value.changed.length;
    if (changed > mostUndoable) for (const [, merge] of merges) Object.assign(merge, { changed: [] });
    if (part.file !== last) done++;
    last = part.file;
    effects.progress(done, total);
  }
  const restoredAt = effects.now();
  const canUndo = changed <= mostUndoable && (changed > 0 || merges.some(([, merge]) => merge.added.length > 0));
  await attempt(db, () => dropUnusedTags(db, addedTags));
  const undo = () =>
    attempt(db, async () => {
      for (const [name, merged] of merges.toReversed()) await takeBack(db, name, merged, restoredAt);
      return null;
    });
  return { counts, problems, stopped, undo: canUndo ? undo : null };
}

type Joined = { twins: ReadonlyMap<string, string>; images: ReadonlyMap<string, string> };

/** A record as it is stored: HTML sanitised, and what it names renamed where that became part of something else. */
function prepare(
  name: ArchiveTableName,
  record: ArchiveRecord,
  { twins, images }: Joined,
  { sanitise }: RestoreEffects,
): ArchiveRecord {
  if (name === 'bodies' && 'html' in record) return { ...record, html: sanitise(record.html) };
  // The store joins clips, texts and images with their twins itself, since it must know both.
  if (name === 'bodies' || name === 'images' || name === 'tags') return record;
  if (name === 'clips')
    return images.size === 0 ? record : (renameIds(record, (id) => images.get(id)) as ArchiveRecord);
  if (twins.size === 0) return record;
  const renamed = renameIds(record, (id) => twins.get(id) ?? images.get(id)) as ArchiveRecord;
  return 'pair' in renamed ? { ...renamed, pair: renamed.clips.toSorted().join(' ') } : renamed;
}

/** The value with every text that is such an id replaced. Ids are random, so no other text is one. */
export function renameIds(value: unknown, nameOf: (id: string) => string | undefined): unknown {
  if (typeof value === 'string') return nameOf(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => renameIds(item, nameOf));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, renameIds(item, nameOf)]));
}
