/** Exporter: a folder of Markdown notes with front matter, as Obsidian Web Clipper writes it, and their images. */
import { stringify } from 'yaml';
import type { Clip, ClipImage } from '../../model/clip';
import type { ExportEntry, Exporter, ExportFacts } from '../exporter';
import { createNames, safeName } from '../file-names';
import { markdownLines } from '../markdown-text';
import { writeZip, type ZipFile } from '../zip/zip-writer';

export const obsidianFolder: Exporter = {
  id: 'obsidian-folder',
  label: 'export_format_obsidian_folder',
  hint: 'export_format_obsidian_folder_hint',
  icon: 'file-down',
  extension: 'zip',
  type: 'application/zip',
  needs: { bodies: true, images: true },
  write: (entries, facts) => writeZip(notes(entries, facts)),
};

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
};

async function* notes(entries: AsyncIterable<ExportEntry>, facts: ExportFacts): AsyncGenerator<ZipFile> {
  const nameOnce = createNames();
  for await (const entry of entries) {
    const { clip, images, quotes } = entry;
    const paths = new Map<string, string>();
    for (const [n, image] of images.entries()) {
      const file = imageFile(clip, image, n);
      if (!file) continue;
      paths.set(image.url, file.name.replace(/^Clips\//u, ''));
      yield file;
    }
    const text = facts.markdown(entry, (url) => paths.get(url) ?? null);
    const quoted = quotes.map(
      ({ text: words, comment }) => `${quoteLines(words)}\n${comment ? `\n${linesOf(comment)}\n` : ''}`,
    );
    const parts = [frontMatter(clip), linesOf(clip.note), text, ...quoted].filter((part) => part.trim() !== '');
    const name = nameOnce(safeName(clip.title, clip.id));
    yield { name: `Clips/${name}.md`, data: new TextEncoder().encode(`${parts.join('\n')}\n`) };
  }
}

/** Images keep the name of their clip, so that two clips never share one. An SVG can run scripts and stays here. */
function imageFile(clip: Clip, { bytes }: ClipImage, n: number): ZipFile | null {
  const extension = bytes && extensions[bytes.type];
  if (!extension) return null;
  return { name: `Clips/images/${clip.id}-${n + 1}.${extension}`, data: bytes.data, stored: true };
}

/** Every text is quoted, so that it comes back as the same text whatever it looks like (`yes`, `2026`, `a: b`). */
function frontMatter(clip: Clip): string {
  const fields = {
    title: clip.title,
    source: clip.canonicalUrl ?? clip.url,
    author: clip.byline ? [clip.byline] : [],
    published: clip.publishedAt ?? '',
    created: new Date(clip.clippedAt).toISOString().slice(0, 10),
    description: clip.excerpt,
    // Obsidian's tags have no white space and are not numbers.
    tags: clip.tags.map((tag) => tag.replace(/\s+/gu, '-')).map((tag) => (/^\d+$/u.test(tag) ? `n${tag}` : tag)),
    outlet: clip.siteName ?? '',
    status: clip.status,
    starred: clip.starred,
  };
  return `---\n${stringify(fields, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 })}---\n`;
}

/** What people and pages say is text here: in Markdown it could be markup, and in some readers run. */
const linesOf = (text: string): string => markdownLines(text).join('\n');
const quoteLines = (text: string): string =>
  markdownLines(text)
    .map((line) => `> ${line}`)
    .join('\n');
