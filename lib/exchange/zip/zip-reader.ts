/**
 * Zip files read from their directory at the end, file by file, with nothing inflated that the directory does not
 * announce and the caps do not allow. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { crc32 } from './crc32';

/** A file in a zip, as its directory describes it. `name` is safe: relative, no `..`, no drive, no control characters. */
export type ZipEntry = { name: string; size: number; packed: number; method: number; crc: number; offset: number };

export type ZipCaps = {
  /** Files in the zip. */
  entries: number;
  /** Bytes of all files, unpacked. */
  total: number;
  /** How many times larger than in the zip the files may be, together. Real text stays under 30. */
  ratio: number;
};

/** The file is not a zip, is damaged, or would be larger than allowed. `message` is for a report. */
export class ZipError extends Error {
  override name = 'ZipError';
}

const full16 = 0xffff;
const full32 = 0xffffffff;
const longestComment = 65_535;

/**
 * The files of a zip by name, without reading any of them. Names that lead out of a folder are left out.
 * Throws `ZipError` for what is no zip, is cut short, or exceeds the caps.
 */
export async function openZip(file: Blob, caps: ZipCaps): Promise<Map<string, ZipEntry>> {
  const { offset, size, count } = await findDirectory(file);
  if (count > caps.entries) throw new ZipError(`more than ${caps.entries} files`);
  if (offset + size > file.size) throw new ZipError('the directory lies outside the file');
  const entries = new Map<string, ZipEntry>();
  const view = await viewOf(file, offset, size);
  let [at, total, packed] = [0, 0, 0];
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new ZipError('damaged directory');
    const { entry, length } = readEntry(view, at);
    at += length;
    total += entry.size;
    packed += entry.packed;
    if (isSafe(entry.name)) entries.set(entry.name, entry);
  }
  if (total > caps.total) throw new ZipError(`more than ${caps.total} bytes unpacked`);
  if (total > 1e6 && total > packed * caps.ratio)
    throw new ZipError(`unpacks to more than ${caps.ratio} times its size`);
  return entries;
}

/** The bytes of one file. Throws `ZipError` when it is damaged, encrypted, or larger than `most` or than announced. */
export async function readZipFile(file: Blob, entry: ZipEntry, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.size > most) throw new ZipError(`${entry.name} is larger than ${most} bytes`);
  const header = await viewOf(file, entry.offset, 30);
  if (header.getUint32(0, true) !== 0x04034b50) throw new ZipError(`${entry.name} is not where it should be`);
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = file.slice(start, start + entry.packed);
  if (packed.size !== entry.packed) throw new ZipError(`${entry.name} is cut short`);
  const data = entry.method === 0 ? await readAll(packed.stream(), entry) : await inflate(packed, entry);
  if (data.length !== entry.size || crc32(data) !== entry.crc) throw new ZipError(`${entry.name} is damaged`);
  return data;
}

async function inflate(packed: Blob, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.method !== 8) throw new ZipError(`${entry.name} is packed in an unknown way`);
  try {
    return await readAll(packed.stream().pipeThrough(new DecompressionStream('deflate-raw')), entry);
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError(`${entry.name} cannot be unpacked`);
  }
}

/** Reads no further than the size that was announced: what says 1 KB and is 10 GB stops there. */
async function readAll(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  entry: ZipEntry,
): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8Array(entry.size);
  let at = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (at + next.value.length > entry.size) {
      void reader.cancel();
      throw new ZipError(`${entry.name} is larger than announced`);
    }
    data.set(next.value, at);
    at += next.value.length;
  }
  return data.subarray(0, at);
}

async function findDirectory(file: Blob): Promise<{ offset: number; size: number; count: number }> {
  const from = Math.max(0, file.size - 22 - longestComment);
  const tail = await viewOf(file, from, file.size - from);
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const plain = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
    const large = plain.count === full16 || plain.size === full32 || plain.offset === full32;
    return large && at >= 20 ? findLargeDirectory(file, tail, at - 20) : plain;
  }
  throw new ZipError('no zip, or cut short');
}

async function findLargeDirectory(
  file: Blob,
  tail: DataView,
  at: number,
): Promise<{ offset: number; size: number; count: number }> {
  if (tail.getUint32(at, true) !== 0x07064b50) throw new ZipError('damaged directory');
  const end = await viewOf(file, Number(tail.getBigUint64(at + 8, true)), 56);
  if (end.getUint32(0, true) !== 0x06064b50) throw new ZipError('damaged directory');
  const number = (from: number) => Number(end.getBigUint64(from, true));
  return { count: number(32), size: number(40), offset: number(48) };
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; length: number } {
  const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
  const length = 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + length > view.byteLength) throw new ZipError('damaged directory');
  if (view.getUint16(at + 8, true) & 1) throw new ZipError('the zip is encrypted');
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  readLargeNumbers(view, at + 46 + nameLength, extraLength, entry);
  return { entry, length };
}

/** Numbers that did not fit stand in the Zip64 field, in this order. */
function readLargeNumbers(view: DataView, from: number, length: number, entry: ZipEntry): void {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const end = Math.min(next + view.getUint16(at + 2, true), from + length);
    for (const field of ['size', 'packed', 'offset'] as const) {
      if (entry[field] !== full32 || next + 8 > end) continue;
      entry[field] = Number(view.getBigUint64(next, true));
      next += 8;
    }
    return;
  }
}

/** Whether a name stays inside the folder it is unpacked to ("zip slip"), on every system. */
function isSafe(name: string): boolean {
  const parts = name.split(/[\\/]/u);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  return name.length <= 1000 && !/^[\\/]|^[a-z]:|[\u0000-\u001f]/iu.test(name) && !parts.includes('..');
}

async function viewOf(file: Blob, from: number, length: number): Promise<DataView> {
  if (from < 0 || length < 0 || from + length > file.size) throw new ZipError('cut short');
  return new DataView(await file.slice(from, from + length).arrayBuffer());
}
