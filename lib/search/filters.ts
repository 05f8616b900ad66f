/** Conditions as terms of the index: what a clip is found by beside its words, and what an operator looks up. */
import type { Clip } from '../model/clip';
import type { FilterNode } from '../model/search-query';
import { tagKey } from '../model/tag';
import { siteOf } from '../model/url';
import { filterText } from './document';
import { filterFamily } from './families';
import { eachToken } from './tokens';

/** In the index of every clip, and of those that wait to be purged. */
export const everyClip = 'all';
export const deletedClip = 'deleted';
/** Terms in order of headlines and of sites: reading them in order sorts. */
export const titleOrder = 'a:';
export const siteOrder = 'w:';
/** What stands before the values of conditions that each clip has one or more of. */
export const valueFilters = { tag: 't:', host: 'h:', language: 'l:', status: 's:' } as const;
const storyFilter = 'y:';

const titleLength = 32;

/** What other tables know of a clip: how many highlights it has, and whether its story is there from elsewhere too. */
type Known = { highlights: number; duplicate: boolean };

/** The conditions a clip meets. */
export function filtersOf(clip: Clip, { highlights, duplicate }: Known): string[] {
  const site = siteOf(clip.url);
  const filters = [everyClip, valueFilters.status + clip.status, `k:${clip.kind}`, `${siteOrder}${site}`];
  filters.push(titleOrder + filterText(clip.title).slice(0, titleLength));
  for (const host of hostsOf(site)) filters.push(valueFilters.host + host);
  if (clip.siteName) filters.push(`o:${filterText(clip.siteName)}`);
  for (const tag of clip.tags) filters.push(tagTerm(tag));
  if (clip.byline) eachToken(clip.byline, (token) => filters.push(`b:${token}`));
  if (clip.language) filters.push(languageTerm(clip.language));
  if (clip.starred) filters.push('x:starred');
  if (clip.note.trim()) filters.push('x:note');
  if (highlights > 0) filters.push('x:highlight');
  if (clip.imageCount > 0) filters.push('x:image');
  if (clip.tags.length > 0) filters.push('x:tag');
  if (duplicate) filters.push('x:duplicate');
  if (clip.story) filters.push(storyFilter + clip.story);
  if (clip.deletedAt !== null) filters.push(deletedClip);
  return filters;
}

/** A host and the domains above it: `news.example.com` is found by `example.com` too. */
function hostsOf(site: string): string[] {
  const parts = site.split('.');
  return parts.slice(0, -1).map((_, i) => parts.slice(i).join('.'));
}

const tagTerm = (tag: string): string => valueFilters.tag + tagValue(tag);
/** A tag as the index knows it. */
export const tagValue = (tag: string): string => tagKey(tag).slice(0, 60);
const languageTerm = (language: string): string =>
  `${valueFilters.language}${(language.split(/[-_]/u)[0] ?? '').toLowerCase()}`;

/**
 * The terms that answer a condition: any of the lists, of each list all. Null when terms do not say: times, and what
 * other tables know.
 */
export function termsFor(filter: FilterNode): string[][] | null {
  switch (filter.name) {
    case 'tag':
      return filter.values.map((tag) => [tagTerm(tag)]);
    case 'site':
      return filter.values.flatMap((site) => [[valueFilters.host + site.toLowerCase()], [`o:${filterText(site)}`]]);
    case 'by':
      return filter.values.map((name) => tokensOf(name).map((token) => `b:${token}`));
    case 'lang':
      return filter.values.map((language) => [languageTerm(language)]);
    case 'status':
      return filter.values.map((status) => [valueFilters.status + status]);
    case 'has':
      return filter.values.map((value) => [`x:${value}`]);
    case 'is': {
      const terms = filter.values.map((value) => isTerms[value]);
      return terms.every((term) => term !== undefined) ? terms.flat().map((term) => [term]) : null;
    }
    default:
      return null;
  }
}

const isTerms: Record<string, string[]> = {
  starred: ['x:starred'],
  annotated: ['x:note', 'x:highlight'],
  bookmark: ['k:bookmark'],
  article: ['k:article'],
  selection: ['k:selection'],
  duplicate: ['x:duplicate'],
};

function tokensOf(text: string): string[] {
  const tokens = new Set<string>();
  eachToken(text, (token) => tokens.add(token));
  return [...tokens];
}

export const filterTerm = (filter: string): string => filterFamily + filter;
