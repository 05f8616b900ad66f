/** What a person chose or dropped, as a source: loose files, or one archive with its files laid open. */
import { fail, ok, type Result } from '../../model/result';
import {
  DamagedSource,
  type ImportedClip,
  type ImportProblem,
  type ImportSource,
  type Place,
  type Sample,
  type SourceFile,
} from '../format';
import {
  openZip,
  safePath,
  startsLikeZip,
  unpack,
  type ZipEntry,
  ZipError,
  type ZipFailure,
  type ZipLimits,
} from '../zip/zip-reader';
import { decode, detectEncoding } from './encoding';
import { problem } from './fields';

/** A chosen file; `path` is that within a folder that was dropped, else its name. */
export type ChosenFile = { path: string; blob: Blob };

/** Text in which a person keeps addresses is smaller by far; archives may be larger. */
const longestFile = 2 ** 30;
const readAtOnce = 512 * 1024;
const limits: ZipLimits = { files: 400_000, file: 512 * 2 ** 20, total: 8 * 2 ** 30, ratio: 250 };

/** A source out of chosen files. An archive that is chosen alone is opened; fails when it cannot or must not be. */
export async function openSource(chosen: readonly ChosenFile[]): Promise<Result<ImportSource, ZipFailure>> {
  const [only] = chosen;
  if (!only) return fail('not-a-zip');
  const name = chosen.length === 1 ? only.path : (commonFolder(chosen) ?? only.path);
  if (chosen.length === 1 && startsLikeZip(new Uint8Array(await only.blob.slice(0, 4).arrayBuffer()))) {
    return openArchive(name, only.blob);
  }
  const files = chosen.flatMap(({ path, blob }) => fromBlob(safePath(path) ?? 'file', blob));
  if (files.length > limits.files) return fail('too-large');
  return ok({ name, files });
}

function commonFolder(chosen: readonly ChosenFile[]): string | null {
  const folders = new Set(chosen.map(({ path }) => (path.includes('/') ? (path.split('/')[0] ?? '') : '')));
  const [folder] = folders;
  return folders.size === 1 && folder ? folder : null;
}

function fromBlob(path: string, blob: Blob): SourceFile[] {
  if (/(?:^|\/)\.[^/]*$/u.test(path)) return []; // what systems hide is not what a person means
  return [makeFile(path, blob.size, () => sliceBlob(blob))];
}

async function* sliceBlob(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < blob.size; from += readAtOnce) {
    const part = blob.slice(from, from + readAtOnce);
    const bytes = await part.arrayBuffer().catch((error) => {
      throw new DamagedSource('damaged', String(error)); // the file went away while it was being read
    });
    yield new Uint8Array(bytes);
  }
}

async function openArchive(name: string, archive: Blob): Promise<Result<ImportSource, ZipFailure>> {
  try {
    const entries = [...(await openZip(archive, limits)).values()];
    return ok({ name, files: entries.map((entry) => makeFile(entry.name, entry.size, () => opened(archive, entry))) });
  } catch (error) {
    if (error instanceof ZipError) return fail(error.reason);
    throw error;
  }
}

async function* opened(archive: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    yield* unpack(archive, entry);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new DamagedSource(error.reason === 'too-large' ? 'too-large' : 'damaged', error.message);
  }
}

function makeFile(path: string, size: number, open: () => AsyncIterable<Uint8Array<ArrayBuffer>>): SourceFile {
  return {
    path,
    size,
    async *pieces() {
      if (size > longestFile) throw new DamagedSource('too-large', path);
      yield* decode(open(), await detectEncoding(open));
    },
    async bytes() {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for await (const part of open()) parts.push(part);
      return new Uint8Array(await new Blob(parts).arrayBuffer());
    },
  };
}

const sampled = { files: 8, characters: 64 * 1024 };
/** Named so for machines: images and the like tell nothing of what a source is. */
const binary = /\.(?:jpe?g|png|gif|webp|avif|svg|ico|pdf|mp[34]|woff2?|zip)$/iu;

/** The beginnings by which importers know their own; those of different kinds of file, the shallow paths first. */
export async function sampleOf(source: ImportSource): Promise<Sample> {
  const texts = source.files.filter(({ path }) => !binary.test(path));
  const depth = (file: SourceFile) => file.path.split('/').length;
  const chosen = texts.toSorted((a, b) => depth(a) - depth(b) || (a.path < b.path ? -1 : 1)).slice(0, sampled.files);
  const heads = await Promise.all(chosen.map(async (file) => ({ path: file.path, head: await headOf(file) })));
  return { paths: source.files.map(({ path }) => path), heads };
}

async function headOf(file: SourceFile): Promise<string> {
  let head = '';
  try {
    for await (const piece of file.pieces()) {
      head += piece.slice(0, sampled.characters - head.length);
      if (head.length >= sampled.characters) break;
    }
  } catch (error) {
    if (!(error instanceof DamagedSource)) throw error; // what could be read tells enough
  }
  return head;
}

type Item = ImportedClip | ImportProblem;
/** Where an entry of the file that is being read stands. */
export type PlaceAt = (line: number | null) => Place;

/** Reads files one after the other; one that is damaged costs what could not be read of it, and says so. */
export async function* readEach(
  source: ImportSource,
  wanted: (path: string) => boolean,
  read: (file: SourceFile, at: PlaceAt) => AsyncIterable<Item>,
): AsyncGenerator<Item> {
  for (const file of source.files) {
    if (!wanted(file.path)) continue;
    const at: PlaceAt = (line) => ({ file: source.files.length > 1 ? file.path : null, line });
    try {
      yield* read(file, at);
    } catch (error) {
      if (!(error instanceof DamagedSource)) throw error;
      yield problem(error.reason, at(null), error.message);
    }
  }
}
