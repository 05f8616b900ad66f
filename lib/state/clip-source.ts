/** Where the clips of a list come from: a list of the store where one says it all, else the search index. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '../model/clip';
import type { ClipFilter } from '../model/clip-filter';
import type { ClipId } from '../model/ids';
import type { SearchQuery } from '../model/search-query';
import { countClips, listClipIds, listClips } from '../store/clips';
import { searchAllIds, searchClips } from '../store/search';
import { countMatches } from '../store/search-counts';
import { indexProgress } from '../store/search-upkeep';
import { db } from './db';
import { type ListFilter, plainList, searchedList } from './list-filter';
import { live } from './live';
import type { ReadPage } from './pages';

/** What is known of the answer beside its clips. */
export type Found = {
  total: number | null;
  /** False where not every text has been looked into: there are at most so many. */
  exact: boolean;
  /** Words found in place of misspelled ones, folded. */
  corrections: readonly string[];
  /** How far the index is while it is being made: until then clips are missing. */
  progress: { done: number; total: number } | null;
};

export type Source = {
  read: ReadPage;
  found: ReadonlySignal<Found>;
  /** Milliseconds until the first page was there; null until then. */
  took: ReadonlySignal<number | null>;
  /** Every clip of the list, also those before where its pages begin. */
  allIds: () => Promise<ClipId[]>;
};

const nothingYet: Found = { total: null, exact: true, corrections: [], progress: null };

/** A list whose pages begin at its first clip within `begin`. */
export function openSource(filter: ListFilter, query: SearchQuery, begin: TimeSpan = {}): Source {
  const took = signal<number | null>(null);
  const list = plainList(filter, query);
  const timed =
    (read: ReadPage): ReadPage =>
    async (page) => {
      const start = performance.now();
      const answer = await read(page);
      took.value ??= performance.now() - start;
      return answer;
    };
  if (list) {
    // Clips of a span of time are counted in the index: in the list that would be key by key.
    const isSpan = list.from !== undefined || list.to !== undefined;
    const count = async () =>
      isSpan && !(await indexProgress(db)) ? countMatches(db, query, {}) : countClips(db, list);
    const total = live<number | null>(count, null);
    return {
      read: timed((page) => listClips(db, withinSpan(list, begin), page)),
      found: computed(() => ({ ...nothingYet, total: total.value })),
      took,
      allIds: () => listClipIds(db, list),
    };
  }
  const within = searchedList(filter);
  const found = signal(nothingYet);
  const isWhole = begin.from === undefined && begin.to === undefined;
  const whole = async (part: Found) => (isWhole ? part : { ...part, total: await countMatches(db, query, within) });
  return {
    read: timed(async (page) => {
      const { clips, next, ...rest } = await searchClips(db, query, { ...page, within: withinSpan(within, begin) });
      if (page.after === null) found.value = await whole(rest);
      return { clips, next };
    }),
    found,
    took,
    allIds: () => searchAllIds(db, query, within),
  };
}

/** Milliseconds since the epoch; `to` is not within. */
export type TimeSpan = Pick<ClipFilter, 'from' | 'to'>;

function withinSpan(list: ClipFilter, { from, to }: TimeSpan): ClipFilter {
  const narrowed = { ...list };
  if (from !== undefined) narrowed.from = Math.max(from, list.from ?? from);
  if (to !== undefined) narrowed.to = Math.min(to, list.to ?? to);
  return narrowed;
}

/** The best clips for a query: for choosing one. */
export async function bestClips(query: SearchQuery, limit: number): Promise<Clip[]> {
  return (await searchClips(db, query, { limit })).clips;
}
