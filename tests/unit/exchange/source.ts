/** Sources for tests of importers, made of what would be in the files. */
import { zipSync } from 'fflate';
import type { ImportedClip, Importer, ImportProblem, ImportSource } from '../../../lib/exchange/format';
import { recogniseImporter } from '../../../lib/exchange/importers';
import { openSource, sampleOf } from '../../../lib/exchange/reading/source';

type Content = string | Uint8Array<ArrayBuffer>;

/** The files as a person would drop them. */
async function sourceOf(files: Record<string, Content>): Promise<ImportSource> {
  const opened = await openSource(
    Object.entries(files).map(([path, content]) => ({ path, blob: new Blob([content]) })),
  );
  if (!opened.ok) throw new Error(opened.failure);
  return opened.value;
}

export function zipOf(files: Record<string, Content>): Uint8Array<ArrayBuffer> {
  const bytes = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ]);
  return new Uint8Array(zipSync(Object.fromEntries(bytes)));
}

/** The id of the importer that takes a source. */
export async function recognised(files: Record<string, Content>): Promise<string | undefined> {
  return recogniseImporter(await sampleOf(await sourceOf(files)))?.id;
}

/** Everything an importer reads of files, apart. */
export async function readWith(importer: Importer, files: Record<string, Content>, texts = true) {
  const clips: ImportedClip[] = [];
  const problems: ImportProblem[] = [];
  for await (const item of importer.read(await sourceOf(files), { texts }))
    if (item.kind === 'clip') clips.push(item);
    else problems.push(item);
  return { clips, problems };
}
