/** Addresses: when two name one page, which site they are of, and which cannot be clipped. */
import type { NotClippableReason } from './failure';
import { fail, ok, type Result } from './result';
import { isTracking } from './tracking-parameters';

/**
 * The key by which a page is known again: the same for the address with and without tracking parameters, fragment,
 * AMP or mobile variant, trailing slash, and however its Chinese is encoded. The canonical address decides when it
 * plausibly is this page's: of the same site, and not the front page of another page.
 */
export function normaliseUrl(url: string, canonical?: string | null): string {
  const visited = URL.parse(url);
  if (!visited) return url.trim();
  const named = canonical ? URL.parse(canonical, url) : null;
  return keyOf(named && isPlausibleCanonical(named, visited) ? named : visited);
}

function isPlausibleCanonical(canonical: URL, visited: URL): boolean {
  if (!/^https?:$/u.test(canonical.protocol)) return false;
  const [a, b] = [siteOf(canonical.href), siteOf(visited.href)];
  const sameSite = a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) || fromAmpCache(visited) !== null;
  return sameSite && (canonical.pathname !== '/' || visited.pathname === '/' || canonical.search !== '');
}

function keyOf(address: URL): string {
  const url = fromAmpCache(address) ?? address;
  if (!/^https?:$/u.test(url.protocol)) return url.href.replace(/#.*$/su, '');
  const query = keyQuery(url);
  return `${keyHost(url)}${keyPath(url)}${query && `?${query}`}${url.hash.startsWith('#!') ? spelled(url.hash) : ''}`;
}

/** Google's and Bing's AMP caches: https://developers.google.com/amp/cache/overview */
function fromAmpCache(url: URL): URL | null {
  const cached =
    /^[^.]+\.(?:cdn\.ampproject\.org|bing-amp\.com)$/u.test(url.hostname) || url.hostname === 'cdn.ampproject.org';
  const inside = cached
    ? /^\/(?:[cvi]\/)?(s\/)?([^/]+\.[^/]+\/.*)$/u.exec(url.pathname)
    : /(^|\.)google\.[a-z.]+$/u.test(url.hostname) && /^\/amp\/(s\/)?([^/]+\.[^/]+\/.*)$/u.exec(url.pathname);
  return inside ? URL.parse(`${inside[1] ? 'https' : 'http'}://${inside[2]}${url.search}`) : null;
}

/** The host without what says only how a page is shown. Needs a dot left: `m.com` and `www.cn` are sites. */
function keyHost(url: URL): string {
  const host = url.hostname
    .replace(/\.$/u, '')
    .replace(/^(?:www\d?|m|mobile|wap|amp|touch|3g)\.(?=[^.]+\.[^.])/u, '')
    .replace(/^www\.(?=[^.]+\.[^.])/u, '');
  return url.port ? `${host}:${url.port}` : host;
}

function keyPath(url: URL): string {
  const path = url.pathname
    .replace(/\/{2,}/gu, '/')
    .replace(/\/amp(?=\/?$)/u, '')
    .replace(/^\/amp(?=\/.)/u, '')
    .replace(/\.amp(?=\.html?$)/u, '')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/u, '/')
    .replace(/\/+$/u, '');
  return spelled(path);
}

function keyQuery(url: URL): string {
  const parameters = url.search.slice(1).replaceAll('+', '%20').split('&');
  return parameters
    .map((parameter) => spelled(parameter).replace(/=$/u, ''))
    .filter((parameter) => {
      const [name = '', value = ''] = parameter.split('=', 2);
      return parameter !== '' && !isTracking(name, value, url.hostname);
    })
    .sort()
    .join('&');
}

/**
 * One spelling for one address: what is percent-encoded without need is written out, in any script (NFC); what would
 * change the meaning stays encoded, in capitals, as does what is not UTF-8 (an old site's own encoding).
 */
function spelled(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/giu, (run) => {
      try {
        return decodeURIComponent(run).replace(/[\s%&=+?#/\\<>"\p{Cc}]/gu, encodeURIComponent);
      } catch {
        return run.toUpperCase();
      }
    })
    .normalize('NFC');
}

/** The host an address names, in Unicode lower case as browsers write it; empty when there is none. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? '';
}

/** The site a page is filed under: its host without `www.`, mobile and AMP prefixes. */
export function siteOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? keyHost(fromAmpCache(parsed) ?? parsed) : '';
}

const stores = [
  /^https:\/\/chromewebstore\.google\.com\//u,
  /^https:\/\/chrome\.google\.com\/webstore(?:\/|$)/u,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons(?:\/|$)/u,
  /^https:\/\/(?:addons|discovery\.addons)\.mozilla\.org\//u,
  /^https:\/\/addons\.opera\.com\//u,
];
const mediaPath =
  /\.(?:jpe?g|png|gif|webp|avif|bmp|ico|svg|mp4|m4v|webm|mov|mkv|mp3|m4a|aac|ogg|oga|ogv|opus|flac|wav)$/iu;

/**
 * Whether a page at this address has text that can be read, and why not. `contentType` is the page's own, once known;
 * without it the path decides.
 */
export function isClippable(url: string, contentType?: string): Result<null, NotClippableReason> {
  const parsed = URL.parse(url);
  if (!parsed) return fail('browser-page');
  if (parsed.protocol === 'file:') return kindOfFile(parsed, contentType) ?? fail('no-access');
  if (!/^https?:$/u.test(parsed.protocol)) return fail('browser-page');
  if (stores.some((store) => store.test(parsed.href))) return fail('extension-store');
  return kindOfFile(parsed, contentType) ?? ok(null);
}

function kindOfFile(url: URL, contentType: string | undefined): Result<null, NotClippableReason> | null {
  if (contentType === undefined) {
    if (/\.pdf$/iu.test(url.pathname)) return fail('pdf');
    return mediaPath.test(url.pathname) ? fail('media') : null;
  }
  if (/^application\/(?:x-)?pdf\b/iu.test(contentType)) return fail('pdf');
  return /^(?:image|audio|video)\//iu.test(contentType) ? fail('media') : null;
}
