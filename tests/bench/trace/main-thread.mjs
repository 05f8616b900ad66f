// @ts-check
/** What the main thread of a page was busy with, read from a trace of Chromium. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** @typedef {{name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: any}} Event */

/**
 * The main thread's events, and which of them are its tasks. Microseconds: `dur` by the clock, `tdur` by the processor.
 * The trace may be longer than any string: it is read event by event, a line each, the names of the threads first. The
 * last line, which ends the list, is left out.
 * @param {string} path of a trace
 * @returns {Promise<{events: Event[], tasks: Event[]}>}
 */
export async function readMainThread(path) {
  const threads = new Set();
  /** @type {Event[]} */
  const events = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (!line.startsWith('{"args"') || !line.endsWith(',')) continue;
    const isName = line.includes('"thread_name"');
    const [, pid, tid] = /"pid":(\d+).*?"tid":(\d+)/.exec(line) ?? [];
    const thread = `${pid} ${tid}`;
    if (!isName && !threads.has(thread)) continue;
    /** @type {Event} */
    const event = JSON.parse(line.slice(0, -1));
    if (isName && event.args?.name === 'CrRendererMain') threads.add(thread);
    else events.push(event);
  }
  return { events, tasks: events.filter((event) => /RunTask/.test(event.name)) };
}
