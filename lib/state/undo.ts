/** What can be taken back, latest last: one history for the toast's button and the undo key. */
import { computed, signal } from '@preact/signals';
import { isShown, showToast } from './toasts';

type Step = {
  undo: () => Promise<unknown>;
  /** What it is a part of: tagging one clip, tag by tag, is one thing to a person. */
  of: string | undefined;
  toast: number;
};

/** Older steps are forgotten, so that a long day does not keep every clip it touched in memory. */
const depth = 50;
const steps = signal<readonly Step[]>([]);

export const canUndo = computed(() => steps.value.length > 0);

/**
 * Says what was done and offers to take it back, once, by the toast or by `undoLast`. Steps in a row that are `of` the
 * same are one step with one toast, for as long as that toast is in view.
 */
export function offerUndo(text: string, undo: () => Promise<unknown>, of?: string): void {
  const last = steps.peek().at(-1);
  const before = last && of !== undefined && last.of === of && isShown(last.toast) ? last : null;
  const all = before ? () => undo().then(before.undo) : undo;
  const step: Step = { undo: all, of, toast: 0 };
  step.toast = showToast({ text, undo: () => void takeBack(step) }, before?.toast);
  steps.value = [...steps.peek().filter((other) => other !== before), step].slice(-depth);
}

/** Takes the latest step back; false when there is none. */
export async function undoLast(): Promise<boolean> {
  const step = steps.peek().at(-1);
  if (!step) return false;
  await takeBack(step);
  return true;
}

async function takeBack(step: Step): Promise<void> {
  if (!steps.peek().includes(step)) return;
  steps.value = steps.peek().filter((other) => other !== step);
  await step.undo();
}
