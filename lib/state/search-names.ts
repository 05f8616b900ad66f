/** How places, filters and their values are called. */

import { parseQuery } from '../search/query';
import type { WrittenFilter } from '../search/query-edit';
import type { Operator } from '../search/query-words';
import { interfaceLanguage, locale, type MessageKey, t } from './i18n';
import type { Place } from './list-filter';

export function nameOfPlace(place: Place): string {
  return t(`library_place_${place}`);
}

/** Times that are offered, the nearest first. */
export const dateChoices = [
  'today',
  'yesterday',
  '7d',
  '30d',
  'this-week',
  'this-month',
  'last-month',
  'this-year',
  '1y',
] as const;

/** A time in words: `Last 7 days`, `October 2026`; as typed where there are none. */
export function nameOfDate(typed: string): string {
  const known = dateChoices.find((choice) => choice === typed.toLowerCase());
  if (known) return t(`search_date_${known.replaceAll('-', '_')}` as MessageKey);
  const month = /^(\d{4})-(\d{2})$/u.exec(typed);
  return month ? nameOfMonth(Number(month[1]), Number(month[2])) : typed;
}

/** `October 2026`; months count from 1. */
function nameOfMonth(year: number, month: number): string {
  const format = new Intl.DateTimeFormat(locale.value, { year: 'numeric', month: 'long' });
  return format.format(new Date(year, month - 1, 1));
}

/** A language by its own code when the browser does not know it. */
export function nameOfLanguage(code: string): string {
  try {
    return new Intl.DisplayNames(interfaceLanguage.value, { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // not a language tag
  }
}

/** A value of an operator that has a fixed set of them. */
export function nameOfValue(operator: 'status' | 'is' | 'has' | 'sort', value: string): string {
  const name = `${operator}_${value}`;
  return t(`search_value_${name}` as MessageKey);
}

/** What a written filter narrows to, in words. */
export function nameOfFilter(filter: WrittenFilter): string {
  const { operator, excluded } = filter;
  const values = namesOfValues(filter);
  const all = values.reduce((list, value) => (list ? t('search_or_list', list, value) : value), '');
  const named = prefixed[operator] ? t(prefixed[operator], all) : all;
  return excluded ? t('search_chip_not', named) : named;
}

const prefixed: Readonly<Partial<Record<Operator, MessageKey>>> = {
  by: 'search_chip_by',
  import: 'search_chip_import',
  clipped: 'search_chip_clipped',
  published: 'search_chip_published',
  sort: 'search_chip_sort',
};

const isName = (operator: Operator): operator is 'tag' | 'site' | 'by' | 'import' =>
  operator === 'tag' || operator === 'site' || operator === 'by' || operator === 'import';

/** As the query reads them, so that `状态:收件箱` and `status:inbox` have one name; as typed where it knows nothing. */
function namesOfValues({ operator, values }: WrittenFilter): readonly string[] {
  if (isName(operator)) return values;
  if (operator === 'clipped' || operator === 'published') return values.map(nameOfDate);
  return values.map((value) => {
    const read = parseQuery(`${operator}:"${value}"`, { now: 0, locale: 'en' });
    const known = read.sort ?? (read.where?.kind === 'filter' && 'values' in read.where ? read.where.values[0] : null);
    if (!known) return value;
    return operator === 'lang' ? nameOfLanguage(known) : nameOfValue(operator, known);
  });
}
