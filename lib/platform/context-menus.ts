/** Entries of the context menus of pages and of the toolbar button. */
import { browser } from 'wxt/browser';
import { type OpenTab, openTab } from './tabs';

export type MenuEntry =
  | 'clip-page'
  | 'clip-selection'
  | 'highlight-selection'
  | 'clip-link'
  | 'save-image'
  | 'open-panel';

/** What was pointed at. */
export type MenuTarget = { tab: OpenTab; windowId: number; linkUrl: string; linkText: string; imageUrl: string };

type Context = 'page' | 'selection' | 'link' | 'image' | 'action';
type Entry = { id: MenuEntry; contexts: [Context]; title: string };

const pages = ['http://*/*', 'https://*/*', 'file:///*'];

/** Puts the entries into the menus in place of what was there; `titleOf` words them. For install and update. */
export async function createMenus(titleOf: (entry: MenuEntry) => string): Promise<void> {
  const entry = (id: MenuEntry, context: Context): Entry => ({ id, contexts: [context], title: titleOf(id) });
  await browser.contextMenus.removeAll();
  const inPages = [
    entry('clip-page', 'page'),
    entry('clip-selection', 'selection'),
    entry('highlight-selection', 'selection'),
    entry('clip-link', 'link'),
    entry('save-image', 'image'),
  ];
  for (const item of inPages) browser.contextMenus.create({ ...item, documentUrlPatterns: pages });
  browser.contextMenus.create(entry('open-panel', 'action'));
}

/** Calls `choose` for every entry chosen. To be called while the worker starts. */
export function onMenu(choose: (entry: MenuEntry, target: MenuTarget) => void): void {
  browser.contextMenus.onClicked.addListener((info, clicked) => {
    const tab = clicked && openTab(clicked);
    if (!tab || !clicked) return;
    const { linkText } = info as { linkText?: string }; // Firefox knows it, Chromium does not
    choose(info.menuItemId as MenuEntry, {
      tab,
      windowId: clicked.windowId ?? -1,
      linkUrl: info.linkUrl ?? '',
      linkText: linkText?.trim() ?? '',
      imageUrl: info.srcUrl ?? '',
    });
  });
}
