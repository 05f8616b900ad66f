/** Importer: Instapaper's CSV: `URL,Title,Selection,Folder,Timestamp`, in newer files `Tags` as a JSON list. */
import { makeHighlight, readTags, readTime } from '../reading/fields';
import { tableImporter } from '../reading/table';

export const instapaperCsv = tableImporter({
  id: 'instapaper-csv',
  label: 'import_format_instapaper_csv',
  hint: 'import_format_instapaper_csv_hint',
  columns: ['url', 'title', 'selection', 'folder'],
  readRow: (field) => {
    const folder = field('folder').trim();
    const own = ['Unread', 'Archive', 'Starred', ''].includes(folder);
    const highlight = makeHighlight({ quote: field('selection'), at: field('timestamp') });
    return {
      url: field('url'),
      title: field('title'),
      highlights: highlight ? [highlight] : [],
      folders: own ? [] : [folder],
      status: folder === 'Archive' ? 'archived' : folder === 'Unread' ? 'inbox' : 'kept',
      starred: folder === 'Starred',
      savedAt: readTime(field('timestamp')),
      tags: readJsonTags(field('tags')),
    };
  },
});

function readJsonTags(text: string): string[] {
  try {
    return readTags(JSON.parse(text || '[]'));
  } catch {
    return readTags(text);
  }
}
