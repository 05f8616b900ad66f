/**
 * Lists as key ranges: a clip is stored with one key for every list it is in (`tag:leather\0<when><id>`), so that a
 * page of any list is one range read, whatever the size of the library.
 */
import type { Clip } from '../model/clip';
import type { ClipFilter } from '../model/clip-filter';
import type { StoryId } from '../model/ids';
import { tagKey } from '../model/tag';
import { siteOf } from '../model/url';

const stop = '\0';
const afterStop = '\x01';
const latest = 9e15;

/** A place in any list: keys sort newest first, so that reading forward (one request) gives the newest. */
function placeOf(time: number, id = ''): string {
  return (latest - Math.round(time)).toString(36).padStart(11, '0') + id;
}

/** The lists a clip is in, by prefix. */
export function prefixesOf(clip: Clip & { alone?: true }): string[] {
  if (clip.deletedAt !== null) return clip.story ? ['deleted', deletedStoryPrefix(clip.story)] : ['deleted'];
  const prefixes = ['all', `status:${clip.status}`, `kind:${clip.kind}`, sitePrefix(siteOf(clip.url))];
  for (const tag of clip.tags) prefixes.push(tagPrefix(tag));
  if (clip.language) prefixes.push(languagePrefix(clip.language));
  if (clip.starred) prefixes.push('starred');
  if (clip.story) prefixes.push(storyPrefix(clip.story), ...(clip.alone ? [] : ['duplicate']));
  return [...new Set(prefixes)];
}

/** The derived index field of a clip. */
export function listsOf(clip: Clip & { alone?: true }): string[] {
  const place = placeOf(clip.deletedAt ?? clip.clippedAt, clip.id);
  return prefixesOf(clip).map((prefix) => keyIn(prefix, place));
}

/** The key of a place in one list. */
export function keyIn(prefix: string, place: string): string {
  return prefix + stop + place;
}

/** Where a clip stands in every list it is in: what a page's `next` holds. */
export function placeIn(lists: readonly string[]): string {
  const key = lists[0] ?? '';
  return key.slice(key.lastIndexOf(stop) + 1);
}

export function prefixIn(key: string): string {
  return key.slice(0, key.lastIndexOf(stop));
}

/** The lists a clip must be in to pass a filter; never empty. */
export function prefixesFor(filter: ClipFilter): string[] {
  if (filter.deleted) return ['deleted'];
  const prefixes: string[] = [];
  if (filter.tag !== undefined) prefixes.push(tagPrefix(filter.tag));
  if (filter.site !== undefined) prefixes.push(sitePrefix(filter.site));
  if (filter.starred) prefixes.push('starred');
  if (filter.story) prefixes.push(storyPrefix(filter.story));
  if (filter.duplicate) prefixes.push('duplicate');
  if (filter.kind) prefixes.push(`kind:${filter.kind}`);
  if (filter.language) prefixes.push(languagePrefix(filter.language));
  if (filter.status) prefixes.push(`status:${filter.status}`);
  return prefixes.length > 0 ? prefixes : ['all'];
}

/** The keys of one list between two times and after a place: lower bound open when `after` is given. */
export function rangeOf(prefix: string, filter: ClipFilter, after: string | null): [lower: string, upper: string] {
  const from = filter.to === undefined ? stop : stop + placeOf(filter.to - 1);
  const start = after !== null && stop + after > from ? stop + after : from;
  const end = filter.from === undefined ? afterStop : stop + placeOf(filter.from - 1);
  return [prefix + start, prefix + end];
}

export const tagPrefix = (tag: string): string => `tag:${plain(tagKey(tag))}`;
export const deletedStoryPrefix = (story: StoryId): string => `deleted-story:${story}`;
export const storyPrefix = (story: StoryId): string => `story:${story}`;
const sitePrefix = (site: string): string => `site:${plain(site)}`;
const languagePrefix = (language: string): string => `lang:${plain(primaryLanguage(language))}`;

/** `zh` of `zh-Hans-CN`. */
function primaryLanguage(language: string): string {
  return (language.split(/[-_]/u)[0] ?? '').toLowerCase();
}

function plain(name: string): string {
  return name.replaceAll(stop, '');
}
