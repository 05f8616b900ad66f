/** What the statistics show, from amounts kept as clips are written: a few range reads, however large the library. */
import type { Database } from './database';
import { facets } from './facets';
import { readTallies } from './tallies';
import { monthOf, weekOf } from './tally-keys';

type Counted = { name: string; count: number };

export type Statistics = {
  total: number;
  /** One for each week of the period, oldest first, empty ones too; `week` is its Monday. */
  weeks: { week: string; clips: number; words: number; read: number }[];
  months: string[];
  /** The most used tags of the period, each with its clips by month. */
  tags: { key: string; name: string; colour?: string; months: number[] }[];
  sites: Counted[];
  languages: Counted[];
};

const day = 24 * 60 * 60 * 1000;
const mostTags = 5;

/** Statistics of the last `count` weeks before `now`, this one included. */
export async function readStatistics(db: Database, count: number, now: number): Promise<Statistics> {
  const weeks = Array.from({ length: count }, (_, i) => weekOf(now - (count - 1 - i) * 7 * day));
  const [first = ''] = weeks;
  const months = monthsBetween(Date.parse(first), now);
  const [known, clips, words, read, tags] = await Promise.all([
    facets(db),
    readTallies(db, 'clips', first),
    readTallies(db, 'words', first),
    readTallies(db, 'read', first),
    readTallies(db, 'tag', months[0]),
  ]);
  const of = (tallies: readonly { when: string; amount: number }[]) =>
    new Map(tallies.map(({ when, amount }) => [when, amount]));
  const [clipsOf, wordsOf, readOf] = [of(clips), of(words), of(read)];
  return {
    total: known.total,
    weeks: weeks.map((week) => ({
      week,
      clips: clipsOf.get(week) ?? 0,
      words: wordsOf.get(week) ?? 0,
      read: readOf.get(week) ?? 0,
    })),
    months,
    tags: topTags(tags, months, new Map(known.tags.map((tag) => [tag.key, tag]))),
    sites: known.sites,
    languages: known.languages,
  };
}

function monthsBetween(from: number, to: number): string[] {
  const months: string[] = [];
  for (const at = new Date(`${monthOf(from)}-01`); at.getTime() <= to; at.setUTCMonth(at.getUTCMonth() + 1))
    months.push(monthOf(at.getTime()));
  return months;
}

function topTags(
  tallies: readonly { when: string; of: string; amount: number }[],
  months: readonly string[],
  known: ReadonlyMap<string, { name: string; colour?: string }>,
): Statistics['tags'] {
  const byTag = new Map<string, Map<string, number>>();
  for (const { when, of, amount } of tallies) byTag.set(of, (byTag.get(of) ?? new Map()).set(when, amount));
  const sum = (amounts: Map<string, number>) => [...amounts.values()].reduce((all, amount) => all + amount, 0);
  return [...byTag]
    .sort(([, a], [, b]) => sum(b) - sum(a))
    .slice(0, mostTags)
    .map(([key, amounts]) => {
      const { name = key, colour } = known.get(key) ?? {};
      return { key, name, ...(colour ? { colour } : {}), months: months.map((month) => amounts.get(month) ?? 0) };
    });
}
