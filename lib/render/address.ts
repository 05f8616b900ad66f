/** Addresses in an exported post: only ones that a reader can follow, and what the post's own files are called. */

/** `address` as an absolute http(s) address without credentials; null when it is none. */
export function webAddress(address: string, base?: string): string | null {
  try {
    const url = new URL(address.trim(), base);
    return ['https:', 'http:'].includes(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * The address of a file of the post, once the post's own address is known: an exported post is a folder, so an
 * address that does not name a file is that folder's.
 */
export function fileAddress(canonicalUrl: string, path: string): string {
  const base = new URL(canonicalUrl);
  base.search = '';
  base.hash = '';
  if (!/\/[^/]*\.[a-z0-9]+$|\/$/i.test(base.pathname)) base.pathname += '/';
  return new URL(path, base).href;
}

/** The host of an address as people say it. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}
