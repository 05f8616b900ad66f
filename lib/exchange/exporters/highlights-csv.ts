/** Exporter: highlights as CSV (RFC 4180), a row for each, with the page it is of. */
import { siteOf } from '../../model/url';
import { csvField } from '../csv-field';
import type { ExportEntry, Exporter } from '../exporter';

type Annotation = ExportEntry['annotations'][number];

const columns: Record<string, (annotation: Annotation, entry: ExportEntry) => string> = {
  highlight: ({ target }) => (target.kind === 'text' ? target.quote.exact : ''),
  image: ({ target }) => (target.kind === 'image' ? target.url : ''),
  note: ({ note }) => note,
  tags: ({ tags }) => tags.join(', '),
  colour: ({ target, colour }) => (target.kind === 'text' ? colour : ''),
  title: (_, { clip }) => clip.title,
  url: (_, { clip }) => clip.url,
  outlet: (_, { clip }) => clip.siteName ?? siteOf(clip.url),
  author: (_, { clip }) => clip.byline ?? '',
  made: ({ createdAt }) => new Date(createdAt).toISOString(),
  changed: ({ updatedAt }) => new Date(updatedAt).toISOString(),
};

export const highlightsCsv: Exporter = {
  id: 'highlights-csv',
  label: 'export_format_highlights_csv',
  hint: 'export_format_highlights_csv_hint',
  icon: 'list',
  extension: 'csv',
  type: 'text/csv;charset=utf-8',
  needs: { bodies: false, images: false, annotations: true },
  async *write(entries) {
    yield `\ufeff${Object.keys(columns).join(',')}\r\n`;
    for await (const entry of entries)
      for (const annotation of entry.annotations) {
        const values = Object.values(columns).map((read) => csvField(read(annotation, entry)));
        yield `${values.join(',')}\r\n`;
      }
  },
};
