/** Opens an archive and gives its records part by part, each checked: one bad line costs one line. */
import type { ArchiveRecord, ArchiveTableName } from '../../model/archive';
import type { Failure } from '../../model/failure';
import { fail, ok, type Result } from '../../model/result';
import { openZip, readZipFile, startsLikeZip, type ZipEntry, ZipError, type ZipLimits } from '../zip/zip-reader';
import {
  archiveVersion,
  fileName,
  type Manifest,
  manifestCheck,
  manifestName,
  partPattern,
  type Summary,
  settingsName,
  summaryCheck,
  summaryName,
} from './layout';
import { readShape } from './shape';
import type { FileReference } from './shapes';
import { type ArchiveTable, archiveTables } from './tables';
import { digest } from './write-archive';

/** What could not be read: the file in the archive, the line in it (from 1; 0 for the whole file), and why. */
export type ArchiveProblem = {
  file: string;
  line: number;
  reason: 'damaged' | 'not-json' | 'wrong-shape' | 'too-large';
};

/** Some records of one table, to be stored all or none; bytes are there unless they were not asked for. */
export type ArchivePart = {
  table: ArchiveTable;
  file: string;
  records: readonly ArchiveRecord[];
  problems: ArchiveProblem[];
};

export type OpenArchive = {
  manifest: Manifest;
  /** Null when the archive does not say. */
  summary: Summary | null;
  /** As stored: any shape. */
  settings: unknown;
  /** How many parts `parts` will give for these tables. */
  countParts(tables: readonly ArchiveTableName[]): number;
  /** Records in the order of tables. Without `withBytes` every image is without bytes, and no file is read. */
  parts(tables: readonly ArchiveTableName[], options: { withBytes: boolean }): AsyncGenerator<ArchivePart>;
};

/** Far above a library of 100,000 clips with 20 images each, far below what a browser cannot hold. */
const limits: ZipLimits = { files: 4_000_000, file: 4e9, total: 500e9, ratio: 250 };
const largestPart = 100_000_000;
const largestFile = 200_000_000;
const largestJson = 10_000_000;
/** Images that are in memory at once while they are restored; other records that are stored in one transaction. */
const atOnce = { withBytes: 8, plain: 200 };

/** Fails with `archive-unreadable` for what is none or is cut short, `archive-newer` for one that this code does not know. */
export async function openArchive(file: Blob): Promise<Result<OpenArchive>> {
  try {
    return await open(file);
  } catch (error) {
    const unreadable: Failure = { kind: 'archive-unreadable', detail: String(error) };
    if (error instanceof ZipError || error instanceof DOMException) return fail(unreadable);
    throw error;
  }
}

/**
 * Whether a file is an archive by what is in it, also one that this code is too old for, or a post that travels; null
 * when it is neither. Reads little of it.
 */
export async function findArchive(file: Blob): Promise<'library' | 'post' | null> {
  if (!startsLikeZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()))) return null;
  const opened = await openArchive(file);
  if (opened.ok) return opened.value.manifest.scope === 'post' ? 'post' : 'library';
  return opened.failure.kind === 'archive-newer' ? 'library' : null;
}

async function open(file: Blob): Promise<Result<OpenArchive>> {
  const entries = await openZip(file, limits);
  const manifest = readShape(manifestCheck, await readJson(file, entries.get(manifestName)));
  if (!manifest) return fail({ kind: 'archive-unreadable', detail: `no ${manifestName}` });
  if (manifest.version > archiveVersion) return fail({ kind: 'archive-newer' });
  const names = archiveTables.map(({ name }) => name);
  const summary = readShape(summaryCheck(names), await readJson(file, entries.get(summaryName)));
  const settings = await readJson(file, entries.get(settingsName));
  const partsOf = (table: ArchiveTableName) =>
    [...entries.values()]
      .filter(({ name }) => partPattern.exec(name)?.[1] === table)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  return ok({
    manifest,
    summary,
    settings,
    countParts: (tables) => tables.reduce((sum, table) => sum + partsOf(table).length, 0),
    async *parts(tables, { withBytes }) {
      for (const table of archiveTables) {
        if (!tables.includes(table.name)) continue;
        for (const entry of partsOf(table.name)) yield* readPart(file, entries, entry, table, withBytes);
      }
    },
  });
}

async function readJson(file: Blob, entry: ZipEntry | undefined): Promise<unknown> {
  if (!entry) return null;
  const read = new TextDecoder().decode(await readZipFile(file, entry, largestJson));
  try {
    return JSON.parse(read);
  } catch {
    return null; // told by whoever needs it: a manifest that is no JSON is none
  }
}

async function* readPart(
  file: Blob,
  entries: ReadonlyMap<string, ZipEntry>,
  entry: ZipEntry,
  table: ArchiveTable,
  withBytes: boolean,
): AsyncGenerator<ArchivePart> {
  const name = entry.name;
  let lines: string[];
  try {
    lines = new TextDecoder().decode(await readZipFile(file, entry, largestPart)).split('\n');
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    yield { table, file: name, records: [], problems: [{ file: name, line: 0, reason: 'damaged' }] };
    return;
  }
  const size = table.hasFiles && withBytes ? atOnce.withBytes : atOnce.plain;
  for (let from = 0; from < lines.length; from += size) {
    const records: ArchiveRecord[] = [];
    const problems: ArchiveProblem[] = [];
    for (const [i, line] of lines.slice(from, from + size).entries()) {
      if (line.trim() === '') continue;
      const problem = (reason: ArchiveProblem['reason']) => problems.push({ file: name, line: from + i + 1, reason });
      const record = readLine(line, table, problem);
      if (!record) continue;
      const files = withBytes ? { file, entries } : null;
      const whole = table.hasFiles ? await withFile(record as Wire, files, problem) : (record as ArchiveRecord);
      if (whole) records.push(whole);
    }
    yield { table, file: name, records, problems };
  }
}

function readLine(
  line: string,
  table: ArchiveTable,
  problem: (reason: ArchiveProblem['reason']) => void,
): object | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    problem('not-json');
    return null;
  }
  const record = readShape<object>(table.check, parsed);
  if (!record) problem('wrong-shape');
  return record;
}

type Wire = { bytes: FileReference | null };

/**
 * The record with its bytes. Where the file is missing or is not what its name says, an image keeps its address and
 * its words; what is nothing without bytes is left out.
 */
async function withFile(
  record: Wire,
  archive: { file: Blob; entries: ReadonlyMap<string, ZipEntry> } | null,
  problem: (reason: ArchiveProblem['reason']) => void,
): Promise<ArchiveRecord | null> {
  if (!record.bytes || !archive) return { ...record, bytes: null } as unknown as ArchiveRecord;
  const { file, type } = record.bytes;
  try {
    const entry = archive.entries.get(fileName(file));
    const data = entry && (await readZipFile(archive.file, entry, largestFile));
    if (data && (await digest({ data })) === file)
      return { ...record, bytes: { data, type } } as unknown as ArchiveRecord;
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
  }
  problem('damaged');
  return 'clipId' in record ? ({ ...record, bytes: null } as unknown as ArchiveRecord) : null;
}
