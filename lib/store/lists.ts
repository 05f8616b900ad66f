/** Lists of clips: one page by key range, newest first, whatever the filter and the size of the library. */
import type { ClipFilter, ClipPage } from '../model/clip-filter';
import type { ClipId } from '../model/ids';
import { clipOf } from './clip-rows';
import type { ClipRow, Database } from './database';
import { keyIn, placeIn, prefixesFor, prefixIn, rangeOf } from './list-keys';

/** Rows read at once at most. Where a filter throws rows away, reading starts small and doubles. */
const mostRows = 500;

/**
 * One page of the clips that pass a filter. `after` is the `next` of the page before, and stays good when clips are
 * added or go in between. Walks the shortest of the lists the filter names and tests the rest row by row.
 */
export async function listClips(
  db: Database,
  filter: ClipFilter,
  page: { after: string | null; limit: number },
): Promise<ClipPage> {
  const rows: ClipRow[] = [];
  await walk(db, filter, page.after, page.limit + 1, (row) => rows.push(row) <= page.limit);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return { clips: shown.map(clipOf), next: rows.length > page.limit && last ? placeIn(last.lists) : null };
}

/** The ids of every clip that passes a filter, newest first; of one list by its keys alone. */
export async function listClipIds(db: Database, filter: ClipFilter): Promise<ClipId[]> {
  const prefixes = prefixesFor(filter);
  const [lower, upper] = rangeOf(prefixes[0] ?? 'all', filter, null);
  if (prefixes.length === 1)
    return (await db.clips.where('lists').between(lower, upper, true, false).primaryKeys()) as ClipId[];
  const ids: ClipId[] = [];
  await walk(db, filter, null, mostRows, ({ id }) => ids.push(id) > 0);
  return ids;
}

/** How many clips pass a filter: one counter for a single condition, a key count for a time span, else a walk. */
export async function countClips(db: Database, filter: ClipFilter): Promise<number> {
  const [prefix = 'all', ...others] = prefixesFor(filter);
  if (others.length === 0) {
    if (filter.from === undefined && filter.to === undefined) return (await listSizes(db, [prefix]))[0] ?? 0;
    const [lower, upper] = rangeOf(prefix, filter, null);
    return db.clips.where('lists').between(lower, upper, true, false).count();
  }
  let count = 0;
  await walk(db, filter, null, mostRows, () => ++count > 0);
  return count;
}

/** The size of each list, from what is counted as clips are written. */
function listSizes(db: Database, prefixes: readonly string[]): Promise<number[]> {
  return Promise.all(
    prefixes.map(async (prefix) => {
      const row = prefix.startsWith('tag:')
        ? await db.tags.get(prefix.slice('tag:'.length))
        : await db.counters.get(prefix);
      return row?.count ?? 0;
    }),
  );
}

/** Shows `visit` the rows that pass, newest first, until it returns false. */
async function walk(
  db: Database,
  filter: ClipFilter,
  after: string | null,
  wanted: number,
  visit: (row: ClipRow) => boolean,
): Promise<void> {
  const prefixes = prefixesFor(filter);
  const walked = prefixes.length > 1 ? await shortest(db, prefixes) : prefixes[0];
  if (walked === undefined) return;
  const passes = testFor(new Set(prefixes.filter((prefix) => prefix !== walked)));
  const [start, end] = rangeOf(walked, filter, after);
  let size = Math.min(passes ? 2 * wanted : wanted, mostRows);
  for (let from = start, closed = after === null; from < end; closed = false) {
    const rows = await db.clips.where('lists').between(from, end, closed, false).limit(size).toArray();
    for (const row of rows) if ((!passes || passes(row)) && !visit(row)) return;
    const last = rows.at(-1);
    if (rows.length < size || !last) return;
    from = keyIn(walked, placeIn(last.lists));
    size = Math.min(2 * size, mostRows);
  }
}

/** The shortest of several lists; none when one of them is empty. */
async function shortest(db: Database, prefixes: readonly string[]): Promise<string | undefined> {
  const sizes = await listSizes(db, prefixes);
  const least = Math.min(...sizes);
  return least === 0 ? undefined : prefixes[sizes.indexOf(least)];
}

/** What is left to test on a row that comes from the walked list; null when nothing is. */
function testFor(prefixes: ReadonlySet<string>): ((row: ClipRow) => boolean) | null {
  if (prefixes.size === 0) return null;
  return (row) => {
    let left = prefixes.size;
    for (const key of row.lists) if (prefixes.has(prefixIn(key))) left--;
    return left === 0;
  };
}
