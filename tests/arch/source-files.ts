/** The project's own files, as lists of path and text. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path/posix';

export type SourceFile = { path: string; text: string };

/** Folders that are made, not written. */
const made = /^(node_modules|out|\.git|\.wxt|\.tmp|\.output.*)$/;

function walk(path: string): string[] {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return [];
  if (!entry.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !made.test(name))
    .sort()
    .flatMap((name) => walk(join(path, name)));
}

/** The files under the given paths whose name ends in one of `endings`, with what they hold. */
export function readFiles(paths: readonly string[], endings: readonly string[]): SourceFile[] {
  return paths
    .flatMap(walk)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** The code that is shipped. */
export const shipped = () => readFiles(['entrypoints', 'components', 'lib'], ['.ts', '.tsx']);
