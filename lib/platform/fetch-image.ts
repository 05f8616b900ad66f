/** Reads one image from the web: nothing is sent along, and nothing but a picture of reasonable size comes back. */
import { isPublicAddress } from '../model/public-address';

/** Larger than any photograph made for the web; more would only fill the disk. */
const mostBytes = 25 * 1024 * 1024;
const patience = 30_000;

/**
 * The bytes at `url`, or null when they cannot be had: not http(s), a private address, an answer that is no success,
 * too large or too slow. No cookies, no referrer. What kind of bytes they are is for the caller to check.
 */
export async function fetchBytes(
  url: string,
  signal: AbortSignal,
  request: typeof fetch = fetch,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isPublicAddress(url)) return null;
  try {
    const answer = await request(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'force-cache',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    if (!answer.ok || !answer.body || !isPublicAddress(answer.url || url)) return null;
    return await readUpTo(answer.body, mostBytes);
  } catch {
    return null; // refused, unreachable, aborted: all the same to the post
  }
}

async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
