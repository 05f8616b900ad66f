/** Entries for exporters, and what comes of them. */
import type { ExportEntry, Exporter } from '../../../../lib/exchange/exporter';
import type { SafeHtml } from '../../../../lib/model/article-html';
import type { ClipImage } from '../../../../lib/model/clip';
import type { ImageId } from '../../../../lib/model/ids';
import { clipMarkdown } from '../../../../lib/render/clip-markdown';
import { aClip, aDraft } from '../../clip-maker';

/** An article with a text, one image that is kept and one that is not, and a quote. */
export function anEntry(fields: Partial<ExportEntry> = {}): ExportEntry {
  const clip =
    fields.clip ??
    aClip({
      title: 'Leather “at scale”',
      byline: '林 Mei',
      siteName: 'Example News',
      publishedAt: '2024-03-05',
      language: 'zh-CN',
      tags: ['皮革', 'car industry'],
      note: 'For the newsletter',
      kind: 'article',
      clippedAt: 1_710_000_000_000,
      updatedAt: 1_710_000_000_000,
    });
  const text = 'First words. 皮革供应商 said so. Last words.';
  const html =
    '<p>First words. <b>皮革供应商</b> said so. Last words.</p><figure><img src="https://www.example.com/a.jpg"></figure>';
  const bytes = { data: Uint8Array.from([1, 2, 3]), type: 'image/png' };
  const images = aDraft().images.map(
    (image, n): ClipImage => ({
      ...image,
      id: `i${n}` as ImageId,
      clipId: clip.id,
      position: n,
      rights: '',
      bytes: n === 0 ? bytes : null,
      createdAt: 1,
      updatedAt: 1,
    }),
  );
  const body = { clipId: clip.id, html: html as SafeHtml, text, createdAt: 1, updatedAt: 1 };
  return { clip, body, images, annotations: [], quotes: [{ text: '皮革供应商', comment: 'Us' }], ...fields };
}

/** The bytes of the file. */
export async function exportedBytes(exporter: Exporter, entries: readonly ExportEntry[]): Promise<Uint8Array> {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  const facts = {
    now: 1_800_000_000_000,
    markdown: ({ clip, body, images }: ExportEntry, path: (url: string) => string | null) =>
      body ? clipMarkdown(body.html, clip.url, images, path) : '',
  };
  for await (const part of exporter.write(given(entries), facts)) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The file as text, byte order mark and all. */
export async function exported(exporter: Exporter, entries: readonly ExportEntry[]): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exportedBytes(exporter, entries));
}

async function* given(entries: readonly ExportEntry[]): AsyncGenerator<ExportEntry> {
  yield* entries;
}
