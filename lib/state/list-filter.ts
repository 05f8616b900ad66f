/** What the list of clips is narrowed to: how it is written in an address and asked of the store. */
import type { ClipFilter } from '../model/clip-filter';

/** Where one looks: one of these at a time. */
export const places = ['inbox', 'all', 'kept', 'starred', 'archived', 'deleted'] as const;
export type Place = (typeof places)[number];

export const periods = ['today', 'week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

/** What a place is narrowed by: any of these together. */
export type Facets = { tag?: string; site?: string; language?: string; since?: Period; text?: string };
export type FacetName = keyof Facets;
export const facetNames = ['text', 'tag', 'site', 'language', 'since'] as const satisfies readonly FacetName[];

export type ListFilter = { place: Place } & Facets;

/** The filter in an address's query; what is missing or unknown is left out. */
export function readFilter(parameters: URLSearchParams, otherwise: Place): ListFilter {
  const filter: ListFilter = { place: places.find((place) => place === parameters.get('in')) ?? otherwise };
  const since = periods.find((period) => period === parameters.get('since'));
  if (since) filter.since = since;
  for (const name of ['tag', 'site', 'language'] as const) {
    const value = parameters.get(name);
    if (value) filter[name] = value;
  }
  const text = parameters.get('q');
  if (text) filter.text = text;
  return filter;
}

/** The query of an address for a filter; the place is left out where it is what the address means anyway. */
export function writeFilter(filter: ListFilter, otherwise: Place): string {
  const parameters = new URLSearchParams();
  if (filter.place !== otherwise) parameters.set('in', filter.place);
  for (const name of ['tag', 'site', 'language', 'since'] as const) {
    const value = filter[name];
    if (value) parameters.set(name, value);
  }
  if (filter.text) parameters.set('q', filter.text);
  return parameters.toString();
}

/** Whether two filters ask for the same list. */
export function sameFilter(a: ListFilter, b: ListFilter): boolean {
  return writeFilter(a, 'all') === writeFilter(b, 'all');
}

export const hasFacets = (filter: ListFilter): boolean => facetNames.some((name) => filter[name]);

/** The filter with one facet set, or removed when `value` is undefined. */
export function withFacet<Name extends FacetName>(filter: ListFilter, name: Name, value: Facets[Name]): ListFilter {
  const { [name]: _, ...rest } = filter;
  const kept = rest as ListFilter; // a facet is never the place
  return value ? { ...kept, [name]: value } : kept;
}

/** The filter in the store's terms; `now` (milliseconds) is what periods count back from. */
export function storeFilter(filter: ListFilter, now: number): ClipFilter {
  const asked: ClipFilter = {};
  if (filter.place === 'deleted') asked.deleted = true;
  else if (filter.place === 'starred') asked.starred = true;
  else if (filter.place !== 'all') asked.status = filter.place;
  if (filter.tag) asked.tag = filter.tag;
  if (filter.site) asked.site = filter.site;
  if (filter.language) asked.language = filter.language;
  if (filter.since) asked.from = startOf(filter.since, now);
  const text = filter.text?.trim();
  if (text) asked.text = text;
  return asked;
}

/** When a period began: local midnight, 6, 29 or 364 days before today's for the longer ones. */
export function startOf(period: Period, now: number): number {
  const days = { today: 0, week: 6, month: 29, year: 364 }[period];
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - days);
  return day.getTime();
}
