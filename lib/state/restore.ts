/** Restoring as the settings show it: a file is looked through, what would come is shown, then it comes. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { OpenArchive } from '../exchange/archive/read-archive';
import { type Failure, unexpected } from '../model/failure';
import { archivedSettings, readSettings } from '../model/settings';
import { sanitizeArticle } from '../sanitize';
import { failureOf } from '../store/failures';
import { db } from './db';
import { offerFiles } from './import-stage';
import { planRestore, type Restored, type RestorePlan, runRestore } from './restore-archive';
import { changeSettings } from './settings';

export type RestoreStep =
  | { step: 'none' }
  | { step: 'reading' | 'restoring'; done: number; total: number }
  | { step: 'preview'; name: string; createdAt: string; plan: RestorePlan; hasSettings: boolean }
  | { step: 'done'; result: Restored; undone: boolean }
  | { step: 'failed'; failure: Failure };

const current = signal<RestoreStep>({ step: 'none' });
export const restoreStep: ReadonlySignal<RestoreStep> = current;
let stopper: AbortController | null = null;
let chosen: { archive: OpenArchive; plan: RestorePlan } | null = null;

/** Looks through a file; nothing is written. Then the step is `preview` or `failed`. */
export function openBackup(file: Blob, name: string): Promise<void> {
  return run('reading', async (signal, progress) => {
    // What reads and writes archives is loaded when somebody restores.
    const { openArchive } = await import('../exchange/archive/read-archive');
    const archive = await openArchive(file);
    if (!archive.ok) return { step: 'failed', failure: archive.failure };
    if (archive.value.manifest.scope === 'post') {
      offerFiles([{ path: name, blob: file }]);
      return { step: 'none' };
    }
    const plan = await planRestore(db, archive.value, progress, signal);
    if (!plan.ok)
      return plan.failure.kind === 'cancelled' ? { step: 'none' } : { step: 'failed', failure: plan.failure };
    chosen = { archive: archive.value, plan: plan.value };
    const { manifest, settings } = archive.value;
    return {
      step: 'preview',
      name,
      createdAt: manifest.createdAt,
      plan: plan.value,
      hasSettings: settings !== null,
    };
  });
}

/** Restores what the preview shows; `withSettings` takes over how a person likes to work. */
export function restoreBackup(withSettings: boolean): Promise<void> {
  const what = chosen;
  if (!what) return Promise.resolve();
  return run('restoring', async (signal, progress) => {
    const effects = { sanitise: sanitizeArticle, progress, signal, now: Date.now };
    const result = await runRestore(db, what.archive, what.plan, effects);
    if (withSettings && !result.stopped && what.archive.settings) await takeOver(what.archive.settings);
    return { step: 'done', result, undone: false };
  });
}

/** Takes the last restore back, but for what was changed since. */
export async function undoRestore(): Promise<void> {
  const now = current.peek();
  if (now.step !== 'done' || !now.result.undo || now.undone) return;
  const undone = await now.result.undo();
  current.value = undone.ok ? { ...now, undone: true } : { step: 'failed', failure: undone.failure };
}

/** Stops what runs, or puts the result away. */
export function leaveRestore(): void {
  if (stopper) stopper.abort();
  else current.value = { step: 'none' };
}

async function takeOver(stored: unknown): Promise<void> {
  if (typeof stored !== 'object' || stored === null) return;
  await changeSettings(archivedSettings(readSettings(stored)));
}

async function run(
  step: 'reading' | 'restoring',
  work: (signal: AbortSignal, progress: (done: number, total: number) => void) => Promise<RestoreStep>,
): Promise<void> {
  if (stopper) return;
  const control = new AbortController();
  stopper = control;
  current.value = { step, done: 0, total: 0 };
  try {
    current.value = await work(control.signal, (done, total) => {
      current.value = { step, done, total };
    });
  } catch (error) {
    const failure = failureOf(error, db);
    current.value = { step: 'failed', failure: failure.kind === 'unexpected' ? unexpected(error) : failure };
  } finally {
    stopper = null;
  }
}
