/**
 * Importer: highlights in Readwise's CSV, as it takes them (`Highlight,Title,Author,URL,Note,Location,Date`) and as it
 * gives them (`Highlight,Book Title,Book Author,…`, without addresses: those rows cannot become clips and are told).
 */

import type { Importer } from '../format';
import { columnsOf } from '../reading/csv';
import { makeHighlight, readLine, readTags } from '../reading/fields';
import { type Field, tableImporter } from '../reading/table';

const table = tableImporter({
  id: 'readwise-csv',
  label: 'import_format_readwise_csv',
  hint: 'import_format_readwise_csv_hint',
  columns: ['highlight'],
  readRow: (field) => {
    const first = firstOf(field);
    const highlight = makeHighlight({
      quote: field('highlight'),
      note: field('note'),
      at: first('highlighted at', 'date'),
      tags: readTags(field('tags')),
      colour: field('color'),
    });
    return {
      url: first('url', 'source url'),
      title: first('title', 'book title'),
      byline: readLine(first('author', 'book author')) || null,
      tags: readTags(field('document tags')),
      highlights: highlight ? [highlight] : [],
    };
  },
});

export const readwiseCsv: Importer = {
  ...table,
  recognise: ({ heads }) => {
    const isOurs = (columns: string[]) =>
      columns.includes('highlight') && (columns.includes('title') || columns.includes('book title'));
    return heads.some(({ head }) => isOurs(columnsOf(head))) ? 'certain' : 'no';
  },
};

const firstOf =
  (field: Field) =>
  (...columns: string[]): string =>
    columns.map(field).find(Boolean) ?? '';
