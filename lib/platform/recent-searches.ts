/** The searches last made: kept with the settings, on this computer only. */
import { browser } from 'wxt/browser';

const key = 'recent-searches';

/** Newest first; empty when there are none or what is stored is something else. */
export async function loadRecentSearches(): Promise<string[]> {
  const stored = (await browser.storage.local.get(key))[key];
  return Array.isArray(stored) ? stored.filter((search): search is string => typeof search === 'string') : [];
}

export async function storeRecentSearches(searches: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [key]: searches });
}
