/** JSON files of other programs as entries: what the importers of such files share. */
import type { ImportedClip, ImportProblem, ImportSource, SourceFile } from '../format';
import { problem, readObject } from './fields';
import { type Pattern, readValues, type Step } from './json';
import { type PlaceAt, readEach } from './source';

type Item = ImportedClip | ImportProblem;
type Fields = Readonly<Record<string, unknown>>;
export type ReadEntry = (fields: Fields, at: ReturnType<PlaceAt>, path: readonly Step[]) => Item | Promise<Item>;

/** Every entry of a source's JSON files that stands at one of `patterns`. */
export function readJsonSource(
  source: ImportSource,
  patterns: readonly Pattern[],
  prepare: (file: SourceFile) => Promise<ReadEntry> | ReadEntry,
  wanted: (path: string) => boolean = () => true,
): AsyncGenerator<Item> {
  const inFiles = (path: string) => wanted(path) && (source.files.length === 1 || /\.json$/iu.test(path));
  return readEach(source, inFiles, async function* (file, at) {
    const readEntry = await prepare(file);
    for await (const found of readValues(file.pieces(), patterns)) {
      if (found.kind === 'broken') yield problem('damaged', at(found.line));
      else if (found.kind === 'bad') yield problem(found.reason, at(found.line), found.detail);
      else if (typeof found.value !== 'object' || found.value === null || Array.isArray(found.value))
        yield problem('bad-entry', at(found.line), JSON.stringify(found.value).slice(0, 200));
      else yield await readEntry(readObject(found.value), at(found.line), found.path);
    }
  });
}

/** The values at `patterns` of a file, for what must be known before its entries are read. */
export async function collectValues(
  file: SourceFile,
  patterns: readonly Pattern[],
): Promise<{ path: readonly Step[]; value: unknown }[]> {
  const values: { path: readonly Step[]; value: unknown }[] = [];
  for await (const found of readValues(file.pieces(), patterns)) if (found.kind === 'value') values.push(found);
  return values;
}

/** The names from the outermost down to `id`, where each names its parent. Loops end. */
export function pathOfNames<Id>(
  id: Id | null | undefined,
  nodes: ReadonlyMap<Id, { name: string; parent: Id | null }>,
): string[] {
  const names: string[] = [];
  const seen = new Set<Id>();
  for (let at = id; at != null && !seen.has(at); at = nodes.get(at)?.parent) {
    seen.add(at);
    const name = nodes.get(at)?.name;
    if (name) names.unshift(name);
  }
  return names;
}

/** Whether a JSON text begins as an object or list whose beginning names all of `keys`. */
export function namesKeys(head: string, opening: '{' | '[', keys: readonly string[]): boolean {
  return head.trimStart().startsWith(opening) && keys.every((key) => new RegExp(`"${key}"\\s*:`, 'u').test(head));
}
