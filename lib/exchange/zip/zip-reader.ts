/**
 * Zip files read from where they lie: the directory at the end, then each file when it is asked for, piece by piece, and
 * nothing inflated that the directory does not announce and the limits do not allow.
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { crc32 } from './crc32';

/** A file in a zip, as its directory describes it. `name` is safe: see `safePath`. */
export type ZipEntry = { name: string; size: number; packed: number; method: number; crc: number; offset: number };

export type ZipLimits = {
  /** Files in the zip. */
  files: number;
  /** Bytes of one file, and of all together, unpacked. */
  file: number;
  total: number;
  /** Unpacked to packed, of one file and of all: text seldom passes 20, a bomb has 1000. Looked at above a megabyte. */
  ratio: number;
};

/** Why a zip, or a file in it, is not read. */
export type ZipFailure = 'not-a-zip' | 'damaged' | 'encrypted' | 'too-large';

/** `message` is for a report. */
export class ZipError extends Error {
  override name = 'ZipError';
  readonly reason: ZipFailure;
  constructor(reason: ZipFailure, message: string) {
    super(message);
    this.reason = reason;
  }
}

const full16 = 0xffff;
const full32 = 0xffffffff;
const longestComment = 0xffff;
const longestDirectory = 2 ** 29;
const smallEnough = 2 ** 20;
const signatures = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, entry: 0x02014b50, local: 0x04034b50 };

/** Whether these first bytes are a zip's. */
export const startsLikeZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

/**
 * The files of a zip by name, without reading any of them; of two of one name the first. Folders, names that lead out
 * of one, and what macOS adds are left out. Throws `ZipError` for what is no zip, is cut short, or exceeds the limits.
 */
export async function openZip(file: Blob, limits: ZipLimits): Promise<Map<string, ZipEntry>> {
  const { offset, size, count } = await findDirectory(file);
  if (count > limits.files || size > longestDirectory) throw new ZipError('too-large', `${count} files`);
  if (offset + size > file.size) throw new ZipError('damaged', 'the directory lies outside the file');
  const entries = new Map<string, ZipEntry>();
  const view = await viewOf(file, offset, size);
  let [at, total, packed] = [0, 0, 0];
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signatures.entry)
      throw new ZipError('damaged', 'damaged directory');
    const { entry, length } = readEntry(view, at);
    at += length;
    if (entry.name === null || entries.has(entry.name)) continue;
    total += entry.size;
    packed += entry.packed;
    if (entry.size > limits.file || isSwollen(entry.size, entry.packed, limits))
      throw new ZipError('too-large', `${entry.name} unpacks to ${entry.size} bytes`);
    entries.set(entry.name, { ...entry, name: entry.name });
  }
  if (total > limits.total || isSwollen(total, packed, limits))
    throw new ZipError('too-large', `unpacks to ${total} bytes`);
  return entries;
}

const isSwollen = (size: number, packed: number, { ratio }: ZipLimits) => size > smallEnough && size > packed * ratio;

/**
 * The bytes of one file, in pieces, as they are taken. Throws `ZipError` when it is damaged, as soon as more comes out
 * than was announced, and, for who reads to the end, when it is not what it was.
 */
export async function* unpack(file: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const header = await viewOf(file, entry.offset, 30);
  if (header.getUint32(0, true) !== signatures.local) throw damaged(entry, 'is not where it should be');
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = file.slice(start, start + entry.packed);
  if (packed.size !== entry.packed) throw damaged(entry, 'is cut short');
  let left = entry.size;
  let crc = 0;
  for await (const piece of inflate(packed, entry)) {
    left -= piece.length;
    if (left < 0) throw new ZipError('too-large', `${entry.name} is larger than announced`);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (left !== 0 || crc !== entry.crc) throw damaged(entry, 'is not what it was');
}

/** All bytes of one file. Throws what `unpack` throws, and when it is larger than `most`, before anything is read. */
export async function readZipFile(file: Blob, entry: ZipEntry, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.size > most) throw new ZipError('too-large', `${entry.name} is larger than ${most} bytes`);
  const data = new Uint8Array(entry.size);
  let at = 0;
  for await (const piece of unpack(file, entry)) {
    data.set(piece, at);
    at += piece.length;
  }
  return data;
}

/** The browser's own inflater: it works beside the page, and gives its output in small pieces only as they are taken. */
async function* inflate(packed: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (entry.method !== 0 && entry.method !== 8) throw damaged(entry, 'is packed in an unknown way');
  const stream = packed.stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  const reader = (entry.method === 0 ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw'))).getReader();
  try {
    for (;;) {
      const next = await reader.read().catch((error) => {
        throw damaged(entry, `cannot be unpacked: ${error}`);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // whatever it is, it is over
  }
}

const damaged = ({ name }: ZipEntry, why: string) => new ZipError('damaged', `${name} ${why}`);

async function findDirectory(file: Blob): Promise<{ offset: number; size: number; count: number }> {
  const from = Math.max(0, file.size - 22 - longestComment);
  const tail = await viewOf(file, from, file.size - from);
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== signatures.end) continue;
    const plain = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
    const large = plain.count === full16 || plain.size === full32 || plain.offset === full32;
    return large && at >= 20 ? findLargeDirectory(file, tail, at - 20) : plain;
  }
  throw new ZipError('not-a-zip', 'no zip, or cut short');
}

async function findLargeDirectory(file: Blob, tail: DataView, at: number) {
  if (tail.getUint32(at, true) !== signatures.locator64) throw new ZipError('damaged', 'damaged directory');
  const end = await viewOf(file, Number(tail.getBigUint64(at + 8, true)), 56);
  if (end.getUint32(0, true) !== signatures.end64) throw new ZipError('damaged', 'damaged directory');
  const number = (from: number) => Number(end.getBigUint64(from, true));
  return { count: number(32), size: number(40), offset: number(48) };
}

type Written = Omit<ZipEntry, 'name'> & { name: string | null };

function readEntry(view: DataView, at: number): { entry: Written; length: number } {
  const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
  const length = 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + length > view.byteLength) throw new ZipError('damaged', 'damaged directory');
  if (view.getUint16(at + 8, true) & 1) throw new ZipError('encrypted', 'the zip is encrypted');
  const entry = {
    name: safePath(decodeName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength))),
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
function readLargeNumbers(view: DataView, from: number, length: number, entry: Written): void {
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

/** Names are UTF-8, whatever the flag says, or what Chinese Windows wrote. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * The path with `/` between its parts; null for folders, for what leads out of the folder it is unpacked to ("zip
 * slip": absolute, `..`, drives, control characters), and for what only macOS knows.
 */
export function safePath(written: string): string | null {
  const path = written.replaceAll('\\', '/').normalize('NFC');
  if (path === '' || path.endsWith('/') || path.startsWith('/') || /^[a-z]:/iu.test(path) || path.length > 1000)
    return null;
  const parts = path.split('/');
  if (/\p{Cc}/u.test(path) || parts.some((part) => part === '' || part === '.' || part === '..')) return null;
  return parts[0] === '__MACOSX' || parts.at(-1) === '.DS_Store' ? null : path;
}

async function viewOf(file: Blob, from: number, length: number): Promise<DataView> {
  if (from < 0 || length < 0 || from + length > file.size) throw new ZipError('damaged', 'cut short');
  return new DataView(await file.slice(from, from + length).arrayBuffer());
}
