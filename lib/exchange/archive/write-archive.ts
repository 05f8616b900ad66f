/** Writes an archive as it reads the library, page by page: what is in memory is one part of one table. */
import type { ArchiveRecord, ArchiveTableName } from '../../model/archive';
import type { ImageBytes } from '../../model/clip';
import { writeZip, type ZipFile } from '../zip/zip-writer';
import {
  archiveFormat,
  archiveVersion,
  fileName,
  type Manifest,
  manifestName,
  partLength,
  partName,
  type Summary,
  settingsName,
  summaryName,
} from './layout';
import { type ArchiveTable, archiveTables } from './tables';

export type ArchiveSource = {
  /** Records of a table in the order of their keys, in pages; none of a table that is left out. */
  read(table: ArchiveTableName, pageSize: number): AsyncIterable<readonly ArchiveRecord[]>;
  /** Plain data without secrets; null leaves them out. */
  settings: object | null;
  scope: Manifest['scope'];
  /** Of a post that travels. */
  bundle?: Manifest['bundle'];
  generator: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Told of each page: how many records of the table there are now. */
  progress?: (table: ArchiveTableName, done: number) => void;
};

/** Images are megabytes each, other records kilobytes. */
const pageSizes = { files: 8, plain: 200 };

/** The bytes of the archive. The same library gives the same bytes, but for the time. */
export function writeArchive(source: ArchiveSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return writeZip(archiveFiles(source));
}

async function* archiveFiles(source: ArchiveSource): AsyncGenerator<ZipFile> {
  const manifest: Manifest = {
    format: archiveFormat,
    version: archiveVersion,
    createdAt: new Date(source.now).toISOString(),
    generator: source.generator,
    scope: source.scope,
    tables: archiveTables.map(({ name }) => name),
    ...(source.bundle && { bundle: source.bundle }),
  };
  yield jsonFile(manifestName, manifest);
  if (source.settings) yield jsonFile(settingsName, source.settings);
  const records: Summary['records'] = {};
  const files = new Set<string>();
  for (const table of archiveTables) {
    records[table.name] = 0;
    yield* tableFiles(source, table, files, (done) => {
      records[table.name] = done;
      source.progress?.(table.name, done);
    });
  }
  const summary: Summary = { records, files: files.size };
  yield jsonFile(summaryName, summary);
}

async function* tableFiles(
  source: ArchiveSource,
  table: ArchiveTable,
  files: Set<string>,
  progress: (done: number) => void,
): AsyncGenerator<ZipFile> {
  let [lines, length, part, done]: [string[], number, number, number] = [[], 0, 0, 0];
  for await (const page of source.read(table.name, table.hasFiles ? pageSizes.files : pageSizes.plain)) {
    for (const record of page) {
      const { line, file } = await toLine(record, table);
      if (file && !files.has(file.name)) {
        files.add(file.name);
        yield file;
      }
      lines.push(line);
      length += line.length;
      if (length < partLength) continue;
      yield textFile(partName(table.name, ++part), lines);
      [lines, length] = [[], 0];
    }
    done += page.length;
    progress(done);
  }
  if (lines.length > 0) yield textFile(partName(table.name, ++part), lines);
}

/** A record as its line, and the file for the bytes it holds. */
async function toLine(record: ArchiveRecord, table: ArchiveTable): Promise<{ line: string; file: ZipFile | null }> {
  const bytes = table.hasFiles && 'bytes' in record ? record.bytes : null;
  if (!bytes) return { line: JSON.stringify(record), file: null };
  const hash = await digest(bytes);
  const line = JSON.stringify({ ...record, bytes: { file: hash, type: bytes.type } });
  return { line, file: { name: fileName(hash), data: bytes.data, stored: true } };
}

/** SHA-256 of the bytes, in hex. */
export async function digest({ data }: Pick<ImageBytes, 'data'>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const jsonFile = (name: string, content: object): ZipFile => textFile(name, [JSON.stringify(content, null, 2)]);

function textFile(name: string, lines: readonly string[]): ZipFile {
  return { name, data: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}
