import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/ui/base.css';
import { Kit } from '../../../entrypoints/preview/kit';
import '../../../entrypoints/preview/page.css';
import { speak } from '../../messages';
import { findViolations, inBothThemes } from '../axe';

beforeEach(async () => {
  await page.viewport(1280, 1000);
  speak('en');
  document.title = 'Kit';
  render(<Kit />, document.body);
});
afterEach(() => render(null, document.body));

test('every piece is accessible in both themes', async () => {
  await inBothThemes(async () => expect(await findViolations()).toEqual([]));
});

test('every target is at least 24 px in both directions, and 32 px high but for marks with a larger area', () => {
  const small = [...document.querySelectorAll<HTMLElement>('button, select, input:not([type=checkbox], [type=radio])')]
    .map((element) => ({ name: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 24 || box.height < 32);
  expect(small).toEqual([]);
});

describe('a menu', () => {
  test('opens by keyboard with focus on its first item, and gives focus back', async () => {
    const button = page.getByRole('button', { name: 'Export' });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('menuitem', { name: 'Web page' })).toHaveFocus();
    expect(await findViolations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(button).toHaveFocus();
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  });

  test('closes when something else is pressed', async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await expect.element(page.getByRole('menu')).toBeVisible();
    await page.getByRole('heading', { name: 'Buttons' }).click();
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  });
});

describe('a dialog', () => {
  test('keeps focus, is accessible, and closes by Escape', async () => {
    const button = page.getByRole('button', { name: 'Dialog' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Delete for good?' });
    await expect.element(dialog).toBeVisible();
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    await inBothThemes(async () => expect(await findViolations()).toEqual([]));
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  });
});

test('notices are accessible, and their way back works', async () => {
  await page.getByRole('button', { name: 'Notice' }).click();
  await page.getByRole('button', { name: 'Problem' }).click();
  await expect.element(page.getByText('3 clips deleted')).toBeVisible();
  await inBothThemes(async () => expect(await findViolations()).toEqual([]));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('3 clips deleted')).not.toBeInTheDocument();
});

test('tabs and segments move by arrow keys', async () => {
  (page.getByRole('tab', { name: 'Page' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: 'Text' })).toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByRole('tab', { name: 'Text' })).toHaveFocus();
});

test('the suggestions of a tag field lie above everything and are accessible', async () => {
  await page.getByRole('combobox', { name: 'Tags' }).click();
  await userEvent.keyboard('e');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  expect(await findViolations()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Remove “automotive leather”' })).toBeInTheDocument();
});
