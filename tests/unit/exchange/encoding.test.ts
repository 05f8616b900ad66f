// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { decode, detectEncoding } from '../../../lib/exchange/reading/encoding';

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function read(bytes: Uint8Array, size = 3): Promise<string> {
  let text = '';
  for await (const piece of decode(chunksOf(bytes, size), await detectEncoding(() => chunksOf(bytes, 1024))))
    text += piece;
  return text;
}

const words = '汽车皮革,leather\r\nüber\rfin\n';
const read16 = (mark: boolean, little: boolean) => {
  const units = [...(mark ? '\uFEFF' : ''), ...words].map((letter) => letter.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};
const expected = '汽车皮革,leather\nüber\nfin\n';

describe('text files are decoded by what they hold', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(words)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${words}`)],
    ['UTF-16 LE with a mark', read16(true, true)],
    ['UTF-16 BE with a mark', read16(true, false)],
    ['UTF-16 LE without a mark', read16(false, true)],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toBe(expected);
  });

  test('GB18030, as older Chinese programs write', async () => {
    const bytes = new Uint8Array([0xc6, 0xfb, 0xb3, 0xb5, 0xc6, 0xa4, 0xb8, 0xef, 0x0d, 0x0a, 0x61]); // 汽车皮革
    expect(await read(bytes)).toBe('汽车皮革\na');
  });

  test('a character cut at the end of a chunk is whole, and a lone foreign byte costs itself', async () => {
    expect(await read(new TextEncoder().encode('皮革'.repeat(50)), 7)).toBe('皮革'.repeat(50));
    expect(await read(new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0xff]))).toBe('café ÿ');
  });
});
