/** Where a quoted text comes from, made from a clip's data, and what is missing of it. */
import type { Clip } from '../model/clip';
import type { ClipId } from '../model/ids';
import type { Source } from '../model/resolved-post';
import type { Materials } from './materials';

export type MissingOfSource = 'outlet' | 'link';

/** What a source line cannot do without and this clip does not have. */
export function missingOfSource(clip: Clip): MissingOfSource[] {
  const missing: MissingOfSource[] = [];
  if (!clip.siteName?.trim()) missing.push('outlet');
  if (!linkOf(clip)) missing.push('link');
  return missing;
}

/**
 * The source of a clip. What is missing stays empty, but for the outlet, which falls back to the link's host: a reader
 * is told at least that much when the person insists on exporting.
 */
export function sourceOf(clip: Clip): Source {
  const url = linkOf(clip);
  return {
    title: clip.sourceTitle || clip.title,
    outlet: clip.siteName?.trim() || (url ? new URL(url).hostname.replace(/^www\./u, '') : ''),
    byline: clip.byline?.trim() ?? '',
    publishedAt: clip.publishedAt,
    url,
    language: clip.language,
    clippedAt: clip.clippedAt,
  };
}

/** The address to link to: the page's own, else the one visited; only http(s), which everyone can open. */
function linkOf(clip: Clip): string {
  return [clip.canonicalUrl, clip.url].find((url): url is string => isWebAddress(url ?? '')) ?? '';
}

/** Whether a text is an absolute http(s) address. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}

/** The sources of clips by their ids, each address once, where there is an address to go to and the clip is not `used`. */
export function sourcesOf(ids: readonly ClipId[], { clips }: Materials, used: ReadonlySet<ClipId>): Source[] {
  const others = ids.flatMap((id) => (used.has(id) ? [] : (clips.get(id) ?? [])));
  return uniqueSources(others.map(sourceOf)).filter((source) => source.url);
}

/** Each source once. */
export function uniqueSources(sources: readonly Source[]): Source[] {
  const seen = new Set<string>();
  return sources.filter((source) => {
    const key = source.url || `${source.outlet}\n${source.title}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
