/** Every importer, one file each. The first that is certain of a source reads it, else the first for which it is possible. */
import type { Importer, Sample } from './format';
import { urlList } from './importers/url-list';

/** In the order in which they are asked and offered; those that take almost anything come last. */
export const importers: readonly Importer[] = [urlList];

/** The importer for a source, by what is in it; null when none knows it. */
export function recogniseImporter(sample: Sample): Importer | null {
  const opinions = importers.map((importer) => ({ importer, certainty: importer.recognise(sample) }));
  const best =
    opinions.find(({ certainty }) => certainty === 'certain') ??
    opinions.find(({ certainty }) => certainty === 'possible');
  return best?.importer ?? null;
}
