/** Exporter: CSL JSON for Zotero and other reference managers (https://docs.citationstyles.org/en/stable/specification.html). */
import type { Clip } from '../../model/clip';
import { siteOf } from '../../model/url';
import type { Exporter } from '../exporter';
import { writeJsonList } from '../json-list';

export const csl: Exporter = {
  id: 'csl',
  label: 'export_format_csl',
  hint: 'export_format_csl_hint',
  icon: 'quote',
  extension: 'json',
  type: 'application/vnd.citationstyles.csl+json',
  needs: { bodies: false, images: false },
  write: (entries) =>
    writeJsonList(
      '[',
      (async function* () {
        for await (const { clip } of entries) yield reference(clip);
      })(),
      ']',
    ),
};

function reference(clip: Clip): object {
  const fields = {
    id: clip.id,
    type: clip.kind === 'bookmark' ? 'webpage' : 'article-newspaper',
    title: clip.sourceTitle || clip.title,
    'container-title': clip.siteName ?? siteOf(clip.url),
    // Names of news are often of desks and agencies, and written in every order: they are given as they stand.
    author: clip.byline ? [{ literal: clip.byline }] : undefined,
    issued: dateOf(clip.publishedAt),
    accessed: dateOf(new Date(clip.clippedAt).toISOString()),
    URL: clip.canonicalUrl ?? clip.url,
    language: clip.language ?? undefined,
    abstract: clip.excerpt || undefined,
    note: clip.note || undefined,
    keyword: clip.tags.join(', ') || undefined,
  };
  return fields;
}

/** The day as far as it is known. */
function dateOf(iso: string | null): { 'date-parts': number[][] } | undefined {
  const [, ...parts] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/u.exec(iso ?? '') ?? [];
  const known = parts.filter(Boolean).map(Number);
  return known.length > 0 ? { 'date-parts': [known] } : undefined;
}
