/** How places, periods, sites and languages are called. */
import { interfaceLanguage, t } from '../../lib/state/i18n';
import type { FacetName, ListFilter, Period, Place } from '../../lib/state/list-filter';

export function nameOfPlace(place: Place): string {
  return t(`library_place_${place}`);
}

export function nameOfPeriod(period: Period): string {
  return t(`library_period_${period}`);
}

/** A language by its own code when the browser does not know it. */
export function nameOfLanguage(code: string): string {
  try {
    return new Intl.DisplayNames(interfaceLanguage.value, { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // not a language tag
  }
}

/** What a list is narrowed to, in words. */
export function nameOfFacet(filter: ListFilter, name: FacetName): string {
  const value = filter[name] ?? '';
  if (name === 'since') return filter.since ? nameOfPeriod(filter.since) : '';
  if (name === 'language') return nameOfLanguage(value);
  return name === 'text' ? t('library_quoted', value) : value;
}
