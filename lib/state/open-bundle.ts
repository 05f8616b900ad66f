/** A colleague's file as a person meets it: opened, compared, decided part by part, taken in. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Side, usualSide } from '../compose/compare-posts';
import type { OpenArchive } from '../exchange/archive/read-archive';
import { type Failure, unexpected } from '../model/failure';
import { sanitizeArticle } from '../sanitize';
import { failureOf } from '../store/failures';
import { db } from './db';
import { describeFailure } from './failures';
import { t } from './i18n';
import type { ReceivedPost, TakenIn } from './read-bundle';
import { go } from './route';
import { showToast } from './toasts';
import { offerUndo } from './undo';

export type { PostChange, PostField } from '../compose/compare-posts';
export { compareWords } from '../compose/compare-words';
export type { ReceivedPost } from './read-bundle';

export type Choices = ReadonlyMap<string, Side>;

export type BundleStep =
  | { step: 'none' }
  | { step: 'reading' }
  /** `changed`: the post was changed here while it was looked at, and this is how it differs now. */
  | { step: 'review'; received: ReceivedPost; choices: Choices; changed: boolean; busy: boolean }
  | { step: 'failed'; failure: Failure };

const current = signal<BundleStep>({ step: 'none' });
export const bundleStep: ReadonlySignal<BundleStep> = current;

/** Shows what a bundle holds; writes nothing. */
export function openBundle(file: Blob): Promise<void> {
  current.value = { step: 'reading' };
  return told(async () => {
    const { openArchive } = await import('../exchange/archive/read-archive');
    const archive = await openArchive(file);
    if (archive.ok) await look(archive.value, false);
    else current.value = { step: 'failed', failure: archive.failure };
  });
}

async function look(archive: OpenArchive, changed: boolean): Promise<void> {
  const { readBundle } = await import('./read-bundle');
  const read = await readBundle(db, archive);
  if (!read.ok) current.value = { step: 'failed', failure: read.failure };
  else {
    const usual = read.value.changes.map((change) => [change.key, usualSide(change)] as const);
    const choices = new Map(usual.flatMap(([key, side]) => (side ? [[key, side] as const] : [])));
    current.value = { step: 'review', received: read.value, choices, changed, busy: false };
  }
}

/** Decides on one part. */
export function choose(key: string, side: Side): void {
  const now = current.peek();
  if (now.step === 'review' && !now.busy)
    current.value = { ...now, choices: new Map([...now.choices, [key, side] as const]) };
}

/** Decides on all parts at once. */
export function chooseAll(side: Side): void {
  const now = current.peek();
  if (now.step === 'review' && !now.busy)
    current.value = { ...now, choices: new Map(now.received.changes.map(({ key }) => [key, side] as const)) };
}

/** How many parts nobody has decided on. */
export function undecided({ received, choices }: Extract<BundleStep, { step: 'review' }>): number {
  return received.changes.filter(({ key }) => !choices.has(key)).length;
}

/** Takes in what was chosen and opens the post, with a way back. */
export function takeIn(): Promise<void> {
  const now = current.peek();
  if (now.step !== 'review' || now.busy || undecided(now) > 0) return Promise.resolve();
  current.value = { ...now, busy: true };
  return told(async () => {
    const { takeInBundle } = await import('./read-bundle');
    const effects = {
      sanitise: sanitizeArticle,
      progress: () => undefined,
      signal: new AbortController().signal,
      now: Date.now,
    };
    const done = await takeInBundle(db, now.received, now.choices, effects);
    if (!done.ok) current.value = { step: 'failed', failure: done.failure };
    else if (!done.value) await look(now.received.archive, true);
    else {
      const { post, undo } = done.value;
      current.value = { step: 'none' };
      go({ view: 'post', id: post.id });
      offerUndo(t(now.received.mine ? 'bundle_taken_in' : 'bundle_added'), () => takeBack(undo, !now.received.mine));
    }
  });
}

async function takeBack(undo: TakenIn['undo'], wasNew: boolean): Promise<void> {
  const undone = await undo();
  if (!undone.ok) return void showToast({ text: describeFailure(undone.failure), tone: 'problem' });
  if (!undone.value) return void showToast({ text: t('bundle_not_taken_back'), tone: 'problem' });
  if (wasNew) go({ view: 'posts' });
}

/** Puts the file away; nothing was written. */
export function leaveBundle(): void {
  const now = current.peek();
  if (now.step !== 'review' || !now.busy) current.value = { step: 'none' };
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = failureOf(error, db);
    current.value = { step: 'failed', failure: failure.kind === 'unexpected' ? unexpected(error) : failure };
  }
}
