/** Importer: Omnivore's zip: `metadata_<n>_to_<m>.json`, `content/<slug>.html` and `highlights/<slug>.md`. */
import { DamagedSource, type ImportedHighlight, type Importer, type ImportSource, type SourceFile } from '../format';
import { joinPieces } from '../reading/encoding';
import { namesKeys, readJsonSource } from '../reading/entries';
import { makeClip, makeHighlight, readLine, readPublished, readTags, readText, readTime } from '../reading/fields';

const metadata = /(?:^|\/)metadata_\d+_to_\d+\.json$/u;
const longest = { content: 8 * 2 ** 20, highlights: 2 * 2 ** 20 };

export const omnivore: Importer = {
  id: 'omnivore',
  label: 'import_format_omnivore',
  hint: 'import_format_omnivore_hint',
  recognise: ({ heads }) =>
    heads.some(({ head }) => namesKeys(head, '[', ['slug', 'savedAt', 'readingProgress', 'url'])) ? 'certain' : 'no',
  read(source, { texts }) {
    const files = new Map(source.files.map((file) => [file.path, file]));
    // Where the archive was packed again, its files are in a folder.
    const base = (source.files.find(({ path }) => metadata.test(path))?.path ?? '').replace(/[^/]*$/u, '');
    return readJsonSource(
      source,
      [['*']],
      () => async (entry, at) => {
        const slug = readLine(entry.slug);
        const html = texts ? await readAll(files.get(`${base}content/${slug}.html`), longest.content) : '';
        const marked = await readAll(files.get(`${base}highlights/${slug}.md`), longest.highlights);
        const { highlights, note } = readHighlights(marked);
        return makeClip({
          at,
          url: entry.url,
          title: readLine(entry.title),
          byline: readLine(entry.author) || null,
          excerpt: readLine(entry.description),
          publishedAt: readPublished(entry.publishedAt),
          tags: readTags(entry.labels),
          status: /^archived$/iu.test(readLine(entry.state)) ? 'archived' : 'inbox',
          savedAt: readTime(entry.savedAt),
          highlights,
          note,
          text: html ? { kind: 'html', value: html } : null,
        });
      },
      (path) => isMetadata(path, source),
    );
  },
};

/** A single metadata file that was taken out of its archive may be called anything. */
const isMetadata = (path: string, source: ImportSource) => metadata.test(path) || source.files.length === 1;

/** A page whose text is damaged is worth having without it. */
async function readAll(file: SourceFile | undefined, most: number): Promise<string> {
  if (!file) return '';
  try {
    return (await joinPieces(file.pieces(), most)) ?? '';
  } catch (error) {
    if (error instanceof DamagedSource) return '';
    throw error;
  }
}

/** `> quote`, then `#labels` and a note; text before any quote is a note on the page. */
function readHighlights(markdown: string): { highlights: ImportedHighlight[]; note: string } {
  const highlights: ImportedHighlight[] = [];
  const notes: string[] = [];
  for (const block of markdown.split(/\n{2,}/u)) {
    const text = block.trim();
    const last = highlights.at(-1);
    if (text.startsWith('>')) {
      const made = makeHighlight({ quote: text.replace(/^>\s?/gmu, '') });
      if (made) highlights.push(made);
    } else if (last && /^#\S+(?:\s+#\S+)*$/u.test(text)) last.tags.push(...readTags(text.replaceAll('#', ''), /\s+/u));
    else if (last) last.note = [last.note, readText(text)].filter(Boolean).join('\n\n');
    else if (text) notes.push(readText(text));
  }
  return { highlights, note: notes.join('\n\n') };
}
