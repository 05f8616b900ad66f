import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { db } from '../../../lib/state/db';
import { listClips } from '../../../lib/store/clips';
import { findViolations, inBothThemes } from '../axe';
import { hideLibrary, showLibrary } from '../library/show';

afterEach(hideLibrary);

const show = (options = {}) => showLibrary(12, { route: () => ({ view: 'tags' }), ...options });
const rowsNow = () => [...document.querySelectorAll<HTMLElement>('main li')].filter((row) => row.querySelector('a'));
const names = () => rowsNow().map((row) => row.querySelector('a')?.textContent);
const text = () => document.body.textContent ?? '';
const control = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('button, [role="menuitem"], input')].find(
    (one) => (one.ariaLabel ?? one.getAttribute('aria-label') ?? one.textContent)?.trim() === name,
  );
async function press(name: string): Promise<void> {
  await vi.waitFor(() => expect(control(name), name).toBeDefined());
  control(name)?.focus();
  await userEvent.keyboard('{Enter}');
}

async function rename(from: string, to: string): Promise<void> {
  await press(`Actions for ${from}`);
  await press('Rename, colour, description');
  await vi.waitFor(() => expect(document.querySelector('dialog[open] input')).not.toBeNull());
  const field = document.querySelector<HTMLInputElement>('dialog[open] input');
  field?.focus();
  field?.select();
  await userEvent.keyboard(`${to}{Enter}`);
}

test('a tag is renamed by keyboard and the name comes back with undo', async () => {
  await show();
  await rename('leather', 'hides');
  await vi.waitFor(() => expect(names()).not.toContain('leather'));
  expect(names()).toContain('hides');
  await press('Undo');
  await vi.waitFor(() => expect(names()).not.toContain('hides'));
  expect(names()).toContain('leather');
});

test('a name that is there already is said to join the two', async () => {
  await show();
  await press('Actions for leather');
  await press('Rename, colour, description');
  await vi.waitFor(() => expect(document.querySelector('dialog[open] input')).not.toBeNull());
  const field = document.querySelector<HTMLInputElement>('dialog[open] input');
  field?.focus();
  field?.select();
  await userEvent.keyboard('regulation');
  await vi.waitFor(() => expect(text()).toContain('is there already'));
  await press('Merge');
  await vi.waitFor(() => expect(names()).not.toContain('leather'));
  const { clips } = await listClips(db, { tag: 'regulation' }, { after: null, limit: 99 });
  for (const clip of clips) expect(new Set(clip.tags).size).toBe(clip.tags.length);
});

test('several tags are merged and deleted at once', async () => {
  await show();
  for (const name of ['leather', 'seats']) {
    await vi.waitFor(() => expect(control(`Select ${name}`)).toBeDefined());
    control(`Select ${name}`)?.click();
  }
  await vi.waitFor(() => expect(text()).toContain('2 tags selected'));
  await press('Delete');
  await vi.waitFor(() => expect(names()).not.toContain('seats'));
  expect(names()).not.toContain('leather');
});

test('typing finds tags, and arrows move between them', async () => {
  await show();
  await userEvent.type(document.querySelector('input[type="search"]') as Element, 'lea');
  await vi.waitFor(() => expect(names()).toEqual(['leather']));
  await userEvent.clear(document.querySelector('input[type="search"]') as Element);
  await vi.waitFor(() => expect(names().length).toBeGreaterThan(3));
  const [first, second] = rowsNow().map((row) => row.querySelector('a'));
  first?.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(second);
});

test('Enter that ends a word of an input method renames nothing', async () => {
  await show();
  await press('Actions for leather');
  await press('Rename, colour, description');
  await vi.waitFor(() => expect(document.querySelector('dialog[open] input')).not.toBeNull());
  const field = document.querySelector<HTMLInputElement>('dialog[open] input');
  field?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
  );
  expect(document.querySelector('dialog[open]')).not.toBeNull();
});

test.each([1280, 360])('axe finds nothing wrong, %i pixels wide', async (width) => {
  await show({ width });
  await rename('leather', 'hides');
  await vi.waitFor(() => expect(names()).toContain('hides'));
  await inBothThemes(async (theme) => expect(await findViolations(), theme).toEqual([]));
  await press('Actions for hides');
  await press('Rename, colour, description');
  await vi.waitFor(() => expect(document.querySelector('dialog[open]')).not.toBeNull());
  await inBothThemes(async (theme) => expect(await findViolations(), theme).toEqual([]));
});
