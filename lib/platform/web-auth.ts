/** A window in which another system asks a person something and then comes back to us with the answer. */
import { browser } from 'wxt/browser';

/** The address that such a window must end at; pages of the web cannot open it. `''` where the browser has no such windows. */
export function webAuthAddress(name: string): string {
  return browser.identity?.getRedirectURL(name) ?? '';
}

/** Opens the window and waits; the address it ended at, or null when the person closed it. */
export async function runWebAuth(url: string): Promise<string | null> {
  try {
    return (await browser.identity.launchWebAuthFlow({ url, interactive: true })) ?? null;
  } catch {
    return null; // closed, or the page could not be loaded: browsers do not tell which
  }
}
