/** What the list of clips is narrowed to: a place and a query, how they are written in an address and asked of the store. */
import type { ClipStatus } from '../model/clip';
import type { ClipFilter } from '../model/clip-filter';
import type { DateFilter, SearchQuery } from '../model/search-query';
import { toggleFilter, writtenFilters } from '../search/query-edit';
import type { Operator } from '../search/query-words';

/** Where one looks: one of these at a time. */
export const places = ['inbox', 'all', 'kept', 'starred', 'archived', 'deleted'] as const;
export type Place = (typeof places)[number];

/** `text`: as typed, in the query language; not there when nothing is asked. */
export type ListFilter = { place: Place; text?: string };

/** Addresses of the time before the query language named what they narrow to one by one. */
const earlierNames = { tag: 'tag', site: 'site', language: 'lang' } as const;

/** The filter in an address's query; what is missing or unknown is left out. */
export function readFilter(parameters: URLSearchParams, otherwise: Place): ListFilter {
  const place = places.find((known) => known === parameters.get('in')) ?? otherwise;
  let text = parameters.get('q') ?? '';
  for (const [name, operator] of Object.entries(earlierNames)) {
    const value = parameters.get(name);
    if (value) text = toggleFilter(text, operator as Operator, value);
  }
  return withText({ place }, text);
}

/** The query of an address for a filter; the place is left out where it is what the address means anyway. */
export function writeFilter(filter: ListFilter, otherwise: Place): string {
  const parameters = new URLSearchParams();
  if (filter.place !== otherwise) parameters.set('in', filter.place);
  if (filter.text) parameters.set('q', filter.text);
  return parameters.toString();
}

/** Every clip with a value of an operator: where links from counts lead. */
export const askFor = (operator: Operator, value: string): ListFilter => ({
  place: 'all',
  text: toggleFilter('', operator, value),
});

/** Whether two filters ask for the same list. */
export function sameFilter(a: ListFilter, b: ListFilter): boolean {
  return a.place === b.place && (a.text ?? '') === (b.text ?? '');
}

export function withText({ place }: ListFilter, text: string): ListFilter {
  return text.trim() ? { place, text } : { place };
}

/** Whether anything but the order is asked for. */
export const isNarrowed = (filter: ListFilter): boolean => {
  const text = filter.text ?? '';
  return text.trim() !== '' && !/^sort:\S+\s*$/iu.test(text);
};

/**
 * The list of the store that is all the query asks for, so that it is read by key without the index; null where the
 * index has to answer.
 */
export function plainList(filter: ListFilter, query: SearchQuery): ClipFilter | null {
  const { where, sort } = query;
  if (sort !== null && sort !== 'newest') return null;
  if (where === null) return placeFilter(filter.place);
  if (filter.place !== 'all' || where.kind !== 'filter') return null;
  if ('typed' in where) return where.name === 'clipped' ? spanOf(where) : null;
  const [value, ...others] = where.values;
  if (value === undefined || others.length > 0) return null;
  if (where.name === 'tag') return { tag: value };
  if (where.name === 'lang') return { language: value };
  if (where.name === 'status') return { status: value as ClipStatus };
  if (where.name !== 'is') return null;
  if (value === 'starred' || value === 'duplicate') return { [value]: true };
  return value === 'bookmark' || value === 'article' || value === 'selection' ? { kind: value } : null;
}

const spanOf = ({ from, to }: DateFilter): ClipFilter => ({
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
});

/** Where the index looks. A status that the query names counts instead of the place's. */
export function searchedList(filter: ListFilter): ClipFilter {
  const list = placeFilter(filter.place);
  const named = writtenFilters(filter.text ?? '').some(({ operator }) => operator === 'status');
  return list.status && named ? {} : list;
}

function placeFilter(place: Place): ClipFilter {
  if (place === 'deleted') return { deleted: true };
  if (place === 'starred') return { starred: true };
  return place === 'all' ? {} : { status: place };
}
