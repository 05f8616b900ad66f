/** Whether counters, tags and tallies are those of the clips; counted anew where they are not. */
import { type Tag, tagKey } from '../model/tag';
import { staysKnown } from './clip-rows';
import type { ClipRow, Database } from './database';
import { listsOf, prefixIn, tagPrefix } from './list-keys';
import { addTallies } from './tally-keys';

const pageSize = 500;

/**
 * How many numbers were wrong; they are right afterwards. Counts in one transaction that lets others read, and once
 * more in one that lets them wait, only when there is something to put right.
 */
export async function recount(db: Database, now: number): Promise<number> {
  const tables = [db.clips, db.counters, db.tags, db.tagJobs, db.tallies];
  const wrong = await db.transaction('r', tables, async () => differences(await counted(db), await stored(db)).length);
  if (wrong === 0) return 0;
  return db.transaction('rw', tables, async () => {
    const [right, before] = [await counted(db), await stored(db)];
    await Promise.all([
      replace(
        db.counters,
        [...right.counters].map(([prefix, count]) => ({ prefix, count })),
      ),
      replace(
        db.tallies,
        [...right.tallies].map(([key, amount]) => ({ key, amount })),
      ),
      replace(db.tags, tagsOf(right, await db.tags.toArray(), await awaitedTags(db), now)),
    ]);
    return differences(right, before).length;
  });
}

type Numbers = { counters: Map<string, number>; tags: Map<string, number>; tallies: Map<string, number> };
type Counted = Numbers & { names: Map<string, string> };

/** What the numbers should be, from the clips. */
async function counted(db: Database): Promise<Counted> {
  const [lists, tags, names] = [new Map<string, number>(), new Map<string, number>(), new Map<string, string>()];
  const amounts = new Map<string, number>();
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
  for (let after = ''; ; ) {
    const rows: ClipRow[] = await db.clips.where(':id').above(after).limit(pageSize).toArray();
    for (const row of rows) {
      for (const key of listsOf(row)) {
        const prefix = prefixIn(key);
        if (prefix.startsWith('tag:')) add(tags, prefix.slice('tag:'.length));
        else add(lists, prefix);
      }
      for (const tag of row.tags) names.set(tagPrefix(tag).slice('tag:'.length), tag);
      addTallies(amounts, row, 1);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  const tallies = new Map([...amounts].filter(([, amount]) => amount > 0));
  return { counters: lists, tags, tallies, names };
}

async function stored(db: Database): Promise<Numbers> {
  const [counters, tags, tallies] = await Promise.all([db.counters.toArray(), db.tags.toArray(), db.tallies.toArray()]);
  const awaited = await awaitedTags(db);
  return {
    counters: new Map(counters.map(({ prefix, count }) => [prefix, count])),
    tags: new Map(
      tags.filter((tag) => tag.count !== 0 || !mayBeEmpty(tag, awaited)).map(({ key, count }) => [key, count]),
    ),
    tallies: new Map(tallies.map(({ key, amount }) => [key, amount])),
  };
}

/** Tags that clips are being given by a change that is not done: known before the first clip has them. */
async function awaitedTags(db: Database): Promise<Set<string>> {
  const jobs = await db.tagJobs.where('state').anyOf('running', 'stopped', 'undoing').toArray();
  return new Set(jobs.flatMap(({ to }) => (to === null ? [] : [tagKey(to)])));
}

/** Whether a tag may be there without clips: one that a person described, or that clips are about to get. */
function mayBeEmpty(tag: Tag, awaited: ReadonlySet<string>): boolean {
  return staysKnown(tag) || awaited.has(tag.key);
}

function differences(right: Numbers, is: Numbers): string[] {
  return (['counters', 'tags', 'tallies'] as const).flatMap((name) =>
    [...new Set([...right[name].keys(), ...is[name].keys()])].filter(
      (key) => right[name].get(key) !== is[name].get(key),
    ),
  );
}

/** Tags as they are counted, with what a person gave them. */
function tagsOf({ tags, names }: Counted, before: readonly Tag[], awaited: ReadonlySet<string>, now: number): Tag[] {
  const known = new Map(before.map((tag) => [tag.key, tag]));
  const used = [...tags].map(([key, count]): Tag => {
    const tag = known.get(key);
    const name = tag && tagKey(tag.name) === key ? tag.name : (names.get(key) ?? key);
    return { ...tag, key, name, count, lastUsedAt: tag?.lastUsedAt ?? now };
  });
  const empty = before.filter((tag) => !tags.has(tag.key)).map((tag) => ({ ...tag, count: 0 }));
  return [...used, ...empty.filter((tag) => mayBeEmpty(tag, awaited))];
}

async function replace<Row>(
  table: { clear(): PromiseLike<void>; bulkAdd(rows: Row[]): PromiseLike<unknown> },
  rows: Row[],
): Promise<void> {
  await table.clear();
  if (rows.length > 0) await table.bulkAdd(rows);
}
