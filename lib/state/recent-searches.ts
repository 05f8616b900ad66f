/** What was searched for lately, to search for it again. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { loadRecentSearches, storeRecentSearches } from '../platform/recent-searches';
import { parseQuery } from '../search/query';
import { printQuery } from '../search/query-print';

const most = 12;
const longest = 300;

const current = signal<readonly string[]>([]);
/** Newest first, each meaning something else. */
export const recentSearches: ReadonlySignal<readonly string[]> = current;

let loading: Promise<void> | undefined;

/** Reads what earlier pages stored, once. */
export function loadRecent(): Promise<void> {
  loading ??= loadRecentSearches().then((stored) => {
    current.value = stored.slice(0, most);
  });
  return loading;
}

/** Remembers a search that was meant; one that says the same in other words takes its place. */
export async function rememberSearch(typed: string): Promise<void> {
  const text = typed.trim();
  if (!text || text.length > longest) return;
  await loadRecent();
  await keep([text, ...current.peek().filter((other) => meaningOf(other) !== meaningOf(text))].slice(0, most));
}

export const forgetSearches = (): Promise<void> => keep([]);

async function keep(searches: readonly string[]): Promise<void> {
  current.value = searches;
  await storeRecentSearches(searches);
}

/** A finished word and one that is being typed are one search to a person. */
const meaningOf = (typed: string) => printQuery(parseQuery(`${typed} `, { now: 0, locale: 'en' }));
