/** Opens the extension's own pages and panels. */
import { browser } from 'wxt/browser';
import { openPanelIn } from './side-panel';

/** Opens the library page at `hash` (`#/clip/…`) in a new tab. */
export async function openLibrary(hash: string): Promise<void> {
  await browser.tabs.create({ url: new URL(`/library.html${hash}`, browser.runtime.getURL('/')).href });
}

/**
 * What opens the side panel or sidebar of this window, or null where there is none. The window is looked up now,
 * because browsers open a panel only within the press itself.
 */
export function createPanelOpener(): (() => Promise<void>) | null {
  if (!('sidePanel' in browser || 'sidebarAction' in browser)) return null;
  let windowId: number = browser.windows.WINDOW_ID_CURRENT;
  void browser.windows.getCurrent().then(({ id }) => {
    if (id !== undefined) windowId = id;
  });
  return () => openPanelIn(windowId);
}

/** This extension's version: `0.1.0`. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
