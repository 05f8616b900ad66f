import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Clip } from '../../../lib/model/clip';
import { db } from '../../../lib/state/db';
import { getClip } from '../../../lib/store/clips';
import { hideLibrary, rows, showLibrary } from './show';

afterEach(hideLibrary);

const list = () => document.querySelector('[role="listbox"][aria-multiselectable]') as HTMLElement;
const active = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '')?.dataset.key;
const selected = () =>
  rows()
    .filter((row) => row.ariaSelected === 'true')
    .map((row) => row.dataset.key);
const stored = async (clip: Clip | undefined) => (clip ? getClip(db, clip.id) : null);

describe('the library by keyboard alone', () => {
  test('moves, opens, goes on and comes back', async () => {
    const clips = await showLibrary(20);
    await userEvent.keyboard('jj');
    expect(active()).toBe(clips[1]?.id);
    await userEvent.keyboard('{ArrowDown}k');
    expect(active()).toBe(clips[1]?.id);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(document.querySelector('article textarea')).toHaveProperty('value', clips[1]?.title));
    expect(location.hash).toContain(`#/clip/${clips[1]?.id}`);
    await userEvent.keyboard('j');
    await vi.waitFor(() => expect(document.querySelector('article textarea')).toHaveProperty('value', clips[2]?.title));
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('article')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(list()));
    expect(active()).toBe(clips[2]?.id);
  });

  test('selects, stars, archives, deletes and takes everything back', async () => {
    const clips = await showLibrary(6, { change: () => ({ status: 'inbox', starred: false }) });
    await userEvent.keyboard('jxjx');
    expect(selected()).toEqual([clips[0]?.id, clips[1]?.id]);
    await userEvent.keyboard('s');
    await vi.waitFor(async () => expect((await stored(clips[1]))?.starred).toBe(true));
    await userEvent.keyboard('#');
    await vi.waitFor(() => expect(rows()).toHaveLength(4));
    expect((await stored(clips[0]))?.deletedAt).not.toBeNull();
    expect(active()).toBe(clips[2]?.id);
    await userEvent.keyboard('e');
    await vi.waitFor(async () => expect((await stored(clips[2]))?.status).toBe('archived'));
    await userEvent.keyboard('zzz');
    await vi.waitFor(() => expect(rows()).toHaveLength(6));
    await vi.waitFor(async () => expect(await stored(clips[1])).toMatchObject({ status: 'inbox', starred: false }));
    expect((await stored(clips[2]))?.status).toBe('inbox');
    expect(rows().map((row) => row.dataset.key)).toEqual(clips.map((clip) => clip.id));
  });

  test('goes to both ends, and selects with the space bar where the list has the focus', async () => {
    const clips = await showLibrary(30);
    list().focus();
    await userEvent.keyboard('{End}');
    expect(active()).toBe(clips[29]?.id);
    await userEvent.keyboard(' ');
    expect(selected()).toEqual([clips[29]?.id]);
    await userEvent.keyboard('{Home}');
    expect(active()).toBe(clips[0]?.id);
    expect(list().scrollTop).toBe(0);
  });

  test('tags what is selected, adding to each clip’s own tags', async () => {
    const clips = await showLibrary(3, { change: (_, i) => ({ tags: i === 0 ? ['EV'] : [] }) });
    await userEvent.keyboard('{Control>}a{/Control}');
    await vi.waitFor(() => expect(selected()).toHaveLength(3));
    await userEvent.keyboard('t');
    await vi.waitFor(() => expect(document.querySelector('dialog[open] input')).toBe(document.activeElement));
    await userEvent.keyboard('seats{Enter}');
    const done = [...document.querySelectorAll('dialog[open] button')].find((b) => b.textContent === 'Done');
    await userEvent.click(done as Element);
    await vi.waitFor(async () => expect((await stored(clips[0]))?.tags).toEqual(['EV', 'seats']));
    expect((await stored(clips[2]))?.tags).toEqual(['seats']);
  });

  test('searches with / and comes back to the list; letters typed in fields are letters', async () => {
    await showLibrary(14);
    await userEvent.keyboard('/');
    const search = document.querySelector('search [role="combobox"]');
    expect(document.activeElement).toBe(search);
    await userEvent.keyboard('steering j');
    expect(search).toHaveProperty('value', 'steering j');
    await userEvent.keyboard('{Backspace}{Backspace}');
    await vi.waitFor(() => expect(rows()).toHaveLength(2));
    expect(rows()[0]?.querySelector('mark')?.textContent).toBe('Steering');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(document.activeElement).toBe(list()));
  });

  test('writes a note that is kept without a button', async () => {
    const clips = await showLibrary(2, { change: () => ({ note: '' }) });
    await userEvent.keyboard('j{Enter}');
    await vi.waitFor(() => expect(document.querySelector('article')).not.toBeNull());
    await userEvent.keyboard('n');
    await vi.waitFor(() => expect(document.activeElement).toHaveProperty('placeholder', 'Write a note'));
    await userEvent.keyboard('ask for samples');
    expect(document.activeElement).toHaveProperty('value', 'ask for samples');
    await vi.waitFor(async () => expect((await stored(clips[0]))?.note).toBe('ask for samples'), { timeout: 3000 });
  });

  test('runs a command by name', async () => {
    const clips = await showLibrary(2, { change: () => ({ starred: false }) });
    await userEvent.keyboard('j{Control>}k{/Control}');
    await vi.waitFor(() => expect(document.querySelector('dialog[open] input')).toBe(document.activeElement));
    await userEvent.keyboard('star{Enter}');
    await vi.waitFor(async () => expect((await stored(clips[0]))?.starred).toBe(true));
  });
});
