/** The page's own address and its site. */
import { isPublicAddress } from '../../model/public-address';
import { reprints } from './syndication';

/**
 * The page's canonical address when it is http(s) and of the same site as the address visited, or of any site where
 * the one visited is known to reprint others; else null.
 */
export function chooseCanonical(candidates: readonly (string | null)[], visited: string): string | null {
  for (const candidate of candidates) {
    if (!candidate) continue;
    const [own, here] = [parse(candidate), parse(visited)];
    if (!own || !here) continue;
    const isOriginal = reprints(here.hostname) && isPublicAddress(own.href);
    if (!isOriginal && !sameSite(own.hostname, here.hostname)) continue;
    // A home page as the canonical address of an article is a template's mistake.
    if (own.pathname === '/' && here.pathname !== '/' && own.search === '') continue;
    own.hash = '';
    return own.href;
  }
  return null;
}

/** Same host but for `www.`, `m.`, `mobile.` and `amp.`, or one below the other. */
function sameSite(a: string, b: string): boolean {
  const [x, y] = [bareHost(a), bareHost(b)];
  return x === y || x.endsWith(`.${y}`) || y.endsWith(`.${x}`);
}

/** The host without the parts that only name a variant. */
export function bareHost(host: string): string {
  return host.replace(/^(?:www\d?|m|mobile|amp|wap)\.(?=[^.]+\.)/iu, '');
}

function parse(address: string): URL | null {
  try {
    const url = new URL(address);
    return /^https?:$/u.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}
