/** Where one was in each post, so that it opens as it was left: kept by this browser, not part of the post. */
import type { PostId } from '../model/ids';

export type ComposePane = 'parts' | 'write' | 'preview';

export type ComposePlace = {
  pane: ComposePane;
  /** Scroll offsets in pixels. */
  scroll: Partial<Record<ComposePane, number>>;
  /** The screen of the preview; null until one was chosen: what fits. */
  device: 'phone' | 'tablet' | 'desktop' | null;
  details: boolean;
};

const start: ComposePlace = { pane: 'write', scroll: {}, device: null, details: false };
const key = 'clipsheet.compose-places';
/** Posts remembered; older ones open at the top. */
const most = 50;

type Places = [PostId, ComposePlace][];

/** Where a post was left; the start for a new one. */
export function readPlace(id: PostId, storage: Storage = localStorage): ComposePlace {
  const found = readAll(storage).find(([post]) => post === id);
  return { ...start, ...found?.[1] };
}

/** Remembers part of where one is. */
export function rememberPlace(id: PostId, patch: Partial<ComposePlace>, storage: Storage = localStorage): void {
  const before = readPlace(id, storage);
  const place = { ...before, ...patch, scroll: { ...before.scroll, ...patch.scroll } };
  const others = readAll(storage).filter(([post]) => post !== id);
  try {
    storage.setItem(key, JSON.stringify([[id, place], ...others].slice(0, most)));
  } catch {
    storage.removeItem(key); // full: a place forgotten costs nobody anything
  }
}

function readAll(storage: Storage): Places {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? (stored as Places).filter((entry) => Array.isArray(entry)) : [];
  } catch {
    return []; // written by another version, or cut off
  }
}
