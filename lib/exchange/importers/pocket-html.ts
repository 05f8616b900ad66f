/** Importer: Pocket's older export, `ril_export.html`: two lists of links under `Unread` and `Read Archive`. */
import type { ImportedClip, Importer, ImportProblem, SourceFile } from '../format';
import { makeClip, readTags, readTime } from '../reading/fields';
import { readMarks } from '../reading/markup';
import { type PlaceAt, readEach } from '../reading/source';

export const pocketHtml: Importer = {
  id: 'pocket-html',
  label: 'import_format_pocket_html',
  hint: 'import_format_pocket_html_hint',
  recognise: ({ heads }) => {
    const isOurs = (head: string) => /<li>\s*<a\s[^>]*\btime_added=/iu.test(head) && !/<dl>/iu.test(head);
    return heads.some(({ head }) => isOurs(head)) ? 'certain' : 'no';
  },
  read: (source) => readEach(source, (path) => source.files.length === 1 || /\.html?$/iu.test(path), readLists),
};

async function* readLists(file: SourceFile, at: PlaceAt): AsyncGenerator<ImportedClip | ImportProblem> {
  let status: 'inbox' | 'archived' = 'inbox';
  for await (const { name, text, attributes, line } of readMarks(file.pieces())) {
    if (name === 'h1') status = /archive/iu.test(text) ? 'archived' : 'inbox';
    if (name !== 'a') continue;
    const url = attributes.get('href');
    yield makeClip({
      at: at(line),
      url,
      title: text === url ? '' : text, // Pocket writes the address where it knew no title
      savedAt: readTime(attributes.get('time_added')),
      tags: readTags(attributes.get('tags')),
      status,
    });
  }
}
