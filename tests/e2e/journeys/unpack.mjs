// @ts-check
/** Writes an exported post to disk, as the person who got it would. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/**
 * Unpacks a zip into `folder` and gives the paths of its files, relative to it.
 * @param {Uint8Array} zip
 * @param {string} folder
 */
export function unpack(zip, folder) {
  const files = Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/'));
  for (const [path, data] of files) {
    const target = join(folder, path);
    if (!target.startsWith(folder)) throw new Error(`the zip wants to write outside its folder: ${path}`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, data);
  }
  return files.map(([path]) => path);
}
