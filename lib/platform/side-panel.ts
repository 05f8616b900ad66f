/** The side panel (Chromium) or sidebar (Firefox). */
import { browser } from 'wxt/browser';

type Panels = {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
};

/**
 * Opens it in a window. Browsers allow it only within the press that asks for it: to be called before anything is
 * awaited.
 */
export async function openPanelIn(windowId: number): Promise<void> {
  const panels = browser as unknown as Panels; // each browser has one of the two; neither is in the other's types
  await (panels.sidebarAction ? panels.sidebarAction.open() : panels.sidePanel?.open({ windowId }));
}
