/** The list of clips as the library shows it: what is asked for, what has been read, where the cursor is, what is selected. */
import { batch, computed, signal } from '@preact/signals';
import type { Clip } from '../model/clip';
import type { ClipId } from '../model/ids';
import { looksForWords, type SearchSort, searchSorts } from '../model/search-query';
import { type MatchWord, wordsOf } from '../search/matched-words';
import { parseQuery } from '../search/query';
import { hasFilter, removeFilters, setFilter, toggleFilter } from '../search/query-edit';
import type { Operator } from '../search/query-words';
import { type Facets as Counts, facets } from '../store/facets';
import { openSource } from './clip-source';
import { db } from './db';
import { locale } from './i18n';
import { isByTime, monthOf, spanFrom } from './jump';
import { isNarrowed, type ListFilter, sameFilter, withText } from './list-filter';
import { live } from './live';
import { createPages } from './pages';
import { go, route } from './route';
import { extendTo, neighbour, nothingSelected, type Selection, selectOnly, toggle } from './selection';

let lastFilter: ListFilter = { place: 'inbox' };

/** What the list is narrowed to; kept while another view is open, so that coming back finds the same list. */
export const filter = computed<ListFilter>((): ListFilter => {
  const to = route.value;
  const asked = to.view === 'clips' || to.view === 'clip' ? to.filter : undefined;
  if (asked && !sameFilter(asked, lastFilter)) lastFilter = asked;
  return lastFilter;
});
/** Whether the list is "Recently deleted". */
export const inBin = computed(() => filter.value.place === 'deleted');
/** The clip that the reader shows. */
export const openId = computed<ClipId | null>(() => (route.value.view === 'clip' ? route.value.id : null));

/** What the query of the list says; see `parseQuery`. */
export const query = computed(() => parseQuery(filter.value.text ?? '', { now: Date.now(), locale: locale.value }));

/** The orders that make sense for the list, the one that goes without saying first. */
export const sorts = computed<readonly SearchSort[]>(() =>
  looksForWords(query.value.where) ? searchSorts : searchSorts.filter((sort) => sort !== 'relevance'),
);
/** The order of the list. */
export const sorted = computed<SearchSort>(() => query.value.sort ?? sorts.value[0] ?? 'newest');

/** The month that the list begins at; null for its top, and where it is not in the order of time. */
export const begin = computed(() => (isByTime(sorted.value) && !inBin.value ? monthOf(filter.value) : null));

const pages = computed(() => {
  const source = openSource(filter.value, query.value, spanFrom(begin.value, sorted.value));
  return { list: createPages(source.read), source };
});

export const clips = computed(() => pages.value.list.clips.value);
export const loaded = computed(() => pages.value.list.loaded.value);
export const hasMore = computed(() => pages.value.list.hasMore.value);
/** How many clips the filter finds; null until counted. */
export const total = computed(() => pages.value.source.found.value.total);
/** Milliseconds until the first clips were found; null until then. */
export const took = computed(() => pages.value.source.took.value);
/** What the index says of the answer: whether it is whole, and what it found in place of misspelled words. */
export const found = computed(() => pages.value.source.found.value);
/** The words that rows mark: those looked for, and those found in place of misspelled ones. */
const corrections = computed(() => found.value.corrections.join(' '));
export const words = computed<readonly MatchWord[]>(() => [
  ...wordsOf(query.value.where),
  ...corrections.value
    .split(' ')
    .filter(Boolean)
    .map((text) => ({ text, prefix: false })),
]);
export const loadMore = (): void => pages.peek().list.more();

/** Numbers beside the places, tags, sites and languages; null until read. */
export const counts = live<Counts | null>(() => facets(db), null);

const order = computed<readonly ClipId[]>(() => clips.value.map((clip) => clip.id));

// --- Where one is -------------------------------------------------------------------------------------------------

const cursorSignal = signal<ClipId | null>(null);
/** The row that keys act on: in the reader the open clip, else the one last moved to, while it is in the list. */
export const cursor = computed<ClipId | null>(() => {
  if (openId.value !== null) return openId.value;
  const at = cursorSignal.value;
  return at !== null && order.value.includes(at) ? at : null;
});

export function moveCursor(step: number): void {
  const to = neighbour(order.peek(), cursor.peek(), step);
  if (to === null) return;
  cursorSignal.value = to;
  if (openId.peek() !== null) openClip(to);
  if (order.peek().at(-1) === to) loadMore();
}

export function setCursor(id: ClipId): void {
  cursorSignal.value = id;
}

/** Shows a clip in the reader; moving on from an open clip does not fill the browser's history. */
export function openClip(id: ClipId): void {
  cursorSignal.value = id;
  go({ view: 'clip', id, filter: filter.peek() }, { replace: openId.peek() !== null });
}

export function closeClip(): void {
  go({ view: 'clips', filter: filter.peek() });
}

/** The clips before and after the open one; null at the ends and when it is not in the list. */
export const neighbours = computed<{ previous: Clip | null; next: Clip | null }>(() => {
  const at = openId.value === null ? -1 : order.value.indexOf(openId.value);
  return {
    previous: at > 0 ? (clips.value[at - 1] ?? null) : null,
    next: at >= 0 ? (clips.value[at + 1] ?? null) : null,
  };
});

// --- What is asked for ----------------------------------------------------------------------------------------------

/** Shows another list from its top, with nothing selected. */
export function showList(next: ListFilter): void {
  go({ view: 'clips', filter: next });
}

/** Whether the query asks for a value of an operator. */
export const asksFor = (operator: Operator, value: string): boolean =>
  hasFilter(filter.value.text ?? '', operator, value);

/** Writes a filter into the query, or takes it out; looked for among all clips, unless a place was chosen on purpose. */
export function toggleInQuery(operator: Operator, value: string): void {
  const now = filter.peek();
  const place = now.place === 'inbox' && !hasFilter(now.text ?? '', operator, value) ? 'all' : now.place;
  showList(withText({ place }, toggleFilter(now.text ?? '', operator, value)));
}

/** Sets an operator of the query to one value, or to none. */
export function setInQuery(operator: Operator, value: string | null): void {
  showQuery(setFilter(filter.peek().text ?? '', operator, value));
}

/** Another query in the same place. */
export function showQuery(text: string): void {
  showList(withText(filter.peek(), text));
}

/** Takes the query away, but stays in the place. */
export function clearQuery(): void {
  showList({ place: filter.peek().place });
}

/** Takes the filters out of the query and leaves its words. */
export function clearFilters(): void {
  showQuery(removeFilters(filter.peek().text ?? ''));
}

export const narrowed = computed(() => isNarrowed(filter.value));

/** Searches as one types: one step in the browser's history for a search, not one for each letter. */
export function search(text: string): void {
  const next = withText(filter.peek(), text);
  if (sameFilter(next, filter.peek())) return;
  go({ view: 'clips', filter: next }, { replace: filter.peek().text !== undefined });
}

// --- What is selected -----------------------------------------------------------------------------------------------

/** A selection belongs to the list it was made in: another list starts with none. */
const selectionIn = signal<{ list: ListFilter; selection: Selection } | null>(null);
const selection = computed<Selection>(() =>
  selectionIn.value?.list === filter.value ? selectionIn.value.selection : nothingSelected,
);
const select = (to: Selection) => {
  selectionIn.value = { list: filter.peek(), selection: to };
};
export const selected = computed<ReadonlySet<ClipId>>(() => selection.value.ids);

export function toggleSelected(id: ClipId): void {
  select(toggle(selection.peek(), id));
  cursorSignal.value = id;
}

/** Selects everything between the last selected clip (or the cursor) and this one. */
export function selectTo(id: ClipId): void {
  const from = selection.peek();
  const anchored = from.anchor === null && cursor.peek() !== null ? { ...from, anchor: cursor.peek() } : from;
  select(extendTo(anchored, id, order.peek()));
  cursorSignal.value = id;
}

/** Selects on from the cursor, one clip further down or up. */
export function selectBy(step: 1 | -1): void {
  const to = neighbour(order.peek(), cursor.peek(), step);
  if (to !== null) selectTo(to);
}

export function clearSelection(): void {
  select(nothingSelected);
}

/** Every clip that the filter finds, read or not. */
export const shownIds = (): Promise<ClipId[]> => pages.peek().source.allIds();

/** Selects every clip that the filter finds, read or not. */
export async function selectAll(): Promise<void> {
  const at = filter.peek();
  const ids = await shownIds();
  if (filter.peek() === at) select(selectOnly(ids));
}

/** The clips that an action is for: the selected ones, else the open or current one. */
export const targets = computed<readonly ClipId[]>(() => {
  if (selected.value.size > 0) return [...selected.value];
  return cursor.value === null ? [] : [cursor.value];
});

/** What is known of the targets without asking the store. */
export const targetClips = computed<readonly Clip[]>(() => {
  const wanted = new Set(targets.value);
  return clips.value.filter((clip) => wanted.has(clip.id));
});

/**
 * Runs an action that takes clips out of the list; then the selection is empty and the cursor (and the reader, when
 * one of them was open) is on the clip that came after them, so that one can go on without looking for the place.
 */
export async function leaveFor(ids: readonly ClipId[], action: () => Promise<void>): Promise<void> {
  const going = new Set(ids);
  const at = cursor.peek() === null ? -1 : order.peek().indexOf(cursor.peek() as ClipId);
  const following = order
    .peek()
    .slice(at + 1)
    .find((id) => !going.has(id));
  const preceding = order
    .peek()
    .slice(0, Math.max(at, 0))
    .findLast((id) => !going.has(id));
  const to = following ?? preceding ?? null;
  const open = openId.peek();
  await action();
  batch(() => {
    select(nothingSelected);
    const here = cursor.peek();
    if (here !== null && !going.has(here)) return;
    cursorSignal.value = to;
    if (open === null || !going.has(open)) return;
    if (to) openClip(to);
    else closeClip();
  });
}
