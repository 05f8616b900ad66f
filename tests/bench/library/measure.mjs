// @ts-check
/** Figures out of times and folders. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The value below which so large a part of the values is. @param {readonly number[]} values @param {number} part */
export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Bytes of all files of a folder; 0 when there is none. @param {string} folder @returns {number} */
export function folderSize(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0;
  }
}

/** Waits until a browser that has just been started has done what it does of itself. */
export const rest = () => new Promise((resolve) => setTimeout(resolve, 1500));
