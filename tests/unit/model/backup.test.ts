import { describe, expect, test } from 'vitest';
import { ageOut, isDue, isOverdue, noBackups, readBackupState } from '../../../lib/model/backup';

const day = 24 * 60 * 60 * 1000;
const daily = { every: 'daily', keep: 3 } as const;

describe('a backup', () => {
  test('is due at once, then once a day or week, and never when it is not wanted', () => {
    expect(isDue(daily, noBackups, 0)).toBe(true);
    expect(isDue({ ...daily, every: 'never' }, noBackups, 0)).toBe(false);
    const state = { ...noBackups, lastAt: 0 };
    expect([day - 1, day].map((now) => isDue(daily, state, now))).toEqual([false, true]);
    expect([day, 7 * day].map((now) => isDue({ ...daily, every: 'weekly' }, state, now))).toEqual([false, true]);
  });

  test('that is being made is not begun again, unless its worker died', () => {
    const state = { ...noBackups, startedAt: 0 };
    expect([60_000, 16 * 60_000].map((now) => isDue(daily, state, now))).toEqual([false, true]);
  });

  test('that failed is tried again after an hour', () => {
    const state = { ...noBackups, failed: { at: 0, failure: { kind: 'storage-full' as const } } };
    expect([59 * 60_000, 61 * 60_000].map((now) => isDue(daily, state, now))).toEqual([false, true]);
  });

  test('is overdue after twice its time, counted from when the page opened where there was none', () => {
    expect([2 * day, 2 * day + 1].map((now) => isOverdue(daily, { ...noBackups, lastAt: 0 }, 0, now))).toEqual([
      false,
      true,
    ]);
    expect(isOverdue(daily, noBackups, 5, 5)).toBe(false);
  });

  test('beyond those to keep goes, and the newest stay', () => {
    const files = [3, 1, 4, 2].map((at) => ({ downloadId: at, name: `${at}`, at }));
    const { kept, gone } = ageOut(files, 3);
    expect([kept, gone].map((some) => some.map(({ at }) => at))).toEqual([[3, 4, 2], [1]]);
    expect(ageOut(files, 9)).toEqual({ kept: files, gone: [] });
  });

  test('that took the name of an older one, which a person had deleted, keeps its file when the older one goes', () => {
    const files = ['a.zip', 'a (1).zip', 'a.zip'].map((name, at) => ({ downloadId: at, name, at }));
    const { kept, gone } = ageOut(files, 1);
    expect([kept, gone].map((some) => some.map(({ at }) => at))).toEqual([[2], [1]]);
  });

  test.each([null, 'x', { files: [{ downloadId: 'x' }, null], lastAt: 'y', failed: 3 }])(
    'is none where what was stored is damaged: %j',
    (stored) => {
      expect(readBackupState(stored)).toEqual(noBackups);
    },
  );
});
