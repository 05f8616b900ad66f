// @ts-check
/** What the main thread of a page was busy with, read from a trace of Chromium. */
import { readFileSync } from 'node:fs';

/** @typedef {{name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: any}} Event */

/**
 * The main thread's events, and which of them are its tasks. Microseconds: `dur` by the clock, `tdur` by the processor.
 * @param {string} path of a trace
 * @returns {{events: Event[], tasks: Event[]}}
 */
export function readMainThread(path) {
  /** @type {Event[]} */
  const all = JSON.parse(readFileSync(path, 'utf8')).traceEvents;
  const threads = all.filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain');
  const events = all.filter(({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid));
  return { events, tasks: events.filter((event) => /RunTask/.test(event.name)) };
}
