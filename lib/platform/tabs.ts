/** Tabs: which one the person looks at, and pages opened for them. */
import { browser } from 'wxt/browser';

export type OpenTab = { id: number; url: string; title: string };

/**
 * The tab the person looks at; null when there is none. Its address is empty where the browser keeps it from us:
 * pages of the browser itself. With `since` (milliseconds since 1970) it is the tab they looked at then: who clicks and
 * goes on to another tab before this worker is awake means the first.
 */
export async function activeTab(since?: number): Promise<OpenTab | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (!tab) return null;
  // In Firefox the time is that of the last look, which for the tab in front is always now.
  if (since === undefined || import.meta.env.FIREFOX || (tab.lastAccessed ?? 0) <= since) return openTab(tab);
  return openTab(inFrontAt(await browser.tabs.query({ lastFocusedWindow: true }), since) ?? tab);
}

/** Of tabs that say when they came to the front, the one that came there last before a time; undefined when none did. */
export function inFrontAt<Tab extends { lastAccessed?: number | undefined }>(
  tabs: readonly Tab[],
  time: number,
): Tab | undefined {
  const came = (tab: Tab) => tab.lastAccessed ?? Number.POSITIVE_INFINITY;
  return tabs.filter((tab) => came(tab) <= time).toSorted((a, b) => came(b) - came(a))[0];
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
