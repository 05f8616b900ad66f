/** "Check all": every published post is looked at where it is, one after another, and so are its sources. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Publication } from '../model/publication';
import { publishedNow } from '../store/publications';
import { db } from './db';
import { checkPublication } from './ledger';
import { live } from './live';

/** Publications that readers can have; null until read. */
export const published = live<Publication[] | null>(() => publishedNow(db), null);

export type CheckRun =
  | { state: 'idle' }
  | { state: 'running'; done: number; total: number }
  /** `failed`: places that could not be asked. */
  | {
      state: 'done';
      same: number;
      changed: number;
      gone: number;
      lostSources: number;
      failed: number;
      stopped: boolean;
    };

const current = signal<CheckRun>({ state: 'idle' });
export const checkRun: ReadonlySignal<CheckRun> = current;
let stopper: AbortController | null = null;

/** Stops after the post that is being looked at; what was found stays. */
export const stopChecking = (): void => stopper?.abort();
export function forgetCheck(): void {
  if (current.peek().state === 'done') current.value = { state: 'idle' };
}

/** Looks at everything once; one run at a time. What is found is in the ledger as it is found. */
export async function checkAll(): Promise<void> {
  if (stopper) return;
  const control = new AbortController();
  stopper = control;
  const found = { same: 0, changed: 0, gone: 0, failed: 0 };
  const lost = new Set<string>();
  try {
    const all = await publishedNow(db);
    for (const [done, publication] of all.entries()) {
      if (control.signal.aborted) break;
      current.value = { state: 'running', done, total: all.length };
      const checked = await checkPublication(publication, control.signal);
      if (control.signal.aborted) break;
      const check = checked.ok ? checked.value.check : null;
      if (!check || check.state === 'unknown') found.failed++;
      else found[check.state]++;
      for (const url of check?.lostSources ?? []) lost.add(url);
    }
    current.value = { state: 'done', ...found, lostSources: lost.size, stopped: control.signal.aborted };
  } finally {
    stopper = null;
    if (current.peek().state === 'running') current.value = { state: 'idle' };
  }
}
