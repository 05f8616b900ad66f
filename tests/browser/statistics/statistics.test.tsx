import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { parseRoute } from '../../../lib/state/route';
import { findViolations, inBothThemes } from '../axe';
import { hideLibrary, showLibrary } from '../library/show';

afterEach(hideLibrary);

const day = 24 * 60 * 60 * 1000;
const show = (count: number, options = {}) =>
  showLibrary(count, {
    route: () => ({ view: 'statistics' }),
    change: (_, i) => ({ clippedAt: Date.now() - i * 5 * day }),
    ...options,
  });

test('the table says what the bars show, and leads to the clips of a week by keyboard', async () => {
  await show(20);
  await vi.waitFor(() => expect(document.querySelectorAll('.uplot canvas').length).toBe(3));
  const details = document.querySelector('details');
  details?.querySelector('summary')?.focus();
  await userEvent.keyboard('{Enter}');
  const figures = [...(details?.querySelectorAll('td') ?? [])].map((cell) => Number(cell.textContent));
  expect(figures.reduce((all, figure) => all + figure, 0)).toBe(20);
  const link = details?.querySelector('a');
  expect(parseRoute(link?.hash ?? '')).toMatchObject({
    view: 'clips',
    filter: { text: expect.stringContaining('clipped:') },
  });
});

test('an empty library says what will be here', async () => {
  await show(0);
  await vi.waitFor(() => expect(document.body.textContent).toContain('Nothing to count yet'));
});

test.each([1280, 360])('axe finds nothing wrong, %i pixels wide', async (width) => {
  await show(20, { width });
  await vi.waitFor(() => expect(document.querySelectorAll('.uplot canvas').length).toBe(3));
  for (const summary of document.querySelectorAll('summary')) summary.click();
  await inBothThemes(async (theme) => expect(await findViolations(), theme).toEqual([]));
});
