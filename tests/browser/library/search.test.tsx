import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { db } from '../../../lib/state/db';
import { filter, showList } from '../../../lib/state/library';
import { hideLibrary, rows, showLibrary, violations } from './show';

afterEach(async () => {
  hideLibrary();
  await db.searches.clear();
});

const box = () => document.querySelector('search [role="combobox"]') as HTMLInputElement;
const options = () => [...document.querySelectorAll<HTMLElement>('[popover] [role="option"]')];
const pointed = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent;
const button = (name: RegExp) =>
  [...document.querySelectorAll<HTMLButtonElement>('button')].find((one) =>
    name.test(one.ariaLabel ?? one.textContent ?? ''),
  );

const said = () => document.body.textContent;

/** `/` and then text, once the box has the focus. */
async function type(text: string): Promise<void> {
  await userEvent.keyboard('/');
  await vi.waitFor(() => expect(document.activeElement).toBe(box()));
  await userEvent.keyboard(text);
}

describe('the search box', () => {
  test('completes an operator and its value by keyboard, and goes to the list', async () => {
    await showLibrary(24, { pictures: false });
    await type('ta');
    await vi.waitFor(() => expect(options()[0]?.textContent).toContain('tag:'), { timeout: 4000 });
    expect(box().ariaExpanded).toBe('true');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(box().value).toBe('tag:');
    await vi.waitFor(() => expect(pointed()).toBeTruthy());
    const tag = options()[0]?.querySelector('span')?.textContent ?? '';
    await userEvent.keyboard('{Enter}');
    expect(box().value).toMatch(/^tag:.+ $/u);
    await vi.waitFor(() => expect(filter.value).toMatchObject({ place: 'all', text: box().value }));
    await vi.waitFor(() => expect(rows().length).toBeLessThan(24));
    for (const row of rows()) expect(row.textContent).toContain(tag);
    await userEvent.keyboard('{Escape}{Enter}');
    await vi.waitFor(() => expect(document.activeElement?.role).toBe('listbox'));
  });

  test('waits for an input method, whose Enter is its own', async () => {
    await showLibrary(24, { pictures: false });
    box().focus();
    const compose = (text: string, isComposing: boolean) => {
      box().value = text;
      box().dispatchEvent(new InputEvent('input', { isComposing, bubbles: true }));
    };
    box().dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    compose('pige', true);
    box().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true } as KeyboardEventInit),
    );
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(filter.value.text).toBeUndefined();
    expect(document.activeElement).toBe(box());
    compose('皮革', true);
    box().dispatchEvent(new CompositionEvent('compositionend', { data: '皮革', bubbles: true }));
    await vi.waitFor(() => expect(filter.value.text).toBe('皮革'));
    await vi.waitFor(() => expect(document.querySelector('[role="option"] mark')?.textContent).toBe('皮革'));
  });

  test('runs a query with a mistake, says what is wrong and mends it', async () => {
    await showLibrary(24, { pictures: false });
    await type('is:stared leather');
    await vi.waitFor(() => expect(said()).toContain('“stared” is no value'));
    await vi.waitFor(() => expect(rows().length).toBeGreaterThan(0));
    button(/^Use starred$/u)?.click();
    await vi.waitFor(() => expect(filter.value.text).toBe('is:starred leather'));
    await vi.waitFor(() => expect(said()).not.toContain('is no value'));
  });

  test('offers ways on where nothing is found', async () => {
    await showLibrary(24, { pictures: false });
    showList({ place: 'starred', text: 'leather unfindable ' });
    await vi.waitFor(() => expect(button(/^Search all clips$/u)).toBeTruthy());
    button(/^Find any of these words$/u)?.click();
    await vi.waitFor(() => expect(filter.value.text).toBe('leather or unfindable'));
    await vi.waitFor(() => expect(rows().length).toBeGreaterThan(0));
  });
});

test('Shift and arrows select on from the row one is at', async () => {
  await showLibrary(6, { pictures: false });
  await userEvent.keyboard('j{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await vi.waitFor(() =>
    expect(rows().map((row) => row.ariaSelected)).toEqual(['true', 'true', 'true', 'false', 'false', 'false']),
  );
});

describe('filters that are clicked', () => {
  test('write the query, are chips, and go', async () => {
    await showLibrary(24, { pictures: false });
    const tag = document.querySelector<HTMLButtonElement>('nav section[aria-labelledby] button[aria-pressed]');
    tag?.click();
    await vi.waitFor(() => expect(box().value).toMatch(/^tag:/u));
    await vi.waitFor(() =>
      expect(tag?.ariaPressed ?? document.querySelector('nav button[aria-pressed="true"]')).toBeTruthy(),
    );
    button(/^Remove /u)?.click();
    await vi.waitFor(() => expect(box().value.trim()).toBe(''));
  });

  test('can be saved as a search, which is renamed, put away and brought back', async () => {
    await showLibrary(24, { pictures: false });
    await type('leather{Escape}{Enter}');
    await vi.waitFor(() => expect(button(/^Save search$/u)).toBeTruthy());
    button(/^Save search$/u)?.click();
    await vi.waitFor(() => expect(document.querySelector('dialog[open] input')).toBe(document.activeElement));
    await userEvent.keyboard('{Control>}a{/Control}Hides{Enter}');
    const link = () =>
      [...document.querySelectorAll('nav a')].find((one) => one.textContent === 'Hides') as HTMLElement;
    await vi.waitFor(() => expect(link()?.ariaCurrent).toBe('page'));
    link().focus();
    await userEvent.keyboard('{Delete}');
    await vi.waitFor(() => expect(link()).toBeUndefined());
    await userEvent.keyboard('z');
    await vi.waitFor(() => expect(link()).toBeTruthy());
  });
});

test.each(['light', 'dark'] as const)(
  'is accessible with suggestions, passages, problems and tips, %s',
  async (theme) => {
    await showLibrary(24, { theme });
    await type('sort:size leather lea');
    await vi.waitFor(() => expect(options().length).toBeGreaterThan(0));
    await vi.waitFor(() => expect(document.querySelector('mark')).not.toBeNull(), { timeout: 4000 });
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    button(/^Search tips$/u)?.click();
    await vi.waitFor(() => expect(document.querySelector('dialog[open]')).not.toBeNull());
    expect(await violations()).toEqual([]);
  },
);
