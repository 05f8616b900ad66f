/** Scheduled copies of the library: when one is due, what is known of the last, and which are too many. */
import type { Failure } from './failure';
import type { Settings } from './settings';

/** A copy that we made and that may be deleted by us. */
export type BackupFile = { downloadId: number; name: string; at: number };

export type BackupState = {
  /** When the last copy was complete; null before the first. */
  lastAt: number | null;
  lastBytes: number;
  /** Oldest first. */
  files: BackupFile[];
  /** When one was begun that has not ended yet. */
  startedAt: number | null;
  /** Until then people are not reminded. */
  quietUntil: number;
  /** Why the last attempt came to nothing; null after one that did not. */
  failed: { at: number; failure: Failure } | null;
};

export const noBackups: BackupState = {
  lastAt: null,
  lastBytes: 0,
  files: [],
  startedAt: null,
  quietUntil: 0,
  failed: null,
};

const day = 24 * 60 * 60 * 1000;
const periods = { daily: day, weekly: 7 * day };
/** A copy that gave no sign for this long will not end any more: its worker was stopped. */
const patience = 5 * 60 * 1000;
/** After a failure it is tried again, but not at every click. */
const pause = 60 * 60 * 1000;

/** Whether a copy is being made. */
export function isRunning({ startedAt }: BackupState, now: number): boolean {
  return startedAt !== null && now - startedAt < patience;
}

/** Whether a copy should be made now. */
export function isDue({ every }: Settings['backup'], state: BackupState, now: number): boolean {
  if (every === 'never') return false;
  if (isRunning(state, now)) return false;
  if (state.failed && now - state.failed.at < pause) return false;
  return state.lastAt === null || now - state.lastAt >= periods[every];
}

/** Whether people should be told that there has been no copy for long: twice the time that they chose. */
export function isOverdue({ every }: Settings['backup'], state: BackupState, since: number, now: number): boolean {
  return every !== 'never' && now - (state.lastAt ?? since) > 2 * periods[every];
}

/**
 * The newest `keep` copies, in the order given, and those of the others whose files go. A name that a person freed may be
 * that of a newer copy by now: that file stays.
 */
export function ageOut(files: readonly BackupFile[], keep: number): { kept: BackupFile[]; gone: BackupFile[] } {
  const newest = new Set(files.toSorted((a, b) => b.at - a.at).slice(0, keep));
  const kept = files.filter((file) => newest.has(file));
  const names = new Set(kept.map(({ name }) => name));
  return { kept, gone: files.filter((file) => !newest.has(file) && !names.has(file.name)) };
}

/** What was stored, whatever it is. */
export function readBackupState(stored: unknown): BackupState {
  if (typeof stored !== 'object' || stored === null) return noBackups;
  const from = stored as Partial<BackupState>;
  const time = (value: unknown) => (typeof value === 'number' ? value : null);
  const files = Array.isArray(from.files) ? from.files : [];
  return {
    lastAt: time(from.lastAt),
    lastBytes: time(from.lastBytes) ?? 0,
    files: files.filter(
      (file) => typeof file?.downloadId === 'number' && typeof file.name === 'string' && typeof file.at === 'number',
    ),
    startedAt: time(from.startedAt),
    quietUntil: time(from.quietUntil) ?? 0,
    failed: from.failed && typeof from.failed === 'object' && time(from.failed.at) !== null ? from.failed : null,
  };
}
