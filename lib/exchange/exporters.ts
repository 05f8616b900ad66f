/** Every exporter, one file each, in the order of the export dialog; the archive of `archive/` comes before them. */
import type { Exporter } from './exporter';
import { bookmarks } from './exporters/bookmarks';
import { csl } from './exporters/csl';
import { csv } from './exporters/csv';
import { highlightsCsv } from './exporters/highlights-csv';
import { highlightsMarkdown } from './exporters/highlights-markdown';
import { json } from './exporters/json';
import { obsidianFolder } from './exporters/obsidian-folder';
import { webAnnotations } from './exporters/web-annotations';

export const exporters: readonly Exporter[] = [
  csv,
  obsidianFolder,
  bookmarks,
  json,
  csl,
  webAnnotations,
  highlightsMarkdown,
  highlightsCsv,
];
