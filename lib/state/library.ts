/** The list of clips as the library shows it: what is asked for, what has been read, where the cursor is, what is selected. */
import { batch, computed, signal } from '@preact/signals';
import type { Clip } from '../model/clip';
import type { ClipId } from '../model/ids';
import { countClips, listClips } from '../store/clips';
import { type Facets as Counts, facets } from '../store/facets';
import { db } from './db';
import {
  type FacetName,
  type Facets,
  hasFacets,
  type ListFilter,
  sameFilter,
  storeFilter,
  withFacet,
} from './list-filter';
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
/** The clip that the reader shows. */
export const openId = computed<ClipId | null>(() => (route.value.view === 'clip' ? route.value.id : null));

const pages = computed(() => {
  const asked = storeFilter(filter.value, Date.now());
  return {
    list: createPages((page) => listClips(db, asked, page)),
    total: live<number | null>(() => countClips(db, asked), null),
  };
});

export const clips = computed(() => pages.value.list.clips.value);
export const loaded = computed(() => pages.value.list.loaded.value);
export const hasMore = computed(() => pages.value.list.hasMore.value);
/** How many clips the filter finds; null until counted. */
export const total = computed(() => pages.value.total.value);
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

/** A tag, site, language or period is looked for among all clips, unless a place was chosen on purpose. */
export function setFacet<Name extends FacetName>(name: Name, value: Facets[Name]): void {
  const now = filter.peek();
  const place = value && now.place === 'inbox' ? 'all' : now.place;
  showList(withFacet({ ...now, place }, name, value));
}

/** Takes the search and every other narrowing away, but stays in the place. */
export function clearFacets(): void {
  showList({ place: filter.peek().place });
}

/** Whether the list is "Recently deleted". */
export const inBin = computed(() => filter.value.place === 'deleted');
export const narrowed = computed(() => hasFacets(filter.value));

/** Searches as one types: one step in the browser's history for a search, not one for each letter. */
export function search(text: string): void {
  const next = withFacet(filter.peek(), 'text', text);
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

export function clearSelection(): void {
  select(nothingSelected);
}

/** Selects every clip that the filter finds, read or not. */
export async function selectAll(): Promise<void> {
  const asked = storeFilter(filter.peek(), Date.now());
  const ids: ClipId[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page = await listClips(db, asked, { after, limit: 1000 });
    ids.push(...page.clips.map((clip) => clip.id));
    after = page.next;
    more = after !== null;
  }
  select(selectOnly(ids));
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
