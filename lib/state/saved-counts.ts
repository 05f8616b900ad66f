/** How many clips each saved search finds: counted while nothing else is to be done, again when the index has changed. */
import type { SearchId } from '../model/saved-search';
import { parseQuery } from '../search/query';
import { attempt } from '../store/failures';
import { countMatches, indexMark } from '../store/search-counts';
import { indexProgress } from '../store/search-upkeep';
import { db } from './db';
import { locale } from './i18n';
import { later } from './later';
import { searchedList } from './list-filter';
import { live } from './live';
import { giveWay } from './pace';
import { filterOfSearch, savedSearches } from './saved-searches';

const mark = live<string | null>(() => indexMark(db), null);

/** By search; one that has not been counted yet is missing. */
export const savedCounts = later<ReadonlyMap<SearchId, number>>(
  new Map(),
  () => mark.value !== null && savedSearches.value !== null,
  async () => {
    const read = await attempt(db, count);
    return read.ok ? read.value : undefined;
  },
);

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
