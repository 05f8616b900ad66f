/** Queries as text, for views that change them. */
import { parseQuery } from '../search/query';
import { removeFilters, writtenFilters } from '../search/query-edit';
import { printQuery } from '../search/query-print';

export { fixProblem, removeFilter, removeFilters, writtenFilters } from '../search/query-edit';
export { type Operator, operators } from '../search/query-words';

/** The query that finds clips with any of its words instead of all; its filters stay. */
export function anyOf(text: string): string {
  const filters = writtenFilters(text).map(({ from, to }) => text.slice(from, to));
  const { where } = parseQuery(`${removeFilters(text).trim()} `, { now: 0, locale: 'en' });
  const nodes = where?.kind === 'and' ? where.nodes : where ? [where] : [];
  const wanted = nodes.filter(({ kind }) => kind !== 'not');
  const others = nodes.filter(({ kind }) => kind === 'not');
  const either = wanted.map((node) => printQuery({ where: node, sort: null }).trim()).join(' or ');
  return [...filters, either, ...others.map((node) => printQuery({ where: node, sort: null }).trim())].join(' ').trim();
}
