/** The months in which clips were clipped, with how many, and the way to each in the list. */
import { readTallies } from '../store/tallies';
import { db } from './db';
import { live } from './live';

/** `2026-10`, newest first, from what is counted as clips are written; null until read. */
export const months = live<readonly { month: string; count: number }[] | null>(async () => {
  const tallies = await readTallies(db, 'months');
  return tallies.map(({ when, amount }) => ({ month: when, count: amount })).reverse();
}, null);
