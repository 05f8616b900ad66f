/** Short notices about what was done, each with a way back where there is one. */
import { type ReadonlySignal, signal } from '@preact/signals';

export type Toast = {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  undo: (() => void) | null;
  /** Of work that is under way: how far it is, from 0 to 1, and the way to end it. Such a notice stays. */
  progress: { share: number; stop: () => void } | null;
};

/** Long enough to read and to reach the button by keyboard; longer when something can be undone. */
const shownFor = { plain: 5000, undoable: 10_000, problem: 12_000 };
const most = 3;

const shown = signal<readonly Toast[]>([]);
export const toasts: ReadonlySignal<readonly Toast[]> = shown;

const timers = new Map<number, ReturnType<typeof setTimeout>>();
let last = 0;
let held = false;

/** Shows a notice, in the place of another if that is in view; the oldest goes beyond three. Returns its id. */
export function showToast(notice: { text: string } & Partial<Omit<Toast, 'id'>>, inPlaceOf: number = ++last): number {
  const toast: Toast = { tone: 'plain', undo: null, progress: null, ...notice, id: inPlaceOf };
  shown.value = isShown(inPlaceOf)
    ? shown.value.map((other) => (other.id === inPlaceOf ? toast : other))
    : [...shown.value, toast].slice(-most);
  if (!held || toast.progress) startTimer(toast);
  return toast.id;
}

export const isShown = (id: number): boolean => shown.peek().some((toast) => toast.id === id);

export function dismissToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  shown.value = shown.value.filter((toast) => toast.id !== id);
}

/** While held (the pointer or the focus is on them) notices stay. */
export function holdToasts(hold: boolean): void {
  held = hold;
  for (const toast of shown.value) {
    clearTimeout(timers.get(toast.id));
    if (!hold) startTimer(toast);
  }
}

function startTimer(toast: Toast): void {
  clearTimeout(timers.get(toast.id));
  if (toast.progress) return;
  const time = toast.tone === 'problem' ? shownFor.problem : toast.undo ? shownFor.undoable : shownFor.plain;
  timers.set(
    toast.id,
    setTimeout(() => dismissToast(toast.id), time),
  );
}
