/** How many clips each saved search finds: counted while nothing else is to be done, again when the index has changed. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SearchId } from '../model/saved-search';
import { parseQuery } from '../search/query';
import { attempt } from '../store/failures';
import { countMatches, indexMark } from '../store/search-counts';
import { indexProgress } from '../store/search-upkeep';
import { db } from './db';
import { locale } from './i18n';
import { searchedList } from './list-filter';
import { live } from './live';
import { giveWay } from './pace';
import { filterOfSearch, savedSearches } from './saved-searches';
import { followLater } from './throttled';

const mark = live<string | null>(() => indexMark(db), null);

/** By search; one that has not been counted yet is missing. */
export const savedCounts: ReadonlySignal<ReadonlyMap<SearchId, number>> = follow();

function follow(): ReadonlySignal<ReadonlyMap<SearchId, number>> {
  let end: (() => void) | undefined;
  return signal<ReadonlyMap<SearchId, number>>(new Map(), {
    watched() {
      const later = followLater(async () => {
        const read = await attempt(db, count);
        if (read.ok) this.value = read.value;
      });
      const unfollow = effect(() => {
        if (mark.value !== null && savedSearches.value) later.ask();
      });
      end = () => {
        unfollow();
        later.stop();
      };
    },
    unwatched: () => end?.(),
  });
}

async function count(): Promise<ReadonlyMap<SearchId, number>> {
  const counts = new Map<SearchId, number>();
  if (await indexProgress(db)) return counts; // it would say too little
  for (const search of savedSearches.peek() ?? []) {
    const list = filterOfSearch(search);
    const query = parseQuery(`${list.text ?? ''} `, { now: Date.now(), locale: locale.peek() });
    counts.set(search.id, await countMatches(db, query, searchedList(list)));
    await giveWay();
  }
  return counts;
}
