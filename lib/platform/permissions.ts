/** Optional permissions: asked for from a click, where they are needed. */
import { browser } from 'wxt/browser';

/** The match pattern for a web address's site: `https://img.example.com/*` (ports are not part of patterns). */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/**
 * Asks the person for access to the sites of `urls`. Must be called within the click itself, before anything is
 * awaited: browsers show the question only then. False when refused.
 */
export function requestSites(urls: readonly string[]): Promise<boolean> {
  const origins = [...new Set(urls.map(originPattern))];
  return browser.permissions.request({ origins }).catch(() => false);
}
