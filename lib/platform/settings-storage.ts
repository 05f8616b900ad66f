/** Where settings are kept: `storage.local`, with a copy that pages can read before their first paint. */
import { browser } from 'wxt/browser';
import { readSettings, type Settings } from '../model/settings';

const key = 'settings';

/** Settings as stored; defaults for what is missing. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(key);
  return readSettings(stored[key]);
}

/** Stores all settings; the last writer wins. */
export async function storeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [key]: settings });
}

/** Calls `onChange` when any page or the background stored settings. Returns what ends it. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[key];
    if (area === 'local' && change) onChange(readSettings(change.newValue));
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}

/**
 * The copy kept for first paint, or null. It may be older than what is stored and may be missing at any time: browsers
 * clear `localStorage` with a site's data, and workers have none.
 */
export function cachedSettings(): Settings | null {
  const cached = globalThis.localStorage?.getItem(key);
  if (!cached) return null;
  try {
    return readSettings(JSON.parse(cached));
  } catch {
    return null; // cut short or written by something else: the stored settings follow
  }
}

/** Renews the copy for first paint. */
export function cacheSettings(settings: Settings): void {
  try {
    globalThis.localStorage?.setItem(key, JSON.stringify(settings));
  } catch {
    globalThis.localStorage?.removeItem(key); // full: no copy is better than an old one
  }
}
