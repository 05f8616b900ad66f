/** Importer: Raindrop.io's CSV: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`. */
import { makeHighlight, readFlag, readFolders, readLine, readTags, readText, readTime } from '../reading/fields';
import { tableImporter } from '../reading/table';

export const raindropCsv = tableImporter({
  id: 'raindrop-csv',
  label: 'import_format_raindrop_csv',
  hint: 'import_format_raindrop_csv_hint',
  columns: ['title', 'excerpt', 'url', 'folder', 'tags', 'created'],
  readRow: (field) => ({
    url: field('url'),
    title: field('title'),
    note: readText(field('note')),
    excerpt: readLine(field('excerpt')),
    // `Unsorted` is where Raindrop puts what is in no folder.
    folders: readFolders(field('folder')).filter((folder, i) => i > 0 || folder !== 'Unsorted'),
    tags: readTags(field('tags')),
    savedAt: readTime(field('created')),
    starred: readFlag(field('favorite')),
    highlights: readHighlights(field('highlights')),
  }),
});

/** One highlight in a line, or blocks that begin with `Highlight:` and may hold a `Note:`. */
function readHighlights(text: string) {
  const blocks = /^Highlight:/mu.test(text) ? text.split(/^Highlight:/mu) : text.split('\n');
  return blocks.flatMap((block) => {
    const [quote = '', note = ''] = block.split(/^Note:/mu, 2);
    return makeHighlight({ quote, note }) ?? [];
  });
}
