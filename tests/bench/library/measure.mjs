// @ts-check
/** Figures out of times and folders. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The value below which so large a part of the values is. @param {readonly number[]} values @param {number} part */
export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Bytes of all files of a folder; 0 when there is none. A file that goes meanwhile does not count. @param {string} folder */
export function folderSize(folder) {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  return bytes;
}

/** Waits until a browser that has just been started has done what it does of itself. */
export const rest = () => new Promise((resolve) => setTimeout(resolve, 1500));

/** Milliseconds of one tick of Linux's accounts. */
const tick = 10;

/**
 * Milliseconds that a program and all it has started had of the processor; null where the system does not say (only
 * Linux does). What has ended meanwhile no longer counts.
 * @param {number | undefined} root
 * @returns {() => number | null}
 */
export function processorOfBrowser(root) {
  return () => {
    if (root === undefined || !existsSync('/proc/self/stat')) return null;
    /** @type {Map<number, {parent: number, ticks: number}>} */
    const all = new Map();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/u.test(name)) continue;
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        all.set(Number(name), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
      } catch {
        all.delete(Number(name)); // it has just ended
      }
    }
    const isOurs = (/** @type {number} */ pid) => {
      for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) if (at === root) return true;
      return false;
    };
    return [...all].reduce((sum, [pid, { ticks }]) => sum + (isOurs(pid) ? ticks * tick : 0), 0);
  };
}
