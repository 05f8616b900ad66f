/** Copies of the library as the settings and the library show them. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type BackupState, isOverdue, isRunning, noBackups } from '../model/backup';
import type { Failure } from '../model/failure';
import { allowBackups, loadBackupState, noteBackup, watchBackups } from '../platform/backups';
import { request } from '../platform/messages';
import { dropImageBytes, type ImageWeight, weighImages } from '../store/images';
import { db } from './db';
import { counts } from './library';
import { settings } from './settings';
import { readUse, saveSettings, storageUse } from './settings-page';

const day = 24 * 60 * 60 * 1000;
const current = signal<BackupState>(noBackups);
export const backups: ReadonlySignal<BackupState> = current;

/** Keeps `backups` as it is stored. Returns what ends it. */
export function followBackups(): () => void {
  void readUse();
  void loadBackupState().then((state) => {
    current.value = state;
  });
  return watchBackups((state) => {
    current.value = state;
  });
}

/** Whether a copy is being made. */
export const backupRuns = computed<boolean>(() => isRunning(current.value, Date.now()));

const opened = Date.now();
/** Fewer clips than these are soon clipped again. */
const worthSaving = 20;

/** What is wrong with the copies of the library. */
export type BackupDoubt = { why: 'overdue' | 'unsafe' } | { why: 'failed'; at: number; failure: Failure };

/** Why people should look at their backups, if they should. */
export const backupReminder = computed<BackupDoubt | null>(() => {
  const state = current.value;
  const { backup } = settings.value;
  if (state.quietUntil > opened) return null;
  if (backup.every !== 'never') {
    if (state.failed) return { why: 'failed', ...state.failed };
    return isOverdue(backup, state, opened, opened) ? { why: 'overdue' } : null;
  }
  const isMuch = (counts.value?.total ?? 0) >= worthSaving;
  return isMuch && state.lastAt === null && storageUse.value?.persisted === false ? { why: 'unsafe' } : null;
});

/** Does not remind for a month. */
export function dismissBackupReminder(): void {
  void noteBackup({ quietUntil: Date.now() + 30 * day });
}

type Schedule = ReturnType<typeof settings.peek>['backup'];

/** Sets when copies are made; false when the person refused what they need. Call it in the click itself. */
export async function scheduleBackups(every: Schedule['every']): Promise<boolean> {
  if (every !== 'never' && !(await allowBackups())) return false;
  await saveSettings({ backup: { ...settings.peek().backup, every } });
  if (every !== 'never' && current.peek().lastAt === null) await request('back-up', {});
  return true;
}

export function keepBackups(keep: number): Promise<void> {
  return saveSettings({ backup: { ...settings.peek().backup, keep } });
}

/** Makes a copy now; false when the person refused what it needs. Call it in the click itself. */
export async function backUpNow(): Promise<boolean> {
  if (!(await allowBackups())) return false;
  await request('back-up', {});
  return true;
}

/** Ages by which images can be dropped, in days. */
export const imageAges = [365, 90, 0] as const;

/** What dropping images of each age would free. */
export function weighOldImages(): Promise<ImageWeight[]> {
  return weighImages(
    db,
    imageAges.map((days) => Date.now() - days * day),
  );
}

/** Drops them for good; gives how many bytes went. */
export async function dropOldImages(before: number, progress: (bytes: number) => void): Promise<number> {
  const freed = await dropImageBytes(db, before, progress);
  await readUse();
  return freed;
}
