import { expect, test } from 'vitest';
import { jumpIn, monthOf, spanFrom } from '../../../lib/state/jump';

test('a list newest first begins before the end of the month, one oldest first at its beginning', () => {
  expect(spanFrom('2026-02', 'newest')).toEqual({ to: new Date(2026, 2, 1).getTime() });
  expect(spanFrom('2025-12', 'newest')).toEqual({ to: new Date(2026, 0, 1).getTime() });
  expect(spanFrom('2026-02', 'oldest')).toEqual({ from: new Date(2026, 1, 1).getTime() });
});

test('in another order, and without a month, it begins at its top', () => {
  expect(spanFrom('2026-02', 'relevance')).toEqual({});
  expect(spanFrom(null, 'newest')).toEqual({});
  expect(spanFrom('soon', 'newest')).toEqual({});
});

test('a jump belongs to its list', () => {
  const [list, other] = [{ place: 'all' }, { place: 'inbox' }] as const;
  jumpIn(list, '2026-02');
  expect(monthOf(list)).toBe('2026-02');
  expect(monthOf(other)).toBeNull();
  jumpIn(list, null);
  expect(monthOf(list)).toBeNull();
});
