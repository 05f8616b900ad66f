/** What lies over the library, and where the focus is asked to go: told by commands, answered by the views that own the elements. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** What is open over the library. */
export type Overlay =
  | 'tags'
  | 'keys'
  | 'commands'
  | 'places'
  | 'purge'
  | 'purge-all'
  | 'search-tips'
  | 'save-search'
  | 'story'
  | 'months'
  | 'export'
  | 'template'
  | null;
const overlaySignal = signal<Overlay>(null);
export const overlay: ReadonlySignal<Overlay> = overlaySignal;
export const openOverlay = (name: Overlay): void => {
  overlaySignal.value = name;
};
export const closeOverlay = (): void => openOverlay(null);

export type FocusTarget = 'search' | 'list' | 'note';
const focusSignal = signal<FocusTarget | null>(null);
/** Milliseconds after which nobody expects the focus to move any more. */
const focusPatience = 2000;
let forgetting: ReturnType<typeof setTimeout> | undefined;

/** Asks the view that owns the element to focus it, now or when it is there in a moment. */
export function requestFocus(on: FocusTarget): void {
  focusSignal.value = on;
  clearTimeout(forgetting); // that of an earlier request would end this one too soon
  forgetting = setTimeout(() => takeFocusRequest(on), focusPatience);
}

/** Whether the focus is asked for here: for an effect of a view that takes it a moment later. */
export const isFocusRequested = (on: FocusTarget): boolean => focusSignal.value === on;

/** For an effect of the view that owns the element: true once for each request, at once or when the view comes. */
export function takeFocusRequest(on: FocusTarget): boolean {
  if (focusSignal.value !== on) return false;
  focusSignal.value = null;
  return true;
}
