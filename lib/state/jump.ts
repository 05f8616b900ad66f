/** Where in time a list begins: one jumps to a month and reads on from there. */
import { signal } from '@preact/signals';
import type { SearchSort } from '../model/search-query';
import type { TimeSpan } from './clip-source';
import type { ListFilter } from './list-filter';

/** A jump belongs to the list it was made in: another list begins at its top. */
const jumped = signal<{ list: ListFilter; month: string } | null>(null);

/** The month (`2026-10`) a list begins at; null for its top. */
export const monthOf = (list: ListFilter): string | null => (jumped.value?.list === list ? jumped.value.month : null);

/** Begins a list at a month, or (null) at its top. */
export function jumpIn(list: ListFilter, month: string | null): void {
  jumped.value = month === null ? null : { list, month };
}

/** Whether clips are in the order of clipping, so that one can begin at a month. */
export const isByTime = (sort: SearchSort): boolean => sort === 'newest' || sort === 'oldest';

/** What a list in this order holds from a month on, in local time. */
export function spanFrom(month: string | null, sort: SearchSort): TimeSpan {
  const [year = Number.NaN, number = Number.NaN] = (month ?? '').split('-').map(Number);
  if (Number.isNaN(year + number) || !isByTime(sort)) return {};
  // Months count from 0 here, so this is the month after.
  if (sort === 'newest') return { to: new Date(year, number, 1).getTime() };
  return { from: new Date(year, number - 1, 1).getTime() };
}
