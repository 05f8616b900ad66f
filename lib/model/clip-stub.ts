/** A clip as it is before its page has been read: an address and a title, which are stored first. */
import type { Clip } from './clip';
import type { ClipId } from './ids';
import { normaliseUrl } from './url';

/** A pending bookmark. A page without a title is named by its address. */
export function createStub(id: ClipId, page: { url: string; title: string }, now: number): Clip {
  const title = page.title.trim() || page.url;
  return {
    id,
    url: page.url,
    canonicalUrl: null,
    key: normaliseUrl(page.url),
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
    clippedAt: now,
    textUpdatedAt: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}
