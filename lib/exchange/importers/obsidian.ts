/**
 * Importer: Markdown notes with front matter, as Obsidian Web Clipper writes them (`title, source, author, published,
 * created, description, tags`); a folder, its zip, or single notes. Marked words (`==so==`) are highlights.
 */
import { parse as parseYaml } from 'yaml';
import type { ImportedClip, ImportedHighlight, Importer, ImportProblem, SourceFile } from '../format';
import { joinPieces } from '../reading/encoding';
import {
  makeClip,
  makeHighlight,
  problem,
  readLine,
  readList,
  readObject,
  readPublished,
  readTags,
  readTime,
} from '../reading/fields';
import { type PlaceAt, readEach } from '../reading/source';

const longest = { note: 8 * 2 ** 20, frontMatter: 64 * 1024 };
const frontMatter = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
/** Names that other templates and programs use for the address. */
const addressKeys = ['source', 'url', 'link', 'source_url', 'sourceurl', 'original_url'];

export const obsidian: Importer = {
  id: 'obsidian',
  label: 'import_format_obsidian',
  hint: 'import_format_obsidian_hint',
  recognise: ({ heads, paths }) => {
    const hasSource = heads.some(({ head }) =>
      /^\s*(?:source|url|link)\s*:\s*["']?<?\[?.*https?:\/\//imu.test(yamlOf(head)),
    );
    if (hasSource) return 'certain';
    return paths.some(isNote) && heads.some(({ head }) => yamlOf(head)) ? 'possible' : 'no';
  },
  read: (source, { texts }) =>
    readEach(
      source,
      (path) => source.files.length === 1 || isNote(path),
      (file, at) => readNote(file, at, texts),
    ),
};

const isNote = (path: string): boolean => /\.(?:md|markdown)$/iu.test(path);
const yamlOf = (head: string): string => frontMatter.exec(head)?.[1] ?? '';

async function* readNote(file: SourceFile, at: PlaceAt, texts: boolean): AsyncGenerator<ImportedClip | ImportProblem> {
  const note = await joinPieces(file.pieces(), longest.note);
  if (note === null) {
    yield problem('too-large', at(null), file.path);
    return;
  }
  const fields = readFrontMatter(note);
  if (!fields) {
    yield problem('bad-entry', at(1), note.split('\n', 2).join(' '));
    return;
  }
  const body = note.replace(frontMatter, '').trim();
  const { text, highlights } = takeMarks(body);
  yield makeClip({
    at: at(1),
    url: addressOf(fields),
    title:
      readLine(fields.title) ||
      readLine(
        file.path
          .split('/')
          .at(-1)
          ?.replace(/\.[^.]*$/u, ''),
      ),
    byline: readTags(fields.author).map(plainLink).join(', ') || null,
    siteName: readLine(fields.site) || null,
    publishedAt: readPublished(fields.published),
    language: readLine(fields.language, 20) || null,
    excerpt: readLine(fields.description),
    // `clippings` is what Web Clipper puts on everything.
    tags: readTags(fields.tags, /[,，\s]+/u)
      .map((tag) => tag.replace(/^#/u, ''))
      .filter((tag) => tag !== 'clippings'),
    folders: file.path.split('/').slice(1, -1),
    savedAt: readTime(fields.created),
    highlights,
    text: texts && text ? { kind: 'markdown', value: text } : null,
  });
}

/** The fields with lower-case names, every value as it is written; null when the front matter is no YAML. */
function readFrontMatter(note: string): Readonly<Record<string, unknown>> | null {
  const yaml = yamlOf(note);
  if (yaml.length > longest.frontMatter) return null;
  try {
    // The failsafe schema leaves dates and numbers as they are written.
    const parsed: unknown = parseYaml(yaml, { schema: 'failsafe', maxAliasCount: 20, logLevel: 'error' });
    return readObject(
      Object.fromEntries(Object.entries(readObject(parsed)).map(([key, value]) => [key.toLowerCase(), value])),
    );
  } catch {
    return null;
  }
}

function addressOf(fields: Readonly<Record<string, unknown>>): string {
  const written = addressKeys.map((key) => fields[key]).find((value) => value != null && value !== '');
  const text = readLine(Array.isArray(written) ? readList(written)[0] : written, 8000);
  return /\((https?:[^)]+)\)$/u.exec(text)?.[1] ?? text.replace(/^<|>$/gu, '');
}

/** `[[Lin Mei]]`, `[[people/Lin Mei|Lin Mei]]` → `Lin Mei`. */
const plainLink = (text: string): string => text.replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/u, '$1');

/** The text without the marks, and what they marked. Code keeps its `==`. */
function takeMarks(body: string): { text: string; highlights: ImportedHighlight[] } {
  const highlights: ImportedHighlight[] = [];
  const text = body.replace(
    /(`{3}[\s\S]*?`{3}|`[^`\n]*`)|==(?=\S)([^=\n]+?)==/gu,
    (all, code?: string, marked = '') => {
      if (code) return code;
      const made = makeHighlight({ quote: marked });
      if (made) highlights.push(made);
      return made ? marked : all;
    },
  );
  return { text, highlights };
}
