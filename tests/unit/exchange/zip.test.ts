// @vitest-environment node

import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { listZip, safePath, zipLimits } from '../../../lib/exchange/reading/zip';
import { zipOf } from './source';

async function unzip(bytes: Uint8Array<ArrayBuffer>, limits = zipLimits): Promise<Record<string, string> | string> {
  const listed = await listZip(new Blob([bytes]), limits);
  if (!listed.ok) return listed.failure;
  const read: Record<string, string> = {};
  for (const file of listed.value) {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const part of file.open()) parts.push(part);
    read[file.path] = await new Blob(parts).text();
  }
  return read;
}

describe('zip archives', () => {
  test('are read file by file, packed or stored, with Chinese names', async () => {
    const files = { 'metadata_0.json': '[]', 'content/皮革.html': '<p>Hides</p>'.repeat(500), 'empty.txt': '' };
    expect(await unzip(zipOf(files))).toEqual(files);
    const stored = zipSync({ 'a/b.txt': [new TextEncoder().encode('as it is'), { level: 0 }] });
    expect(await unzip(new Uint8Array(stored))).toEqual({ 'a/b.txt': 'as it is' });
  });

  test.each(['../x', 'a/../../x', '/etc/passwd', 'C:\\x', 'a\\..\\x', 'a//b', './x', 'x\0', 'folder/', '__MACOSX/a'])(
    'do not lead out of themselves: %j',
    (path) => {
      expect(safePath(path)).toBeNull();
    },
  );

  test('with such a path are read without that file', async () => {
    expect(await unzip(zipOf({ '../../evil.json': 'x', 'good.json': '1' }))).toEqual({ 'good.json': '1' });
  });

  test('that would swell beyond reason are refused before they are unpacked', async () => {
    const bomb = zipOf({ 'bomb.txt': '0'.repeat(4_000_000) });
    expect(await unzip(bomb)).toBe('too-large');
    expect(await unzip(zipOf({ a: '1', b: '2', c: '3' }), { ...zipLimits, files: 2 })).toBe('too-large');
    expect(await unzip(zipOf({ a: '12345', b: '12345' }), { ...zipLimits, total: 9 })).toBe('too-large');
  });

  test('that lie about a size give no more than they said', async () => {
    const bytes = zipOf({ 'a.txt': 'x'.repeat(1000) });
    const view = new DataView(bytes.buffer);
    const entry = bytes.findLastIndex((_, i) => i + 4 <= bytes.length && view.getUint32(i, true) === 0x02014b50);
    view.setUint32(entry + 24, 10, true);
    await expect(unzip(bytes)).rejects.toMatchObject({ name: 'DamagedSource', reason: 'too-large' });
  });

  test('that are cut off, damaged or no archives never do worse than say so', async () => {
    expect(await unzip(new TextEncoder().encode('PK\x03\x04 hello'))).toBe('not-a-zip');
    const whole = zipOf({ 'a.txt': 'hide '.repeat(100), 'b.json': '[1,2,3]' });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.boolean(),
        async (at, byte, cut) => {
          const bytes = cut ? whole.slice(0, at) : Uint8Array.from(whole);
          if (!cut) bytes[at] = byte;
          await unzip(bytes).catch((error) => expect(error.name).toBe('DamagedSource'));
        },
      ),
      { numRuns: 300 },
    );
  });
});
