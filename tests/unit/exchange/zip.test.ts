import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip, readZipFile, ZipError } from '../../../lib/exchange/zip/zip-reader';
import { writeZip, type ZipFile } from '../../../lib/exchange/zip/zip-writer';

const caps = { files: 200_000, file: 1e9, total: 1e9, ratio: 250 };
const bytes = (text: string) => new TextEncoder().encode(text);

async function zipOf(files: Iterable<ZipFile>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of writeZip(
    (async function* () {
      yield* files;
    })(),
  ))
    parts.push(part);
  return new Blob(parts);
}
const unpacked = async (zip: Blob, name: string) => {
  const entry = (await openZip(zip, caps)).get(name);
  return entry && new TextDecoder().decode(await readZipFile(zip, entry, 1e9));
};

describe('a zip that is written', () => {
  const files = [
    { name: 'a/b.txt', data: bytes('leather '.repeat(1000)) },
    { name: '中文/图.png', data: Uint8Array.from({ length: 999 }, (_, i) => (i * 197) % 251), stored: true },
    { name: 'empty', data: bytes('') },
  ];

  test('is read by another program, byte for byte', async () => {
    const read = unzipSync(new Uint8Array(await (await zipOf(files)).arrayBuffer()));
    expect(Object.keys(read)).toEqual(files.map(({ name }) => name));
    for (const { name, data } of files) expect(read[name]).toEqual(new Uint8Array(data));
  });

  test('is smaller than what is in it where that can be', async () => {
    expect((await zipOf([files[0] as ZipFile])).size).toBeLessThan(500);
  });

  test('of more files than a plain zip can count is read whole', async () => {
    const many = Array.from({ length: 70_000 }, (_, i) => ({ name: `n/${i}`, data: bytes(`${i}`), stored: true }));
    const zip = await zipOf(many);
    expect((await openZip(zip, caps)).size).toBe(70_000);
    expect(await unpacked(zip, 'n/69999')).toBe('69999');
  });
});

describe('a zip that is read', () => {
  const foreign = (content: Record<string, Uint8Array>) => new Blob([zipSync(content) as Uint8Array<ArrayBuffer>]);

  test('may come from another program', async () => {
    expect(await unpacked(foreign({ 'x.txt': bytes('leather '.repeat(99)) }), 'x.txt')).toBe('leather '.repeat(99));
  });

  test.each(['../x', '/x', 'a/../../x', 'C:\\x', 'a\\..\\x', 'a\u0000b'])('gives nothing named %j', async (name) => {
    expect([...(await openZip(foreign({ [name]: bytes('x'), fine: bytes('y') }), caps)).keys()]).toEqual(['fine']);
  });

  test('that unpacks to far more than its size is refused before anything is unpacked', async () => {
    const bomb = foreign({ bomb: new Uint8Array(30_000_000) });
    await expect(openZip(bomb, caps)).rejects.toThrow(ZipError);
    await expect(openZip(foreign({ a: bytes('x'.repeat(99)) }), { ...caps, total: 50 })).rejects.toThrow(ZipError);
    await expect(openZip(foreign({ a: bytes('x'), b: bytes('y') }), { ...caps, files: 1 })).rejects.toThrow(ZipError);
    await expect(openZip(foreign({ a: bytes('x'.repeat(99)) }), { ...caps, file: 50 })).rejects.toThrow(ZipError);
    // One bomb among much that is not: the ratio of all together says nothing.
    const noise = Uint8Array.from({ length: 400_000 }, (_, i) => (Math.imul(i, 2_654_435_761) >>> 13) & 255);
    const hidden = foreign({ noise, bomb: new Uint8Array(30_000_000) });
    await expect(openZip(hidden, caps)).rejects.toThrow(/bomb/);
  });

  test('that says less than it holds gives no more than it says', async () => {
    const zip = new Uint8Array(await foreign({ a: bytes('x'.repeat(5000)) }).arrayBuffer());
    const view = new DataView(zip.buffer);
    const directory = view.getUint32(zip.length - 6, true);
    view.setUint32(directory + 24, 10, true);
    const file = new Blob([zip]);
    const entry = (await openZip(file, caps)).get('a');
    await expect(readZipFile(file, entry as NonNullable<typeof entry>, 1e6)).rejects.toThrow(/larger than announced/);
  });

  test('has names of Chinese Windows, and neither folders nor what macOS adds', async () => {
    const gb = new Uint8Array([...bytes('a/'), 0xd6, 0xd0, 0xce, 0xc4]);
    const zip = new Uint8Array(
      await foreign({
        'a/name': bytes('x'),
        'a/': bytes(''),
        '__MACOSX/a': bytes('y'),
        '.DS_Store': bytes('z'),
      }).arrayBuffer(),
    );
    for (let at = 0; at + 6 <= zip.length; at++)
      if (new TextDecoder().decode(zip.subarray(at, at + 6)) === 'a/name') zip.set(gb, at);
    expect([...(await openZip(new Blob([zip]), caps)).keys()]).toEqual(['a/中文']);
  });

  test('is damaged when one byte is another', async () => {
    const zip = new Uint8Array(
      await (await zipOf([{ name: 'a', data: bytes('leather'), stored: true }])).arrayBuffer(),
    );
    zip[33] = (zip[33] ?? 0) ^ 1;
    await expect(unpacked(new Blob([zip]), 'a')).rejects.toThrow(ZipError);
  });

  test('that is cut short anywhere is refused', async () => {
    const zip = await zipOf([{ name: 'a', data: bytes('leather'.repeat(100)) }]);
    for (let end = 0; end < zip.size; end += 7)
      await expect(openZip(zip.slice(0, end), caps)).rejects.toThrow(ZipError);
  });
});
