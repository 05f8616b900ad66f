/** What can be taken back, latest last: one history for the toast's button and the undo key. */
import { computed, signal } from '@preact/signals';
import { showToast } from './toasts';

type Step = { undo: () => Promise<unknown> };

/** Older steps are forgotten, so that a long day does not keep every clip it touched in memory. */
const depth = 50;
const steps = signal<readonly Step[]>([]);

export const canUndo = computed(() => steps.value.length > 0);

/** Says what was done and offers to take it back, once, by the toast or by `undoLast`. */
export function offerUndo(text: string, undo: () => Promise<unknown>): void {
  const step: Step = { undo };
  steps.value = [...steps.peek(), step].slice(-depth);
  showToast({ text, undo: () => void takeBack(step) });
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
