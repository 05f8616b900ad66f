/** Tabs: which one the person looks at, and pages opened for them. */
import { browser } from 'wxt/browser';

export type OpenTab = { id: number; url: string; title: string };

/**
 * The tab the person looks at; null when there is none. Its address is empty where the browser keeps it from us:
 * pages of the browser itself.
 */
export async function activeTab(): Promise<OpenTab | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab ? openTab(tab) : null;
}

/** A tab as the browser's events hand it over. */
export function openTab(tab: {
  id?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
}): OpenTab | null {
  return tab.id === undefined ? null : { id: tab.id, url: tab.url ?? '', title: tab.title ?? '' };
}

/** Opens a page behind the others and waits until it has loaded; null (and no tab left) when that takes too long. */
export async function openBehind(url: string, patience = 20_000): Promise<OpenTab | null> {
  const { id } = await browser.tabs.create({ url, active: false });
  if (id === undefined) return null;
  for (const end = Date.now() + patience; Date.now() < end; await pause(150)) {
    const tab = await browser.tabs.get(id).catch(() => null);
    if (!tab) return null;
    if (tab.status === 'complete' && tab.url && tab.url !== 'about:blank') return openTab(tab);
  }
  await closeTab(id);
  return null;
}

/** Closes a tab; one that is gone already is fine. */
export async function closeTab(id: number): Promise<void> {
  await browser.tabs.remove(id).catch(() => undefined);
}

/** Whether the person has given lasting access to an address. */
export function mayOpen(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] }).catch(() => false);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
