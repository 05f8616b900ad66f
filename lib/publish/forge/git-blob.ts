/** Files as Git knows them. */
import { base64 } from '../embedded';

/** The SHA-1 of a blob (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects): the same for the same content anywhere. */
export async function blobSha(data: Uint8Array<ArrayBuffer>): Promise<string> {
  const head = new TextEncoder().encode(`blob ${data.length}\0`);
  const all = new Uint8Array(head.length + data.length);
  all.set(head);
  all.set(data, head.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', all));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const encodeBlob = (data: Uint8Array): string => base64(data);

/** The text of a blob in base64; `''` for what is no UTF-8. */
export function decodeBlob(coded: string): string {
  const bytes = Uint8Array.from(atob(coded.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return ''; // an image
  }
}

/** A path in an address, its slashes kept. */
export const pathInUrl = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
