/** The statistics of the library, live, for a period that is remembered while the page lives. */
import { signal } from '@preact/signals';
import { readStatistics, type Statistics } from '../store/statistics';
import { db } from './db';
import { live } from './live';
import { hrefOf } from './route';

export type { Statistics };

/** In weeks. */
export const statisticsPeriods = [26, 52, 104] as const;
export type StatisticsPeriod = (typeof statisticsPeriods)[number];
export const statisticsPeriod = signal<StatisticsPeriod>(26);

/** Null until read. */
export const statistics = live<Statistics | null>(() => readStatistics(db, statisticsPeriod.value, Date.now()), null);

const day = 24 * 60 * 60 * 1000;

/** The address of the list of a week's clips. */
export function hrefOfWeek(monday: string): string {
  const sunday = new Date(Date.parse(monday) + 6 * day).toISOString().slice(0, 10);
  return hrefOf({ view: 'clips', filter: { place: 'all', text: `clipped:${monday}..${sunday}` } });
}
