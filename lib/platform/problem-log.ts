/** The log of what went wrong, in the extension's own storage: it stays on this machine, and works when the database does not. */
import { browser } from 'wxt/browser';
import { type ProblemEntry, problemEntry, readProblemEntry } from '../model/problem-log';

const prefix = 'problem:';
const most = 200;
/** A loop that fails over and over must not push everything else out. */
const mostInARow = 20;
let noted = 0;

/** Writes down an error of this page or worker. Never throws: there is nobody left to tell. */
export async function noteProblem(where: string, error: unknown): Promise<void> {
  if (noted >= mostInARow) return;
  noted++;
  try {
    const at = Date.now();
    const entry = problemEntry(at, where, error, browser.runtime.getURL('/'));
    // One key each: two pages that write at once do not overwrite each other.
    await browser.storage.local.set({ [`${prefix}${at}:${Math.random().toString(36).slice(2, 8)}`]: entry });
    const keys = (await problemKeys()).slice(0, -most);
    if (keys.length > 0) await browser.storage.local.remove(keys);
  } catch {
    // The storage is full or gone: the browser's own console still has the error.
  }
}

/** Writes down whatever is thrown in this page or worker and caught by nobody. */
export function watchProblems(where: string): void {
  globalThis.addEventListener('error', (event) => void noteProblem(where, event.error ?? event.message));
  globalThis.addEventListener('unhandledrejection', (event) => void noteProblem(where, event.reason));
}

/** Newest first. */
export async function readProblems(): Promise<ProblemEntry[]> {
  const stored = await browser.storage.local.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(prefix))
    .flatMap(([, value]) => readProblemEntry(value) ?? [])
    .sort((a, b) => b.at - a.at);
}

export async function clearProblems(): Promise<void> {
  await browser.storage.local.remove(await problemKeys());
}

/** Oldest first: keys begin with the time. */
async function problemKeys(): Promise<string[]> {
  return Object.keys(await browser.storage.local.get(null))
    .filter((key) => key.startsWith(prefix))
    .sort();
}
