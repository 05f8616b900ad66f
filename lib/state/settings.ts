/** What a person has set, as a signal; changes are stored at once and shown in every open page. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { defaultSettings, readSettings, type Settings } from '../model/settings';
import {
  cachedSettings,
  cacheSettings,
  loadSettings,
  storeSettings,
  watchSettings,
} from '../platform/settings-storage';

const current = signal<Settings>(defaultSettings);
export const settings: ReadonlySignal<Settings> = current;

let changedHere = false;

/**
 * What was stored from here, as JSON, until the browser reports it. It reports to the page that made a change as well,
 * and late: by then a person who types has changed it again, and must not see letters vanish.
 */
let echoes: string[] = [];

/** Shows the change at once and stores it; rejects when the browser could not store it. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  const next = readSettings({ ...current.value, ...patch });
  const text = JSON.stringify(next);
  if (text === JSON.stringify(current.value)) return;
  changedHere = true;
  current.value = next;
  cacheSettings(next);
  echoes.push(text);
  try {
    await storeSettings(next);
  } catch (error) {
    echoes = echoes.filter((echo) => echo !== text);
    throw error;
  }
}

/**
 * Takes the settings a page starts with: from the copy for first paint when there is one (`null` otherwise), followed
 * by what is stored. The promise resolves when the stored settings are in place.
 */
export function followSettings(): { cached: Settings | null; loaded: Promise<void> } {
  const cached = cachedSettings();
  if (cached) current.value = cached;
  watchSettings((stored) => {
    const heard = echoes.indexOf(JSON.stringify(stored));
    echoes = echoes.slice(heard + 1);
    if (heard >= 0 && echoes.length > 0) return;
    current.value = stored;
    cacheSettings(stored);
  });
  const loaded = loadSettings().then((stored) => {
    if (changedHere) return;
    current.value = stored;
    cacheSettings(stored);
  });
  return { cached, loaded };
}

/** Keeps theme and density on `<html>`, where the tokens read them. */
export function applyAppearance(root: HTMLElement = document.documentElement): () => void {
  return effect(() => {
    const { theme, density } = current.value;
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
    root.dataset.density = density;
  });
}
