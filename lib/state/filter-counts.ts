/** How many clips each filter would leave of what the list shows: counted after the list is drawn, from the index. */
import type { FilterNode } from '../model/search-query';
import { tagValue } from '../search/filters';
import { parseQuery } from '../search/query';
import type { Operator } from '../search/query-words';
import { attempt } from '../store/failures';
import { type AnswerCounts, type Asked, countFilters } from '../store/search-counts';
import { indexProgress } from '../store/search-upkeep';
import { db } from './db';
import { later } from './later';
import { filter, found, narrowed, query } from './library';
import { type ListFilter, searchedList } from './list-filter';
import { months } from './months';

/** Kinds of clips that are looked for often enough to be one click away. */
export const kinds = [
  ['is', 'annotated'],
  ['is', 'published'],
  ['is', 'bookmark'],
  ['has', 'image'],
] as const;
/** Times that are. */
export const times = ['today', '7d', '30d', '1y'] as const;

type Counted = { counts: AnswerCounts; conditions: readonly string[]; spans: readonly string[] };

/** Null where the whole library is shown: its counts are kept as clips are written. */
const counted = later<Counted | null>(
  null,
  () => {
    const isWhole = !narrowed.value && (filter.value.place === 'inbox' || filter.value.place === 'all');
    return isWhole ? null : found.value.total !== null;
  },
  async () => {
    const list = filter.peek();
    const read = await attempt(db, () => count(list));
    return read.ok && filter.peek() === list ? read.value : undefined;
  },
);

/** Whether there are counts of the current list. */
export const isCounted = (): boolean => counted.value !== null;

/** How many clips of the list have the value of an operator; null where that is not counted. */
export function countOf(operator: Operator, value: string): number | null {
  if (!counted.value) return null;
  const { counts, conditions, spans } = counted.value;
  switch (operator) {
    case 'tag':
      return counts.tags.get(tagValue(value)) ?? 0;
    case 'site':
      return counts.sites.get(value) ?? 0;
    case 'lang':
      return counts.languages.get(value) ?? 0;
    case 'status':
      return counts.statuses.get(value) ?? 0;
    case 'clipped':
      return counts.spans[spans.indexOf(value)] ?? null;
    default:
      return counts.conditions[conditions.indexOf(`${operator}:${value}`)] ?? null;
  }
}

/** Filters that are clicked look through all clips unless a place was chosen on purpose: that is what is counted. */
const counts = ({ place, text }: ListFilter) =>
  searchedList({ place: place === 'inbox' ? 'all' : place, text: text ?? '' });

/** Null while the index is being made: it would say too little. */
async function count(list: ListFilter): Promise<Counted | null> {
  if (await indexProgress(db)) return null;
  const spans = [...times, ...(months.peek() ?? []).map(({ month }) => month)];
  const conditions = kinds.map((kind) => kind.join(':'));
  const asked: Asked = {
    conditions: conditions.flatMap((text) => read(text) ?? []),
    spans: spans.map((typed) => {
      const node = read(`clipped:${typed}`);
      return node && 'typed' in node ? { from: node.from, to: node.to } : { from: null, to: null };
    }),
  };
  return { counts: await countFilters(db, query.peek(), counts(list), asked), conditions, spans };
}

function read(text: string): FilterNode | null {
  const { where } = parseQuery(text, { now: Date.now(), locale: 'en' });
  return where?.kind === 'filter' ? where : null;
}
