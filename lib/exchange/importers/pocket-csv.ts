/** Importer: Pocket's export of 2025, `part_000000.csv` alone or in its zip: `title,url,time_added,tags,status`. */
import { readTags, readTime } from '../reading/fields';
import { tableImporter } from '../reading/table';

export const pocketCsv = tableImporter({
  id: 'pocket-csv',
  label: 'import_format_pocket_csv',
  hint: 'import_format_pocket_csv_hint',
  columns: ['title', 'url', 'time_added', 'tags', 'status'],
  readRow: (field) => ({
    url: field('url'),
    // Pocket writes the address where it knew no title.
    title: field('title') === field('url') ? '' : field('title'),
    savedAt: readTime(field('time_added')),
    tags: readTags(field('tags'), /\|/u),
    status: field('status').trim() === 'archive' ? 'archived' : 'inbox',
  }),
});
