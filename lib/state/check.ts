/** The check of the library: how far it is, what it found, and the glance at every start. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../model/failure';
import { type CheckReport, type FindingKind, findingKinds } from '../model/integrity';
import { alone, clock, rest } from '../platform/idle';
import { noteProblem } from '../platform/problem-log';
import { failureOf } from '../store/failures';
import { checkLibrary, looksDamaged } from '../store/integrity';
import { db } from './db';
import { type MessageKey, t, tn } from './i18n';
import { showToast } from './toasts';

type CheckState =
  | { state: 'idle' }
  | { state: 'running'; done: number; total: number }
  | { state: 'done'; report: CheckReport }
  | { state: 'failed'; failure: Failure };

const current = signal<CheckState>({ state: 'idle' });
export const check: ReadonlySignal<CheckState> = current;
let stopper: AbortController | null = null;

/** Checks everything and puts right what it finds. One runs at a time, in all windows. */
export async function checkNow(): Promise<void> {
  if (stopper) return;
  const control = new AbortController();
  stopper = control;
  current.value = { state: 'running', done: 0, total: 0 };
  try {
    await alone('clipsheet-check', async () => {
      const report = await checkLibrary(db, {
        now: Date.now(),
        clock,
        progress: (done, total) => {
          current.value = { state: 'running', done, total };
        },
        pause: async () => {
          await rest();
          control.signal.throwIfAborted();
        },
      });
      current.value = { state: 'done', report };
      if (Object.keys(report.findings).length > 0)
        await noteProblem('check', `findings: ${JSON.stringify(report.findings)} of ${report.clips} clips`);
    });
    if (current.peek().state === 'running') current.value = { state: 'idle' }; // another window is at it
  } catch (error) {
    current.value = control.signal.aborted ? { state: 'idle' } : { state: 'failed', failure: failureOf(error, db) };
  } finally {
    stopper = null;
  }
}

export const stopCheck = (): void => stopper?.abort();

/** A glance at the library; when something is wrong, everything is checked and the person is told what came of it. */
export async function checkAtStart(): Promise<void> {
  await rest();
  if (!(await looksDamaged(db))) return;
  await checkNow();
  const now = current.peek();
  if (now.state !== 'done' || Object.keys(now.report.findings).length === 0) return;
  showToast({ text: t('settings_check_mended', describeFindings(now.report).join(' ')), tone: 'problem' });
}

/** A sentence for each thing that was found; none when all was well. */
export function describeFindings({ findings }: CheckReport): string[] {
  return findingKinds.flatMap((kind) => {
    const count = findings[kind];
    if (!count) return [];
    const say = sentences[kind];
    return typeof say === 'string' ? t(say) : say(count);
  });
}

const sentences: Record<FindingKind, MessageKey | ((count: number) => string)> = {
  fields: (count) => tn('settings_check_fields', count),
  lists: (count) => tn('settings_check_lists', count),
  'text-restored': (count) => tn('settings_check_text_restored', count),
  'text-lost': (count) => tn('settings_check_text_lost', count),
  'clip-recovered': (count) => tn('settings_check_recovered', count),
  leftovers: 'settings_check_leftovers',
  counts: 'settings_check_counts',
  index: 'settings_check_index',
};
