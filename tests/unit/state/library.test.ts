import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClipId } from '../../../lib/model/ids';
import { parseQuery } from '../../../lib/search/query';
import { readFirstClips } from '../../../lib/state/begin-reading';
import { removeClips, setStatus } from '../../../lib/state/clip-actions';
import { db } from '../../../lib/state/db';
import * as library from '../../../lib/state/library';
import { jumpTo, toFirst } from '../../../lib/state/list-actions';
import { type Place, plainList, searchedList } from '../../../lib/state/list-filter';
import { go } from '../../../lib/state/route';
import { saveStub } from '../../../lib/store/saving';
import { aClip } from '../clip-maker';
import { empty, fill } from './filled-library';

let stop: (() => void) | undefined;

beforeEach(async () => {
  await empty();
  // Another list in between: one that was left is read anew.
  go({ view: 'clips', filter: { place: 'kept' } });
  library.clips.peek();
  go({ view: 'clips', filter: { place: 'all' } });
});

afterEach(() => {
  library.clearSelection();
  stop?.();
});

/** Watches the list, as a view does. */
function watchList(): void {
  stop = effect(() => {
    void [library.clips.value, library.total.value, library.hasMore.value, library.cursor.value];
  });
}

const shown = () => library.clips.value.map((clip) => clip.id);
const untilShown = (count: number) =>
  vi.waitFor(() => expect(library.clips.value).toHaveLength(count), { timeout: 4000 });

describe('a page that has just been opened', () => {
  it('reads its list before anything is drawn, and says when the first clips are there', async () => {
    await fill(3);
    const read = readFirstClips();
    let shownThen = -1;
    const drawn = read.then(() => {
      stop = effect(() => {
        shownThen = library.clips.value.length;
      });
    });
    await drawn;
    expect(shownThen).toBe(3);
  });

  it('reads no list where another view is shown', async () => {
    go({ view: 'settings' });
    await readFirstClips();
    expect(library.loaded.peek()).toBe(false);
  });
});

describe('the filter of the list', () => {
  const listOf = (place: Place, text: string) =>
    plainList({ place, text }, parseQuery(text, { now: new Date(2026, 2, 15, 13, 45).getTime(), locale: 'en-GB' }));

  it('is read from one list of the store where that says it all', () => {
    expect(listOf('inbox', '')).toEqual({ status: 'inbox' });
    expect(listOf('all', '  ')).toEqual({});
    expect(listOf('deleted', 'sort:newest')).toEqual({ deleted: true });
    expect(listOf('all', 'tag:皮革')).toEqual({ tag: '皮革' });
    expect(listOf('all', 'lang:zh-CN')).toEqual({ language: 'zh' });
    expect(listOf('all', 'clipped:7d')).toEqual({ from: new Date(2026, 2, 9).getTime() });
    expect(listOf('all', 'is:duplicate')).toEqual({ duplicate: true });
  });

  it('is asked of the index everywhere else', () => {
    for (const text of [
      'seat',
      'tag:a,b',
      'tag:a tag:b',
      '-tag:a',
      'site:a.example',
      'has:note',
      'sort:title',
      'is:published',
    ])
      expect([text, listOf('all', text)]).toEqual([text, null]);
    expect(listOf('inbox', 'tag:a')).toBeNull();
  });

  it('takes the status from the query where that names one', () => {
    expect(searchedList({ place: 'inbox', text: 'status:archived' })).toEqual({});
    expect(searchedList({ place: 'inbox', text: 'seat ' })).toEqual({ status: 'inbox' });
  });

  it('looks for a tag among all clips when one comes from the inbox, and keeps a place chosen on purpose', () => {
    go({ view: 'clips', filter: { place: 'inbox' } });
    library.toggleInQuery('tag', 'ev');
    expect(library.filter.value).toEqual({ place: 'all', text: 'tag:ev ' });
    library.showList({ place: 'starred', text: 'seat' });
    library.toggleInQuery('site', 'a.example');
    expect(library.filter.value).toEqual({ place: 'starred', text: 'site:a.example seat' });
    expect(library.asksFor('site', 'a.example')).toBe(true);
    library.clearFilters();
    expect(library.filter.value).toEqual({ place: 'starred', text: 'seat' });
    library.clearQuery();
    expect(library.filter.value).toEqual({ place: 'starred' });
  });
});

describe('the list', () => {
  it('is read page by page, newest first, and knows when it has all', async () => {
    const ids = await fill(320);
    watchList();
    await untilShown(50);
    expect(library.hasMore.value).toBe(true);
    await vi.waitFor(() => expect(library.total.value).toBe(320));
    library.loadMore();
    await untilShown(250);
    library.loadMore();
    await untilShown(320);
    expect(library.hasMore.value).toBe(false);
    library.loadMore();
    expect(shown()).toEqual(ids);
  });

  it('shows what others add, change and delete, on every page, without losing one between two pages', async () => {
    const ids = await fill(260);
    watchList();
    await untilShown(50);
    library.loadMore();
    await untilShown(250);
    const added = [
      aClip({ url: 'https://a.example/1', clippedAt: 1_700_000_100_000 }),
      aClip({ url: 'https://a.example/2', clippedAt: 1_700_000_000_000 - 49_500 }), // between the last of the first page and the first of the next
      aClip({ url: 'https://a.example/3', clippedAt: 1_700_000_000_000 - 100_500 }),
    ];
    for (const clip of added) await saveStub(db, clip);
    await setStatus([ids[120] as ClipId], 'archived');
    await removeClips([ids[10] as ClipId, ids[200] as ClipId]);
    await vi.waitFor(() => expect(shown()).toEqual(expect.arrayContaining(added.map((clip) => clip.id))));
    library.loadMore();
    await untilShown(261);
    expect(new Set(shown()).size).toBe(261);
    expect(library.clips.value.find((clip) => clip.id === ids[120])?.status).toBe('archived');
    const times = library.clips.value.map((clip) => clip.clippedAt);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('finds titles and tags as one types, in both languages', async () => {
    await fill(40, (i) => ({ title: i % 8 ? `News ${i}` : `北汽 report ${i}`, tags: i === 3 ? ['皮革'] : [] }));
    watchList();
    library.search('北汽');
    await untilShown(5);
    library.search('皮');
    await untilShown(1);
    library.search('nothing like it');
    await untilShown(0);
  });
});

describe('the selection', () => {
  it('takes every clip that is found, also those that are not read yet', async () => {
    const ids = await fill(130);
    watchList();
    await untilShown(50);
    await library.selectAll();
    expect(library.selected.value).toEqual(new Set(ids));
  });

  it('reaches from the cursor to a clip with Shift, and ends with its list', async () => {
    const ids = await fill(6);
    watchList();
    await untilShown(6);
    library.setCursor(ids[1] as ClipId);
    library.selectTo(ids[4] as ClipId);
    expect([...library.selected.value]).toEqual(ids.slice(1, 5));
    library.showList({ place: 'inbox' });
    expect(library.selected.value.size).toBe(0);
  });

  it('acts on the clip under the cursor when nothing is selected, never on one that is not in the list', async () => {
    const ids = await fill(3);
    watchList();
    await untilShown(3);
    library.moveCursor(1);
    library.moveCursor(1);
    expect(library.targets.value).toEqual([ids[1]]);
    library.search('Story 2');
    await untilShown(1);
    expect(library.targets.value).toEqual([]);
  });
});

describe('a jump to a month', () => {
  it('begins the list there, counts and selects all of it, and goes back to the top', async () => {
    // One clip a month, from November 2023 back.
    const ids = await fill(8, (i) => ({ clippedAt: new Date(2023, 10 - i, 15).getTime() }));
    watchList();
    await untilShown(8);
    jumpTo('2023-08');
    await vi.waitFor(() => expect(shown()).toEqual(ids.slice(3)), { timeout: 4000 });
    expect(library.total.value).toBe(8);
    await library.selectAll();
    expect(library.selected.value.size).toBe(8);
    toFirst();
    await untilShown(8);
  });
});

describe('going on after clips have left the list', () => {
  it('moves the cursor, and the reader, to the clip that came after them', async () => {
    const ids = await fill(5);
    go({ view: 'clips', filter: { place: 'inbox' } });
    watchList();
    await untilShown(5);
    library.openClip(ids[1] as ClipId);
    await library.leaveFor([ids[1] as ClipId], () => setStatus([ids[1] as ClipId], 'archived'));
    expect(library.openId.value).toBe(ids[2]);
    await untilShown(4);
    library.closeClip();
    library.setCursor(ids[4] as ClipId);
    await library.leaveFor([ids[4] as ClipId], () => removeClips([ids[4] as ClipId]));
    expect(library.cursor.value).toBe(ids[3]);
  });
});
