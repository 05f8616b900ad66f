/**
 * Zip archives read from where they lie: the list of files at the end, then each file when it is asked for, so that an
 * archive of any size takes the memory of one file. Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { fail, ok, type Result } from '../../model/result';
import { DamagedSource } from '../format';

export type ZipFile = {
  path: string;
  /** In bytes, unpacked, as the archive says. */
  size: number;
  /** Unpacked, piece by piece. Throws `DamagedSource` as soon as more comes out than the archive said. */
  open(): AsyncIterable<Uint8Array<ArrayBuffer>>;
};

export type ZipLimits = {
  files: number;
  /** Bytes of one file, and of all together, unpacked. */
  file: number;
  total: number;
  /** Unpacked to packed: text seldom passes 20, a bomb has 1000. Looked at for files above a megabyte. */
  ratio: number;
};

export const zipLimits: ZipLimits = { files: 400_000, file: 512 * 2 ** 20, total: 8 * 2 ** 30, ratio: 250 };

/** Why an archive is not read. */
export type ZipFailure = 'not-a-zip' | 'damaged' | 'encrypted' | 'too-large';

const endSize = 22;
const longestComment = 0xffff;
const longestDirectory = 256 * 2 ** 20;
const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };

/** Whether these first bytes are a zip archive's. */
export const startsLikeZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

/**
 * The files of an archive. Paths that lead out of it (absolute, `..`, drive letters, control characters) are left out,
 * as are folders and what macOS adds. Fails for archives beyond the limits, before anything is unpacked.
 */
export async function listZip(archive: Blob, limits = zipLimits): Promise<Result<ZipFile[], ZipFailure>> {
  const tail = new DataView(await archive.slice(-(endSize + longestComment)).arrayBuffer());
  let at = tail.byteLength - endSize;
  while (at >= 0 && tail.getUint32(at, true) !== signatures.end) at--;
  if (at < 0) return fail('not-a-zip');
  const [size, start] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
  if (start === 0xffffffff || size > longestDirectory) return fail('too-large'); // zip64: beyond 4 GB
  if (start + size > archive.size) return fail('damaged');
  const directory = new DataView(await archive.slice(start, start + size).arrayBuffer());
  const files: ZipFile[] = [];
  const seen = new Set<string>();
  let total = 0;
  for (let from = 0; from + 46 <= size; ) {
    if (directory.getUint32(from, true) !== signatures.entry) return fail('damaged');
    const entry = readEntry(directory, from);
    from = entry.end;
    if (from > size) return fail('damaged');
    if (entry.path === null || seen.has(entry.path)) continue;
    seen.add(entry.path);
    total += entry.size;
    if (entry.encrypted) return fail('encrypted');
    const swollen = entry.size > 2 ** 20 && entry.size > entry.packed * limits.ratio;
    if (files.length >= limits.files || entry.size > limits.file || total > limits.total || swollen)
      return fail('too-large');
    files.push({ path: entry.path, size: entry.size, open: () => unpack(archive, entry) });
  }
  return ok(files);
}

type Entry = {
  path: string | null;
  size: number;
  packed: number;
  method: number;
  offset: number;
  encrypted: boolean;
  end: number;
};

function readEntry(view: DataView, at: number): Entry {
  const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
    number,
    number,
    number,
  ];
  const flags = view.getUint16(at + 8, true);
  const nameBytes = new Uint8Array(view.buffer, at + 46, Math.max(0, Math.min(name, view.byteLength - at - 46)));
  return {
    path: safePath(decodeName(nameBytes)),
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    method: view.getUint16(at + 10, true),
    offset: view.getUint32(at + 42, true),
    encrypted: (flags & 1) === 1,
    end: at + 46 + name + extra + comment,
  };
}

/** Names are UTF-8, whatever the flag says, or what Chinese Windows wrote. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The path with `/` between its parts; null for folders and for what leads out of the archive. */
export function safePath(written: string): string | null {
  const path = written.replaceAll('\\', '/').normalize('NFC');
  if (path === '' || path.endsWith('/') || path.startsWith('/') || /^[a-z]:/iu.test(path) || path.length > 1000)
    return null;
  const parts = path.split('/');
  if (/\p{Cc}/u.test(path) || parts.some((part) => part === '' || part === '.' || part === '..')) return null;
  return parts[0] === '__MACOSX' || parts.at(-1) === '.DS_Store' ? null : path;
}

async function* unpack(archive: Blob, entry: Entry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const local = new DataView(await archive.slice(entry.offset, entry.offset + 30).arrayBuffer());
  if (local.byteLength < 30 || local.getUint32(0, true) !== signatures.local)
    throw new DamagedSource('damaged', `${entry.path}: no header`);
  const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = archive.slice(start, start + entry.packed);
  let left = entry.size;
  for await (const piece of inflate(packed, entry)) {
    left -= piece.length;
    if (left < 0) throw new DamagedSource('too-large', `${entry.path}: larger than it says`);
    yield piece;
  }
  if (left !== 0) throw new DamagedSource('damaged', `${entry.path}: ends early`);
}

/** The browser's own inflater: it works beside the page, and gives its output in small pieces only as they are taken. */
async function* inflate(packed: Blob, { method, path }: Entry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (method !== 0 && method !== 8) throw new DamagedSource('damaged', `${path}: unknown compression ${method}`);
  const stream = packed.stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  const reader = (method === 0 ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw'))).getReader();
  try {
    for (;;) {
      const next = await reader.read().catch((error) => {
        throw new DamagedSource('damaged', `${path}: ${error}`);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
