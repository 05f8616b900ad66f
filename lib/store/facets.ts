/** What can be filtered by and how many clips there are of each, from what is counted as clips are written. */
import { type ClipStatus, clipStatuses } from '../model/clip';
import { type Tag, tagKey } from '../model/tag';
import { foldText } from '../model/text-query';
import type { Database } from './database';

type Counted = { name: string; count: number };

export type Facets = {
  statuses: Record<ClipStatus, number>;
  /** Most used first, as are sites and languages. */
  tags: Tag[];
  /** Hosts as `siteOf` names them. */
  sites: Counted[];
  /** Primary language subtags: `en`, `zh`. */
  languages: Counted[];
  starred: number;
  total: number;
  deleted: number;
};

/** Every facet of the library in two reads. */
export async function facets(db: Database): Promise<Facets> {
  const [counters, tags] = await Promise.all([db.counters.toArray(), db.tags.toArray()]);
  const counts = new Map(counters.map(({ prefix, count }) => [prefix, count]));
  const of = (prefix: string) => counts.get(prefix) ?? 0;
  const starting = (start: string) =>
    counters
      .filter(({ prefix }) => prefix.startsWith(start) && prefix.length > start.length)
      .map(({ prefix, count }) => ({ name: prefix.slice(start.length), count }))
      .sort((a, b) => b.count - a.count || compare(a.name, b.name));
  const statuses = Object.fromEntries(clipStatuses.map((status) => [status, of(`status:${status}`)]));
  return {
    statuses: statuses as Record<ClipStatus, number>,
    tags: tags.filter((tag) => tag.count > 0).sort(byUse),
    sites: starting('site:'),
    languages: starting('lang:'),
    starred: of('starred'),
    total: of('all'),
    deleted: of('deleted'),
  };
}

/**
 * Tags for what has been typed so far, most used first: those that start with it, then those that hold it. Nothing
 * typed gives the most used tags. `except` are tags that are there already.
 */
export async function suggestTags(
  db: Database,
  typed: string,
  except: readonly string[],
  limit: number,
): Promise<Tag[]> {
  const taken = new Set(except.map(tagKey));
  const free = (tag: Tag) => !taken.has(tag.key);
  const wanted = foldText(tagKey(typed));
  if (!wanted) return db.tags.orderBy('count').reverse().filter(free).limit(limit).toArray();
  const places = new Map<Tag, number>();
  for (const tag of await db.tags.toArray()) {
    const at = foldText(tag.key).indexOf(wanted);
    if (at >= 0 && free(tag)) places.set(tag, at === 0 ? 0 : 1);
  }
  return [...places]
    .sort(([a, i], [b, j]) => i - j || byUse(a, b))
    .slice(0, limit)
    .map(([tag]) => tag);
}

function byUse(a: Tag, b: Tag): number {
  return b.count - a.count || b.lastUsedAt - a.lastUsedAt || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
