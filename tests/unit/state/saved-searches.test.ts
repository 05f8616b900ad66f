import { effect } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../lib/state/db';
import { useMessages } from '../../../lib/state/i18n';
import {
  filterOfSearch,
  removeSearch,
  renameSearch,
  replaceSearch,
  savedAs,
  savedSearches,
  saveSearch,
  shiftSearch,
} from '../../../lib/state/saved-searches';
import { undoLast } from '../../../lib/state/undo';
import { listSearches } from '../../../lib/store/searches';
import messages from '../../../public/_locales/en/messages.json';

let stop: () => void;
beforeEach(async () => {
  useMessages('en', messages);
  await db.searches.clear();
  stop = effect(() => void savedSearches.value);
  await saveSearch(' First ', { place: 'all', text: ' tag:leather ' });
  await saveSearch('Second', { place: 'inbox', text: 'ports' });
  await saveSearch('Third', { place: 'starred', text: '皮革' });
});
afterEach(() => stop());

const names = async () => (await listSearches(db)).map(({ name }) => name);
const idOf = async (name: string) => {
  const found = (await listSearches(db)).find((search) => search.name === name);
  if (!found) throw new Error(`no search ${name}`);
  return found.id;
};
/** The view knows what is stored. */
const known = () =>
  vi.waitFor(async () => expect(savedSearches.value?.map(({ name }) => name)).toEqual(await names()), {
    timeout: 4000,
  });

test('searches are kept trimmed, in the order in which they were saved, with their place', async () => {
  expect(await listSearches(db)).toMatchObject([
    { name: 'First', query: 'tag:leather', place: 'all' },
    { name: 'Second', query: 'ports', place: 'inbox' },
    { name: 'Third', query: '皮革', place: 'starred' },
  ]);
  await undoLast();
  expect(await names()).toEqual(['First', 'Second']);
});

test('a search is moved up and down, but never past the ends', async () => {
  await known();
  await shiftSearch(await idOf('Third'), -1);
  expect(await names()).toEqual(['First', 'Third', 'Second']);
  await known();
  await shiftSearch(await idOf('First'), -1);
  await shiftSearch(await idOf('Second'), 1);
  expect(await names()).toEqual(['First', 'Third', 'Second']);
});

test('a deleted search comes back with its place, name and query', async () => {
  const before = await listSearches(db);
  await removeSearch(await idOf('Second'));
  expect(await names()).toEqual(['First', 'Third']);
  await undoLast();
  expect(await listSearches(db)).toEqual(before);
});

test('a search is renamed and given another query, each taken back by itself; an empty name changes nothing', async () => {
  const id = await idOf('Second');
  await renameSearch(id, '  ');
  await renameSearch(id, 'Harbours');
  await replaceSearch(id, { place: 'all', text: 'harbour' });
  expect((await listSearches(db))[1]).toMatchObject({ name: 'Harbours', query: 'harbour', place: 'all' });
  await undoLast();
  expect((await listSearches(db))[1]).toMatchObject({ name: 'Harbours', query: 'ports', place: 'inbox' });
  await undoLast();
  expect((await listSearches(db))[1]).toMatchObject({ name: 'Second' });
});

test('a list is known by its saved search, whatever space is around the query', async () => {
  await known();
  expect(savedAs({ place: 'all', text: 'tag:leather ' })?.name).toBe('First');
  expect(savedAs({ place: 'inbox', text: 'tag:leather' })).toBeUndefined();
});

test('a place of another version is all clips', () => {
  expect(filterOfSearch({ place: 'attic', query: 'wool' })).toEqual({ place: 'all', text: 'wool' });
  expect(filterOfSearch({ place: 'kept', query: ' ' })).toEqual({ place: 'kept' });
});
