// @ts-check
/** Zips that are the same whenever and wherever they are made of the same files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** The oldest time a zip can say: when a file was written is not part of what is in it. */
const mtime = new Date(1980, 0, 1);

/**
 * A zip of files, sorted by name.
 * @param {string} folder what the names in the zip are relative to
 * @param {readonly string[]} [files] relative to the folder; all of it when not given
 * @returns {Uint8Array}
 */
export function pack(folder, files = list(folder)) {
  const entries = files
    .map((file) => file.split(sep).join('/'))
    .sort()
    .map((file) => [file, readFileSync(join(folder, file))]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime });
}

/** @param {string} folder */
function list(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
