/** Exporter: JSON with all that people know of their clips, for scripts; the archive is what comes back unchanged. */
import type { ExportEntry, Exporter } from '../exporter';
import { writeJsonList } from '../json-list';

export const json: Exporter = {
  id: 'json',
  label: 'export_format_json',
  hint: 'export_format_json_hint',
  icon: 'file-text',
  extension: 'json',
  type: 'application/json',
  needs: { bodies: true, images: true, annotations: true },
  write: (entries, { now }) =>
    writeJsonList(
      `{"format":"clipsheet-json","version":1,"exportedAt":${JSON.stringify(new Date(now).toISOString())},"clips":[`,
      clipsOf(entries),
      ']}',
    ),
};

async function* clipsOf(entries: AsyncIterable<ExportEntry>): AsyncGenerator<object> {
  for await (const { clip, body, images, annotations, quotes } of entries)
    yield {
      id: clip.id,
      url: clip.url,
      canonicalUrl: clip.canonicalUrl,
      kind: clip.kind,
      title: clip.title,
      sourceTitle: clip.sourceTitle,
      author: clip.byline,
      outlet: clip.siteName,
      publishedAt: clip.publishedAt,
      language: clip.language,
      clippedAt: new Date(clip.clippedAt).toISOString(),
      updatedAt: new Date(clip.updatedAt).toISOString(),
      tags: clip.tags,
      note: clip.note,
      status: clip.status,
      starred: clip.starred,
      excerpt: clip.excerpt,
      words: clip.length.words,
      characters: clip.length.characters,
      text: body?.text ?? null,
      html: body?.html ?? null,
      images: images.map(({ url, role, caption, credit, alt, rights, width, height }) => ({
        url,
        role,
        caption,
        credit,
        alt,
        rights,
        width,
        height,
      })),
      highlights: annotations.map(({ id, target, note, tags, colour, createdAt, updatedAt }) => ({
        id,
        target,
        note,
        tags,
        colour,
        createdAt: new Date(createdAt).toISOString(),
        updatedAt: new Date(updatedAt).toISOString(),
      })),
      quotes,
    };
}
