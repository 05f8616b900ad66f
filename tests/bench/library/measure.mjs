// @ts-check
/** Figures out of times and folders. */
import { existsSync, readdirSync, statSync } from 'node:fs';
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
