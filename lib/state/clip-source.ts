/** Where the clips of a list come from: a list of the store where one says it all, else the search index. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '../model/clip';
import type { ClipId } from '../model/ids';
import type { SearchQuery } from '../model/search-query';
import { countClips, listClipIds, listClips } from '../store/clips';
import { searchAllIds, searchClips } from '../store/search';
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
  allIds: () => Promise<ClipId[]>;
  /** Whether pages are in order of clipping, so that one can begin anywhere in time. */
  inOrder: boolean;
};

const nothingYet: Found = { total: null, exact: true, corrections: [], progress: null };

export function openSource(filter: ListFilter, query: SearchQuery): Source {
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
    const total = live<number | null>(() => countClips(db, list), null);
    return {
      read: timed((page) => listClips(db, list, page)),
      found: computed(() => ({ ...nothingYet, total: total.value })),
      took,
      allIds: () => listClipIds(db, list),
      inOrder: true,
    };
  }
  const within = searchedList(filter);
  const found = signal(nothingYet);
  return {
    read: timed(async (page) => {
      const { clips, next, ...rest } = await searchClips(db, query, { ...page, within });
      if (page.after === null) found.value = rest;
      return { clips, next };
    }),
    found,
    took,
    allIds: () => searchAllIds(db, query, within),
    inOrder: false,
  };
}

/** The best clips for a query: for choosing one. */
export async function bestClips(query: SearchQuery, limit: number): Promise<Clip[]> {
  return (await searchClips(db, query, { limit })).clips;
}
