/**
 * Zip files of any size, written as they are made: past 65,535 files and 4 GB as Zip64, which no small library writes.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { crc32 } from './crc32';

/** One file; all of its bytes are in memory while it is written, and only then. */
export type ZipFile = {
  /** Path with `/`; UTF-8. */
  name: string;
  data: Uint8Array<ArrayBuffer>;
  /** What is compressed already is stored as it is. */
  stored?: boolean;
};

const version = 45; // Zip64
const utf8Names = 0x0800;
const deflated = 8;
/** 1 January 1980, the first day that zip knows: the same content gives the same bytes. */
const firstDay = (1 << 5) | 1;
const full16 = 0xffff;
const full32 = 0xffffffff;

/** The bytes of a zip with these files, in their order, each under 4 GB. Memory: the largest file and the directory. */
export async function* writeZip(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for await (const file of files) {
    const packed = file.stored ? file.data : await deflate(file.data);
    const smaller = packed.length < file.data.length;
    const data = smaller ? packed : file.data;
    const name = new TextEncoder().encode(file.name);
    const entry: Entry = {
      name,
      method: smaller ? deflated : 0,
      crc: crc32(file.data),
      size: file.data.length,
      packed: data.length,
    };
    const header = localHeader(entry);
    directory.push(directoryEntry(entry, at));
    yield header;
    yield data;
    at += header.length + data.length;
  }
  let size = 0;
  for (const entry of directory) {
    yield entry;
    size += entry.length;
  }
  yield endOfDirectory(directory.length, size, at);
}

async function deflate(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

type Entry = { name: Uint8Array; method: number; crc: number; size: number; packed: number };

function localHeader(entry: Entry): Uint8Array<ArrayBuffer> {
  return record(30 + entry.name.length, (view, bytes) => {
    view.setUint32(0, 0x04034b50, true);
    view.setUint16(4, version, true);
    writeFacts(view, 6, entry);
    bytes.set(entry.name, 30);
  });
}

/** What both headers say of a file, from its flags to the length of its name. */
function writeFacts(view: DataView, at: number, { name, method, crc, size, packed }: Entry): void {
  view.setUint16(at, utf8Names, true);
  view.setUint16(at + 2, method, true);
  view.setUint16(at + 6, firstDay, true);
  view.setUint32(at + 8, crc, true);
  view.setUint32(at + 12, packed, true);
  view.setUint32(at + 16, size, true);
  view.setUint16(at + 20, name.length, true);
}

function directoryEntry(entry: Entry, offset: number): Uint8Array<ArrayBuffer> {
  const far = offset >= full32;
  return record(46 + entry.name.length + (far ? 12 : 0), (view, bytes) => {
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(4, version, true);
    view.setUint16(6, version, true);
    writeFacts(view, 8, entry);
    view.setUint16(30, far ? 12 : 0, true);
    view.setUint32(42, far ? full32 : offset, true);
    bytes.set(entry.name, 46);
    if (!far) return;
    const extra = 46 + entry.name.length;
    view.setUint16(extra, 1, true);
    view.setUint16(extra + 2, 8, true);
    view.setBigUint64(extra + 4, BigInt(offset), true);
  });
}

/** The end of a zip; with the Zip64 records before it where the plain one has no room. */
function endOfDirectory(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  const large = count >= full16 || size >= full32 || offset >= full32;
  const plainAt = large ? 56 + 20 : 0;
  return record(plainAt + 22, (view) => {
    if (large) {
      view.setUint32(0, 0x06064b50, true);
      view.setBigUint64(4, 44n, true);
      view.setUint16(12, version, true);
      view.setUint16(14, version, true);
      view.setBigUint64(24, BigInt(count), true);
      view.setBigUint64(32, BigInt(count), true);
      view.setBigUint64(40, BigInt(size), true);
      view.setBigUint64(48, BigInt(offset), true);
      view.setUint32(56, 0x07064b50, true);
      view.setBigUint64(64, BigInt(offset + size), true);
      view.setUint32(72, 1, true);
    }
    view.setUint32(plainAt, 0x06054b50, true);
    view.setUint16(plainAt + 8, Math.min(count, full16), true);
    view.setUint16(plainAt + 10, Math.min(count, full16), true);
    view.setUint32(plainAt + 12, Math.min(size, full32), true);
    view.setUint32(plainAt + 16, Math.min(offset, full32), true);
  });
}

function record(length: number, fill: (view: DataView, bytes: Uint8Array) => void): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer), bytes);
  return bytes;
}
