/** What the list of clips is narrowed to: a place and a query, how they are written in an address and asked of the store. */
import type { ClipStatus } from '../model/clip';
import type { ClipFilter } from '../model/clip-filter';
import type { QueryNode } from '../model/search-query';
import { parseQuery } from '../search/query';
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

/** When and where the question is asked; see `parseQuery`. */
export type Asked = { now: number; locale: string };

/**
 * The filter in the store's terms: conditions that the store keeps lists of are walked as lists, what is left is tested
 * row by row. A status that the query names counts instead of the place's.
 */
export function storeFilter(filter: ListFilter, asked: Asked): ClipFilter {
  const { where } = parseQuery(filter.text ?? '', asked);
  const store = placeFilter(filter.place);
  if (store.status && writtenFilters(filter.text ?? '').some(({ operator }) => operator === 'status'))
    delete store.status;
  const left: QueryNode[] = [];
  for (const node of where === null ? [] : where.kind === 'and' ? where.nodes : [where])
    if (!takeInto(store, node)) left.push(node);
  const [first] = left;
  if (first) store.where = left.length > 1 ? { kind: 'and', nodes: left } : first;
  return store;
}

function placeFilter(place: Place): ClipFilter {
  if (place === 'deleted') return { deleted: true };
  if (place === 'starred') return { starred: true };
  return place === 'all' ? {} : { status: place };
}

/** Writes a condition into the filter where that has a place for it that is free. */
function takeInto(store: ClipFilter, node: QueryNode): boolean {
  if (node.kind !== 'filter' || store.deleted) return false;
  if ('typed' in node) {
    if (node.name !== 'clipped') return false;
    if (store.from !== undefined || store.to !== undefined) return false;
    if (node.from !== null) store.from = node.from;
    if (node.to !== null) store.to = node.to;
    return true;
  }
  if (node.values.length > 1) return false;
  const value = node.values[0] ?? '';
  if (node.name === 'tag' && store.tag === undefined) store.tag = value;
  else if (node.name === 'site' && store.site === undefined && value.includes('.')) store.site = value;
  else if (node.name === 'lang' && store.language === undefined) store.language = value;
  else if (node.name === 'status' && store.status === undefined) store.status = node.values[0] as ClipStatus;
  else if (node.name === 'is') return takeKind(store, value);
  else return false;
  return true;
}

function takeKind(store: ClipFilter, value: string): boolean {
  if (value === 'starred') store.starred = true;
  else if (value === 'duplicate') store.duplicate = true;
  else if (store.kind === undefined && (value === 'bookmark' || value === 'article' || value === 'selection'))
    store.kind = value;
  else return false;
  return true;
}
