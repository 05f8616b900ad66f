/** Opens the extension's own pages and panels. */
import { browser } from 'wxt/browser';

/** Opens the library page at `hash` (`#/clip/…`) in a new tab. */
export async function openLibrary(hash: string): Promise<void> {
  await browser.tabs.create({ url: new URL(`/library.html${hash}`, browser.runtime.getURL('/')).href });
}

type Panels = {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
};
// Each browser has one of the two; neither is in the other's types.
const panels = browser as unknown as Panels;

export const hasSidePanel = Boolean(panels.sidePanel ?? panels.sidebarAction);

/** Opens the side panel (Chromium) or the sidebar (Firefox). Only within a press of the user's. */
export async function openSidePanel(): Promise<void> {
  if (panels.sidebarAction) return panels.sidebarAction.open();
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await panels.sidePanel?.open({ windowId: id });
}
