/** Clips and drafts for tests: whole, plausible, each different. */

import type { SafeHtml } from '../../lib/model/article-html';
import type { Clip, ClipDraft } from '../../lib/model/clip';
import { newId } from '../../lib/model/ids';
import type { PageReading } from '../../lib/model/page-reading';
import { normaliseUrl } from '../../lib/model/url';

let made = 0;

/** A bookmark of a page of its own; times rise from 1,700,000,000,000. */
export function aClip(fields: Partial<Clip> = {}): Clip {
  const clippedAt = fields.clippedAt ?? 1_700_000_000_000 + ++made;
  const url = fields.url ?? `https://www.example.com/news/${made}`;
  const title = fields.title ?? `Story ${made}`;
  return {
    id: newId(clippedAt),
    url,
    canonicalUrl: null,
    key: normaliseUrl(url),
    kind: 'bookmark',
    title,
    sourceTitle: title,
    byline: null,
    siteName: null,
    publishedAt: null,
    language: null,
    excerpt: '',
    length: { words: 0, characters: 0 },
    leadImage: null,
    imageCount: 0,
    tags: [],
    note: '',
    status: 'inbox',
    starred: false,
    capture: { state: 'pending', engine: 'none', passes: [], warnings: [], durationMs: 0 },
    clippedAt,
    textUpdatedAt: null,
    createdAt: clippedAt,
    updatedAt: clippedAt,
    deletedAt: null,
    ...fields,
  };
}

/** What extraction makes of an article with two images. */
export function aDraft(fields: Partial<ClipDraft> = {}): ClipDraft {
  const image = { caption: '', credit: '', alt: '', width: null, height: null };
  return {
    kind: 'article',
    url: 'https://www.example.com/news/1',
    canonicalUrl: null,
    title: 'The headline of the page',
    byline: 'Ann Author',
    siteName: 'Example News',
    publishedAt: '2024-03-05',
    language: 'en',
    excerpt: 'First sentence.',
    html: '<p>First sentence.</p>' as SafeHtml,
    text: 'First sentence.',
    length: { words: 2, characters: 14 },
    images: [
      { ...image, url: 'https://www.example.com/a.jpg', role: 'lead' },
      { ...image, url: 'https://www.example.com/b.jpg', role: 'gallery', caption: 'Supplier 01' },
    ],
    leadImage: 'https://www.example.com/a.jpg',
    engine: 'readability',
    passes: ['lazy-images'],
    warnings: [],
    durationMs: 7,
    ...fields,
  };
}

/** What the script in a page hands over of an article without images. */
export function aReading(fields: Partial<PageReading> = {}): PageReading {
  return {
    url: 'https://www.example.com/news/1',
    base: 'https://www.example.com/news/1',
    contentType: 'text/html',
    engine: 'readability',
    html: '<p>First sentence.</p>' as SafeHtml,
    text: 'First sentence.',
    images: [],
    passes: ['lazy-images'],
    hasWall: false,
    witnesses: {
      heading: 'The headline of the page',
      documentTitle: 'The headline of the page - Example News',
      lines: '',
      headingAt: -1,
      marks: [],
      licence: '',
      languages: ['en'],
      canonical: '',
      meta: [],
      jsonLd: [],
      readerByline: '',
    },
    loadedAt: Date.UTC(2024, 2, 6),
    durationMs: 7,
    ...fields,
  };
}
