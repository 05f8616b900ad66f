// @ts-check
/** The longest tasks of a page, out of a trace of Chromium. */
import { readMainThread } from './main-thread.mjs';

/** @typedef {import('../../../scripts/bench.mjs').Row} Row */
/** @typedef {import('./main-thread.mjs').Event} Event */

/**
 * The longest tasks of the pages' main threads, by the processor's time (what counts where other programs compete for
 * it) and by the clock, and what the longest was busy with.
 * @param {string} path of a trace of Chromium
 * @returns {Promise<Row[]>}
 */
export async function longestTasks(path) {
  const { events: mine, tasks } = await readMainThread(path);
  const over = tasks.filter(({ tdur = 0 }) => tdur > 50_000).length;
  return /** @type {const} */ (['tdur', 'dur']).map((clock) => {
    const [longest] = tasks.toSorted((a, b) => (b[clock] ?? 0) - (a[clock] ?? 0));
    const by = clock === 'tdur' ? 'processor' : 'clock';
    const note = longest ? `${over} of ${tasks.length} tasks above 50; ${partsOf(longest, mine)}` : '';
    return { name: by, value: (longest?.[clock] ?? 0) / 1000, unit: 'ms', note };
  });
}

/**
 * @param {Event} task
 * @param {readonly Event[]} events
 */
function partsOf({ pid, tid, ts, dur = 0 }, events) {
  return events
    .filter((part) => part.pid === pid && part.tid === tid && part.ts >= ts && part.ts < ts + dur)
    .filter((part) => !/Task|^thread_/.test(part.name) && (part.dur ?? 0) > dur / 10)
    .toSorted((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .slice(0, 4)
    .map((part) => `${part.name}${nameOf(part)} ${Math.round((part.dur ?? 0) / 1000)}`)
    .join(', ');
}

/** @param {Event} event */
function nameOf({ args }) {
  const { functionName = '', url = '' } = args?.data ?? {};
  return functionName || url ? ` ${functionName}@${String(url).replace(/^.*\//, '')}` : '';
}
