/** The context menus: their words and what each entry does. */
import { clipLink, clipSelection, clipTab, saveImage } from '../../lib/capture/capture';
import type { CapturePorts } from '../../lib/capture/ports';
import { newId } from '../../lib/model/ids';
import { createMenus, type MenuEntry, type MenuTarget } from '../../lib/platform/context-menus';
import { describeLinkInPage } from '../../lib/platform/scripting';
import { loadSettings } from '../../lib/platform/settings-storage';
import { openPanelIn } from '../../lib/platform/side-panel';
import { wordsIn } from '../../lib/platform/words';
import type { Database } from '../../lib/store/database';
import { clipAndTell } from './feedback';
import { highlightAndTell } from './highlighter';

const titles: Record<MenuEntry, string> = {
  'clip-page': 'menu_clip_page',
  'clip-selection': 'menu_clip_selection',
  'highlight-selection': 'menu_highlight_selection',
  'clip-link': 'menu_clip_link',
  'save-image': 'menu_save_image',
  'open-panel': 'menu_open_panel',
};

/** Puts the entries into the menus in the language the person has chosen. */
export async function wordMenus(): Promise<void> {
  const words = await wordsIn((await loadSettings()).language);
  await createMenus((entry) => words(titles[entry]));
}

/** What a chosen entry does. */
export function runEntry(db: Database, ports: CapturePorts, entry: MenuEntry, target: MenuTarget): Promise<void> {
  const { tab, linkUrl, linkText, imageUrl } = target;
  switch (entry) {
    case 'clip-page':
      return clipAndTell(db, tab, 'page', () => clipTab(ports, tab, newId()));
    case 'clip-selection':
      return clipAndTell(db, tab, 'selection', () => clipSelection(ports, tab, newId()));
    case 'highlight-selection':
      return highlightAndTell(tab, 'mark');
    case 'clip-link':
      return clipAndTell(db, tab, 'link', async () => {
        const text = linkText || (await describeLinkInPage(tab.id, linkUrl));
        return clipLink(ports, { url: linkUrl, text }, newId());
      });
    case 'save-image':
      return clipAndTell(db, tab, 'image', () => saveImage(ports, tab, imageUrl, newId()));
    case 'open-panel':
      return openPanelIn(target.windowId);
  }
}
