/** Importer: the library of Readwise Reader: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`. */
import { readLine, readTags, readTime } from '../reading/fields';
import { tableImporter } from '../reading/table';

export const readerCsv = tableImporter({
  id: 'reader-csv',
  label: 'import_format_reader_csv',
  hint: 'import_format_reader_csv_hint',
  columns: ['title', 'url', 'document tags', 'saved date', 'location'],
  without: ['highlight'],
  readRow: (field) => ({
    url: field('url'),
    title: field('title'),
    tags: readPythonList(field('document tags')),
    savedAt: readTime(field('saved date')),
    status: readLine(field('location')) === 'archive' ? 'archived' : 'inbox',
  }),
});

/** `['a', "it's"]`, as Python prints a list; a plain list with commas as well. */
function readPythonList(text: string): string[] {
  const inside = /^\s*\[([\s\S]*)\]\s*$/u.exec(text)?.[1];
  if (inside === undefined) return readTags(text);
  const items = inside.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,\s'"][^,]*)/gsu);
  return readTags(
    [...items].map(([, single, double, bare]) => (single ?? double ?? bare ?? '').replace(/\\(.)/gsu, '$1')),
  );
}
