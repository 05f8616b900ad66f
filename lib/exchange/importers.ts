/** Every importer, one file each. The first that is certain of a source reads it, else the first for which it is possible. */
import type { Importer, Sample } from './format';
import { hypothesisCsv } from './importers/hypothesis-csv';
import { hypothesisJson } from './importers/hypothesis-json';
import { instapaperCsv } from './importers/instapaper-csv';
import { karakeep } from './importers/karakeep';
import { linkwarden } from './importers/linkwarden';
import { netscape } from './importers/netscape';
import { obsidian } from './importers/obsidian';
import { omnivore } from './importers/omnivore';
import { pocketCsv } from './importers/pocket-csv';
import { pocketHtml } from './importers/pocket-html';
import { raindropCsv } from './importers/raindrop-csv';
import { readerCsv } from './importers/reader-csv';
import { readwiseCsv } from './importers/readwise-csv';
import { urlList } from './importers/url-list';
import { wallabag } from './importers/wallabag';
import { webAnnotations } from './importers/web-annotations';

/** In the order in which they are asked and offered; those that take almost anything come last. */
export const importers: readonly Importer[] = [
  netscape,
  pocketCsv,
  pocketHtml,
  raindropCsv,
  instapaperCsv,
  omnivore,
  readerCsv,
  readwiseCsv,
  wallabag,
  karakeep,
  linkwarden,
  webAnnotations,
  hypothesisJson,
  hypothesisCsv,
  obsidian,
  urlList,
];

/** The importer for a source, by what is in it; null when none knows it. */
export function recogniseImporter(sample: Sample): Importer | null {
  const opinions = importers.map((importer) => ({ importer, certainty: importer.recognise(sample) }));
  const best =
    opinions.find(({ certainty }) => certainty === 'certain') ??
    opinions.find(({ certainty }) => certainty === 'possible');
  return best?.importer ?? null;
}
