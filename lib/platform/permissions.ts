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

/** Asks for access to all sites, in the click itself as `requestSites`. */
export function requestEverySite(): Promise<boolean> {
  return browser.permissions.request({ origins: ['https://*/*', 'http://*/*'] }).catch(() => false);
}

/**
 * Asks for access to the sites of `urls`, and for the window in which another system lets people sign in where that
 * is not granted from the start. In the click itself, as `requestSites`.
 */
export function requestSignIn(urls: readonly string[]): Promise<boolean> {
  const origins = [...new Set(urls.map(originPattern))];
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  const permissions = (optional as string[]).includes('identity') ? ['identity'] : [];
  type Wanted = Parameters<typeof browser.permissions.request>[0];
  return browser.permissions.request({ origins, permissions } as Wanted).catch(() => false);
}

/** Whether the sites of all these addresses may be reached. */
export function maySites(urls: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...new Set(urls.map(originPattern))] });
}

/** Gives the access to the sites of these addresses back. */
export async function dropSites(urls: readonly string[]): Promise<void> {
  if (urls.length > 0) await browser.permissions.remove({ origins: [...new Set(urls.map(originPattern))] });
}
