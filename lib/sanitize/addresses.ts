/** Which addresses may stand in an article. */
import { allowedLinkSchemes } from '../model/article-html';

/** An absolute address with a scheme that a link may have, as written; null for every other. */
export function linkAddress(written: string | null | undefined): string | null {
  return hasScheme(written, allowedLinkSchemes);
}

/** An absolute http(s) address, as written; null for every other. */
export function imageAddress(written: string | null | undefined): string | null {
  return hasScheme(written, ['https', 'http']);
}

function hasScheme(written: string | null | undefined, schemes: readonly string[]): string | null {
  const address = written?.trim();
  if (!address) return null;
  try {
    return schemes.includes(new URL(address).protocol.slice(0, -1)) ? address : null;
  } catch {
    return null;
  }
}
