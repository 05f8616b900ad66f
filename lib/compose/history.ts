/** Undo and redo as a list of what there was: pure, so that any editor can hold one. */

export type History<T> = {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the latest change was to and when: a later one to the same place joins it. */
  latest: { key: string; at: number } | null;
};

/** How many steps back are kept. */
const deepest = 200;
/** Milliseconds of rest after which typing in one field starts a step of its own. */
const pause = 1000;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], latest: null };
}

/**
 * The history with a new present. A change with the same non-empty `key` within a second of the one before belongs to
 * the same step, so that undo takes back words and not letters.
 */
export function record<T>(history: History<T>, present: T, key: string, at: number): History<T> {
  const { latest } = history;
  const joins = key !== '' && latest?.key === key && at - latest.at < pause && history.past.length > 0;
  const past = joins ? history.past : [...history.past, history.present].slice(-deepest);
  return { past, present, future: [], latest: { key, at } };
}

/** One step back; the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], latest: null };
}

/** One step forward again; the same history when there is none. */
export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, latest: null };
}
