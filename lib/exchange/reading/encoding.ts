/** Bytes into text by what they are: byte order marks first, then UTF-8, UTF-16 and GB18030 by what decodes. */

const pieceSize = 256 * 1024;

/** Decoders by name; every browser has them (https://encoding.spec.whatwg.org/#names-and-labels). */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/**
 * The encoding of a text: its byte order mark decides; else UTF-8 when all of it is; else UTF-16 when every other byte
 * of the beginning is zero; else GB18030 when all of it is; else Windows-1252, in which anything is something.
 */
export async function detectEncoding(read: () => AsyncIterable<Uint8Array>): Promise<Encoding> {
  const tests: { encoding: Encoding; decoder: TextDecoder; fits: boolean }[] = (['utf-8', 'gb18030'] as const).map(
    (encoding) => ({ encoding, decoder: new TextDecoder(encoding, { fatal: true }), fits: true }),
  );
  let first = true;
  for await (const bytes of read()) {
    const marked = first ? (markOf(bytes) ?? zeroesOf(bytes)) : null;
    if (marked) return marked;
    first = false;
    for (const test of tests) test.fits &&= decodes(test.decoder, bytes, true);
    if (!tests.some(({ fits }) => fits)) break;
  }
  const [utf8, gb18030] = tests.map(({ fits, decoder }) => fits && decodes(decoder, new Uint8Array(), false));
  return utf8 ? 'utf-8' : gb18030 ? 'gb18030' : 'windows-1252';
}

function decodes(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

function markOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: markup and digits have a zero in every other byte. */
function zeroesOf(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 512);
  const zeroes = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeroes[i % 2] = (zeroes[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeroes;
  if (Math.max(even, odd) < sample.length / 8) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The text in pieces, without its mark and with `\n` for every line end. Bytes that are no character become U+FFFD. */
export async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += pieceSize) {
      const text = held + decoder.decode(chunk.subarray(from, from + pieceSize), { stream: true });
      held = text.endsWith('\r') ? '\r' : ''; // its line feed may be the next piece's first character
      yield unixLines(held ? text.slice(0, -1) : text);
    }
  }
  yield unixLines(held + decoder.decode());
}

const unixLines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text);

/** The whole text; null when it is longer than `most` characters. */
export async function joinPieces(pieces: AsyncIterable<string>, most: number): Promise<string | null> {
  const parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) return null;
    parts.push(piece);
  }
  return parts.join('');
}
