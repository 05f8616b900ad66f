/** Images as `data:` addresses: for what holds its images in itself. */
import type { ResolvedImage } from '../model/resolved-post';

/** Images by path as `data:` addresses, in order, as many as `limit` bytes allow; `''` for the rest. */
export function embedded(images: readonly ResolvedImage[], limit: number): (path: string) => string {
  let room = limit;
  const addresses = new Map<string, string>();
  for (const { path, bytes } of images) {
    if (bytes.data.byteLength > room) continue;
    room -= bytes.data.byteLength;
    addresses.set(path, `data:${bytes.type};base64,${base64(bytes.data)}`);
  }
  return (path) => addresses.get(path) ?? '';
}

/** Bytes in base64, in one line. */
export function base64(data: Uint8Array): string {
  const chunk = 0x8000; // as many arguments as every engine takes
  let binary = '';
  for (let at = 0; at < data.length; at += chunk) binary += String.fromCharCode(...data.subarray(at, at + chunk));
  return btoa(binary);
}
