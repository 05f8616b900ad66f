/** Exporter: CSV (RFC 4180) for spreadsheets, with a byte order mark so that Excel reads it as UTF-8. */
import { siteOf } from '../../model/url';
import { csvField } from '../csv-field';
import type { ExportEntry, Exporter } from '../exporter';

const columns: Record<string, (entry: ExportEntry) => string | number> = {
  id: ({ clip }) => clip.id,
  title: ({ clip }) => clip.title,
  url: ({ clip }) => clip.url,
  outlet: ({ clip }) => clip.siteName ?? siteOf(clip.url),
  author: ({ clip }) => clip.byline ?? '',
  published: ({ clip }) => clip.publishedAt ?? '',
  clipped: ({ clip }) => new Date(clip.clippedAt).toISOString(),
  language: ({ clip }) => clip.language ?? '',
  tags: ({ clip }) => clip.tags.join(', '),
  note: ({ clip }) => clip.note,
  excerpt: ({ clip }) => clip.excerpt,
  status: ({ clip }) => clip.status,
  starred: ({ clip }) => String(clip.starred),
  kind: ({ clip }) => clip.kind,
  words: ({ clip }) => clip.length.words,
  characters: ({ clip }) => clip.length.characters,
};

export const csv: Exporter = {
  id: 'csv',
  label: 'export_format_csv',
  hint: 'export_format_csv_hint',
  icon: 'list',
  extension: 'csv',
  type: 'text/csv;charset=utf-8',
  needs: { bodies: false, images: false },
  async *write(entries) {
    yield `\ufeff${Object.keys(columns).join(',')}\r\n`;
    for await (const entry of entries) {
      const values = Object.values(columns).map((read) => csvField(read(entry)));
      yield `${values.join(',')}\r\n`;
    }
  },
};
