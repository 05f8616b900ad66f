/** Amounts for statistics, kept as clips are written, so that they are read and never counted. */
import type { Database } from './database';
import { partsOfTally, type TallyKind, tallyKey } from './tally-keys';

/** Changes amounts; what falls to nothing goes. Needs a transaction over `tallies`. */
export async function moveTallies(db: Database, deltas: ReadonlyMap<string, number>): Promise<void> {
  const moved = [...deltas].filter(([, delta]) => delta !== 0);
  if (moved.length === 0) return;
  const stored = await db.tallies.bulkGet(moved.map(([key]) => key));
  const amounts = moved.map(([key, delta], i) => ({ key, amount: (stored[i]?.amount ?? 0) + delta }));
  await Promise.all([
    db.tallies.bulkPut(amounts.filter(({ amount }) => amount > 0)),
    db.tallies.bulkDelete(amounts.filter(({ amount }) => amount <= 0).map(({ key }) => key)),
  ]);
}

/** The amounts of a kind from `from` on (a week or month as `tally-keys.ts` writes it), in order of time. */
export async function readTallies(
  db: Database,
  kind: TallyKind,
  from = '',
): Promise<{ when: string; of: string; amount: number }[]> {
  const rows = await db.tallies.where('key').between(tallyKey(kind, from), `${kind}\x01`).toArray();
  return rows.map(({ key, amount }) => {
    const [when = '', of = ''] = partsOfTally(key);
    return { when, of, amount };
  });
}
