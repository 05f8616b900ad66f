import { afterEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { Annotation } from '../../../lib/model/annotation';
import type { Clip } from '../../../lib/model/clip';
import { parseQuery } from '../../../lib/search/query';
import { db } from '../../../lib/state/db';
import { listAnnotations } from '../../../lib/store/annotations';
import { searchAllIds } from '../../../lib/store/search';
import { hideLibrary, showLibrary, violations } from './show';

afterEach(hideLibrary);

const words = 'The plant ordered new hides for its seats.';

/** A reader on a clip whose text says `words` and something more. */
async function openReader(width?: number): Promise<Clip> {
  const [clip] = await showLibrary(3, { width, route: ([first]) => ({ view: 'clip', id: first?.id as Clip['id'] }) });
  if (!clip) throw new Error('no clip');
  const html = `<p>Before it all. ${words} After it all.</p><p>Another <em>para</em>graph.</p><figure><img src="https://img.example/seat.png" alt="A seat"><figcaption>A seat in Wuhu</figcaption></figure>`;
  await db.bodies.put({ clipId: clip.id, html, text: '', createdAt: 1, updatedAt: 1 } as never);
  await vi.waitFor(() => expect(document.querySelector('article')?.textContent).toContain('Another paragraph'));
  return clip;
}

/** Selects words as a person does with the pointer. */
function select(text: string): void {
  selectOnly(text);
  document.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
}

function selectOnly(text: string): void {
  const paragraph = [...document.querySelectorAll('article p')].find((one) => one.textContent?.includes(text));
  const node = paragraph?.firstChild as Text;
  const start = node.data.indexOf(text);
  getSelection()?.setBaseAndExtent(node, start, node, start + text.length);
}

const stored = (clip: Clip): Promise<Annotation[]> => listAnnotations(db, clip.id);
const bar = () => page.getByRole('toolbar', { name: 'Highlight' });
/** By the element: the page under test is wider than the window it is shown in. */
async function press(name: string): Promise<void> {
  const button = bar().getByRole('button', { name });
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).click();
}
const painted = (colour: string) => [...(CSS.highlights.get(`clipsheet-${colour}`) ?? [])].map(wordsOf);

function wordsOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.toString();
}

describe('highlighting in the reader', () => {
  test('paints the words in the chosen colour, changes it, and keeps both', async () => {
    const clip = await openReader();
    select(words);
    await press('Green');
    await vi.waitFor(() => expect(painted('green')).toEqual([words]));
    await press('Pink');
    await vi.waitFor(() => expect(painted('pink')).toEqual([words]));
    expect(painted('green')).toEqual([]);
    expect(await stored(clip)).toMatchObject([
      {
        colour: 'pink',
        target: { quote: { exact: words, prefix: 'Before it all. ', suffix: expect.stringMatching(/^ After/) } },
      },
    ]);
  });

  test('H highlights what is selected; a note is kept as it is typed', async () => {
    const clip = await openReader();
    select(words);
    await userEvent.keyboard('h');
    await vi.waitFor(() => expect(painted('yellow')).toEqual([words]));
    await press('Write a note');
    await vi.waitFor(() => expect(document.activeElement).toBeInstanceOf(HTMLTextAreaElement));
    await userEvent.keyboard('Quote this: je');
    await vi.waitFor(async () => expect((await stored(clip))[0]?.note).toBe('Quote this: je'));
    await userEvent.keyboard('{Escape}');
    await expect.element(bar()).not.toBeInTheDocument();
    expect(document.querySelector('article')).not.toBeNull();
  });

  test('H with other words selected highlights these, whatever the bar is about', async () => {
    await openReader();
    select(words);
    await userEvent.keyboard('h');
    await vi.waitFor(() => expect(painted('yellow')).toEqual([words]));
    await expect.element(bar()).toBeVisible();
    selectOnly('After it all.');
    await userEvent.keyboard('h');
    await vi.waitFor(() => expect(painted('yellow').toSorted()).toEqual(['After it all.', words]));
  });

  test('the list stands beside the text where there is room, else below it with a way there', async () => {
    await openReader(1920);
    select(words);
    await userEvent.keyboard('h');
    await vi.waitFor(() => expect(painted('yellow')).toEqual([words]));
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() as DOMRect;
    const list = '[aria-label="Highlights"]';
    const below = () => page.getByRole('button', { name: '1 highlight', exact: true });
    await vi.waitFor(() => expect(box(list).left).toBeGreaterThan(box('article').right));
    expect(box(list).top).toBeLessThan(box('article').top + 40);
    await expect.element(below()).not.toBeInTheDocument();
    await page.viewport(1280, 800);
    await vi.waitFor(() => expect(box(list).top).toBeGreaterThanOrEqual(box('article').bottom));
    (below().element() as HTMLElement).click();
    const name = () => document.activeElement?.closest('section')?.getAttribute('aria-label');
    await vi.waitFor(() => expect(name()).toBe('Highlights'));
    await vi.waitFor(() => expect(box(list).top).toBeLessThan(innerHeight));
  });

  test('deletes with a way back', async () => {
    const clip = await openReader();
    select(words);
    await userEvent.keyboard('h');
    await press('Delete this highlight');
    await vi.waitFor(async () => expect(await stored(clip)).toEqual([]));
    await vi.waitFor(() => expect(painted('yellow')).toEqual([]));
    (page.getByRole('button', { name: 'Undo' }).element() as HTMLElement).click();
    await vi.waitFor(() => expect(painted('yellow')).toEqual([words]));
  });

  test('tags a highlight, filters the list by colour and by tag, and finds the clip by the tag', async () => {
    const clip = await openReader();
    select(words);
    await press('Green');
    await vi.waitFor(() => expect(painted('green')).toEqual([words]));
    await press('Add tags');
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await userEvent.keyboard('Seat trim,');
    await vi.waitFor(async () => expect((await stored(clip))[0]?.tags).toEqual(['Seat trim']));
    await userEvent.keyboard('{Escape}');
    await expect.element(bar()).not.toBeInTheDocument();
    select('After it all.');
    await userEvent.keyboard('h');
    await userEvent.keyboard('{Escape}');
    const list = page.getByRole('region', { name: 'Highlights' });
    const items = () => [...list.element().querySelectorAll('blockquote')].map((one) => one.textContent);
    await vi.waitFor(() => expect(items()).toEqual([words, 'After it all.']));
    const choose = list.getByRole('combobox', { name: 'Show highlights with the tag' }).element() as HTMLSelectElement;
    choose.value = 'seat trim';
    choose.dispatchEvent(new Event('change', { bubbles: true }));
    await vi.waitFor(() => expect(items()).toEqual([words]));
    const query = parseQuery('tag:"seat trim"', { now: Date.now(), locale: 'en' });
    expect(await searchAllIds(db, query)).toEqual([clip.id]);
  });

  test('everything in the list is done with the keyboard alone', async () => {
    const clip = await openReader();
    for (const [what, colour] of [
      [words, 'Green'],
      ['After it all.', 'Pink'],
    ] as const) {
      select(what);
      await press(colour);
      await vi.waitFor(() => expect(painted(colour.toLowerCase())).toEqual([what]));
      await userEvent.keyboard('{Escape}');
      await expect.element(bar()).not.toBeInTheDocument();
    }
    const list = () => page.getByRole('region', { name: 'Highlights' }).element();
    const items = () => [...list().querySelectorAll('blockquote')].map((one) => one.textContent);
    const tabTo = async (wanted: (element: Element) => boolean) => {
      for (let presses = 0; presses < 60 && !wanted(document.activeElement as Element); presses++)
        await userEvent.keyboard('{Tab}');
      expect(wanted(document.activeElement as Element)).toBe(true);
    };
    const isIn = (element: Element) => list().contains(element);
    const reach = (element: HTMLElement | null | undefined) => {
      element?.focus();
      expect(document.activeElement).toBe(element);
    };
    reach(list().querySelector<HTMLElement>('input[type=radio]:checked'));
    await userEvent.keyboard('{ArrowRight}');
    await vi.waitFor(() => expect(items()).toEqual([words]));
    await userEvent.keyboard('{ArrowRight}');
    await vi.waitFor(() => expect(items()).toEqual(['After it all.']));
    await tabTo((element) => isIn(element) && element.matches('blockquote button'));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(painted('active')).toEqual(['After it all.']));
    await tabTo((element) => isIn(element) && element.matches('textarea'));
    await userEvent.keyboard('Ask');
    await vi.waitFor(async () => expect((await stored(clip))[1]?.note).toBe('Ask'));
    await userEvent.keyboard('{Tab}hides{Enter}');
    await vi.waitFor(async () => expect((await stored(clip))[1]?.tags).toEqual(['hides']));
    await tabTo((element) => element.getAttribute('aria-label') === 'Delete this highlight');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(async () => expect(await stored(clip)).toHaveLength(1));
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    reach(page.getByRole('button', { name: 'Undo' }).element() as HTMLElement);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(async () => expect(await stored(clip)).toHaveLength(2));
  });

  test('takes notes on images, lists them, and deletes them with a way back', async () => {
    const clip = await openReader();
    const button = await vi.waitFor(() => {
      const found = document.querySelector<HTMLElement>('[data-note-image="https://img.example/seat.png"]');
      expect(found?.textContent).toBe('Note on this image');
      return found;
    });
    button?.click();
    await expect.element(bar()).toBeVisible();
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await userEvent.keyboard('Ask for the rights');
    const target = { kind: 'image', url: 'https://img.example/seat.png' };
    await vi.waitFor(async () => expect(await stored(clip)).toMatchObject([{ note: 'Ask for the rights', target }]));
    await userEvent.keyboard('{Escape}');
    const list = page.getByRole('region', { name: 'Highlights' });
    await expect.element(list.getByRole('button', { name: 'A seat in Wuhu', exact: true })).toBeVisible();
    (list.getByRole('button', { name: 'Delete this note' }).element() as HTMLElement).click();
    await vi.waitFor(async () => expect(await stored(clip)).toEqual([]));
    (page.getByRole('button', { name: 'Undo' }).element() as HTMLElement).click();
    await vi.waitFor(async () => expect(await stored(clip)).toMatchObject([{ note: 'Ask for the rights' }]));
  });

  test('lists what was highlighted, also words that are gone from the text', async () => {
    const clip = await openReader();
    select(words);
    await userEvent.keyboard('h');
    await vi.waitFor(async () => expect(await stored(clip)).toHaveLength(1));
    await db.bodies.update(clip.id, { html: '<p>All of it was rewritten since, by somebody else.</p>' as never });
    const list = page.getByRole('region', { name: 'Highlights' });
    await expect.element(list.getByText(words, { exact: true })).toBeVisible();
    await expect.element(list.getByText('These words are no longer in the text.')).toBeVisible();
    expect(painted('yellow')).toEqual([]);
  });

  test.each(['light', 'dark', 'forced colours'] as const)(
    'is accessible in %s, and says colours by name',
    async (look) => {
      const features = [{ name: 'forced-colors', value: look === 'forced colours' ? 'active' : 'none' }];
      await cdp().send('Emulation.setEmulatedMedia', { features });
      await openReader();
      document.documentElement.dataset.theme = look === 'dark' ? 'dark' : 'light';
      select(words);
      await userEvent.keyboard('h');
      await expect.element(bar()).toBeVisible();
      const list = page.getByRole('region', { name: 'Highlights' });
      await expect.element(list).toBeVisible();
      expect(list.element().querySelector('li')?.textContent).toMatch(/^Yellow/);
      expect(await violations()).toEqual([]);
      await cdp().send('Emulation.setEmulatedMedia', { features: [] });
    },
  );
});
