/** Saved searches as the side bar shows them, and what a person does to them. */
import { computed } from '@preact/signals';
import { newId } from '../model/ids';
import type { SavedSearch, SearchId } from '../model/saved-search';
import { failureOf } from '../store/failures';
import { addSearch, deleteSearch, editSearch, listSearches, moveSearch, restoreSearch } from '../store/searches';
import { db } from './db';
import { describeFailure } from './failures';
import { t } from './i18n';
import { type ListFilter, type Place, places } from './list-filter';
import { live } from './live';
import { showToast } from './toasts';
import { offerUndo } from './undo';

/** In the person's order; null until read. */
export const savedSearches = live<readonly SavedSearch[] | null>(() => listSearches(db), null);

/** The list that a saved search asks for. */
export function filterOfSearch({ place, query }: Pick<SavedSearch, 'place' | 'query'>): ListFilter {
  const known: Place = places.find((name) => name === place) ?? 'all';
  return query.trim() ? { place: known, text: query } : { place: known };
}

/** Whether there is a saved search for exactly this. */
export const savedAs = (filter: ListFilter) =>
  computed(() =>
    savedSearches.value?.find(
      ({ place, query }) => place === filter.place && query.trim() === (filter.text ?? '').trim(),
    ),
  ).value;

export function saveSearch(name: string, filter: ListFilter): Promise<void> {
  const search = { id: newId<SearchId>(), name: name.trim(), query: (filter.text ?? '').trim(), place: filter.place };
  return told(async () => {
    await addSearch(db, search, Date.now());
    offerUndo(t('search_done_saved', search.name), () => told(() => deleteSearch(db, search.id)));
  });
}

export function renameSearch(id: SearchId, name: string): Promise<void> {
  const kept = name.trim();
  if (!kept) return Promise.resolve();
  return told(async () => {
    const before = await editSearch(db, id, { name: kept }, Date.now());
    if (!before || before.name === kept) return;
    offerUndo(t('search_done_renamed', kept), () => told(() => editSearch(db, id, { name: before.name }, Date.now())));
  });
}

/** Another query under the same name. */
export function replaceSearch(id: SearchId, filter: ListFilter): Promise<void> {
  return told(async () => {
    const patch = { query: (filter.text ?? '').trim(), place: filter.place };
    const before = await editSearch(db, id, patch, Date.now());
    if (!before) return;
    const { query, place, name } = before;
    offerUndo(t('search_done_replaced', name), () => told(() => editSearch(db, id, { query, place }, Date.now())));
  });
}

export function removeSearch(id: SearchId): Promise<void> {
  return told(async () => {
    const before = await deleteSearch(db, id);
    if (before) offerUndo(t('search_done_deleted', before.name), () => told(() => restoreSearch(db, before)));
  });
}

/** One place further up or down. */
export function shiftSearch(id: SearchId, by: 1 | -1): Promise<void> {
  const at = savedSearches.peek()?.findIndex((search) => search.id === id) ?? -1;
  return at < 0 ? Promise.resolve() : told(() => moveSearch(db, id, at + by, Date.now()));
}

async function told(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
  }
}
