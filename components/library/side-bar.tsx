/** Where one can look: places, saved searches, and filters that write the query, each with how many clips it has. */
import { useId, useState } from 'preact/hooks';
import { type ClipStatus, clipStatuses } from '../../lib/model/clip';
import { foldText } from '../../lib/model/text-query';
import { countOf, isCounted, kinds, times } from '../../lib/state/filter-counts';
import { formatNumber, t } from '../../lib/state/i18n';
import { asksFor, counts, filter, toggleInQuery } from '../../lib/state/library';
import { placeIcons } from '../../lib/state/library-commands';
import { isNarrowed, type Place, places } from '../../lib/state/list-filter';
import { months } from '../../lib/state/months';
import type { Operator } from '../../lib/state/query-text';
import { hrefOf, route } from '../../lib/state/route';
import { nameOfDate, nameOfLanguage, nameOfPlace, nameOfValue } from '../../lib/state/search-names';
import { colourOfTag } from '../../lib/state/tag-colours';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { TagDot } from '../ui/tag-dot';
import { SavedSearches } from './saved-searches';
import styles from './side-bar.module.css';

const kindIcons = { annotated: 'sticky-note', published: 'file-check', bookmark: 'link', image: 'image' } as const;

export function SideBar() {
  const known = counts.value;
  return (
    <nav class={styles.bar} aria-label={t('library_side_bar')}>
      <ul>
        {places.map((place) => (
          <PlaceLink key={place} place={place} />
        ))}
      </ul>
      <SavedSearches />
      {known && known.total > 0 && (
        <>
          <Section
            title={t('library_tags')}
            find={t('search_find_tag')}
            operator="tag"
            icon="tag"
            first={12}
            items={known.tags.map(({ name, count }) => ({ value: name, label: name, count }))}
          />
          <Section
            title={t('library_sites')}
            find={t('search_find_site')}
            operator="site"
            icon="globe"
            first={6}
            items={known.sites.map(({ name, count }) => ({ value: name, label: name, count }))}
          />
          {isCounted() && !isStatus(filter.value.place) && (
            <Section
              title={t('search_statuses')}
              operator="status"
              icon="circle-check"
              first={3}
              items={clipStatuses.map((status) => ({ value: status, label: nameOfValue('status', status) }))}
            />
          )}
          {known.languages.length > 1 && (
            <Section
              title={t('library_languages')}
              operator="lang"
              icon="languages"
              first={4}
              items={known.languages.map(({ name, count }) => ({ value: name, label: nameOfLanguage(name), count }))}
            />
          )}
          <Section
            title={t('library_times')}
            operator="clipped"
            icon="clock"
            first={4}
            items={times.map((value) => ({ value, label: nameOfDate(value) }))}
          />
          <Section
            title={t('search_months')}
            operator="clipped"
            icon="calendar"
            first={3}
            items={(months.value ?? []).map(({ month, count }) => ({ value: month, label: nameOfDate(month), count }))}
          />
          <section class={styles.section} aria-label={t('search_kinds')}>
            <h2 class={styles.title}>{t('search_kinds')}</h2>
            <ul>
              {kinds.map(([operator, value]) => (
                <li key={value}>
                  <FilterButton
                    operator={operator}
                    value={value}
                    label={nameOfValue(operator, value)}
                    count={countOf(operator, value) ?? undefined}
                    icon={kindIcons[value]}
                  />
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </nav>
  );
}

function PlaceLink({ place }: { place: Place }) {
  const here = route.value.view === 'clips' || route.value.view === 'clip';
  const current = here && filter.value.place === place && !isNarrowed(filter.value);
  const count = sizeOf(place);
  return (
    <li>
      <a
        class={styles.item}
        href={hrefOf({ view: 'clips', filter: { place } })}
        aria-current={current ? 'page' : undefined}
      >
        <Icon name={placeIcons[place] as IconName} />
        <span class={styles.name}>{nameOfPlace(place)}</span>
        {count > 0 && <span class={styles.count}>{formatNumber(count)}</span>}
      </a>
    </li>
  );
}

function sizeOf(place: Place): number {
  const known = counts.value;
  if (!known) return 0;
  if (place === 'all') return known.total;
  if (place === 'deleted' || place === 'starred') return known[place];
  return known.statuses[place];
}

const isStatus = (place: Place): boolean => clipStatuses.includes(place as ClipStatus);

type Item = { value: string; label: string; count?: number };
type SectionProps = {
  title: string;
  operator: Operator;
  icon: IconName;
  /** How many are shown before one asks for the rest. */
  first: number;
  items: readonly Item[];
  /** Names the field that long lists get. */
  find?: string;
};

/** Beyond this many, names are looked for by typing, and only so many are drawn. */
const long = 50;

function Section({ title, operator, icon, first, items, find }: SectionProps) {
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const id = useId();
  const counted = countedItems(operator, items);
  if (counted.length === 0) return null;
  const wanted = foldText(typed.trim());
  const found = wanted ? counted.filter(({ label }) => foldText(label).includes(wanted)) : counted;
  const isShort = !all && !wanted;
  const shown = isShort
    ? counted.filter((item, i) => i < first || asksFor(operator, item.value))
    : found.slice(0, 4 * long);
  return (
    <section class={styles.section} aria-labelledby={id}>
      <h2 class={styles.title} id={id}>
        {title}
      </h2>
      {find && counted.length > long && (
        <input
          class={styles.find}
          type="search"
          aria-label={find}
          placeholder={find}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ul>
        {shown.map((item) => (
          <li key={item.value}>
            <FilterButton {...item} operator={operator} icon={icon} />
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p class={styles.none} role="status">
          {t('search_find_none')}
        </p>
      )}
      {!wanted && counted.length > first && (
        <button type="button" class={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('library_show_fewer') : t('library_show_all', counted.length)}
        </button>
      )}
    </section>
  );
}

/** Counted in what the list shows, where it shows a part: what would leave nothing is left out, what leaves most comes first. */
function countedItems(operator: Operator, items: readonly Item[]): readonly Item[] {
  if (!isCounted()) return items;
  const counted = items.map((item) => ({ ...item, count: countOf(operator, item.value) ?? 0 }));
  const kept = counted.filter(({ value, count }) => count > 0 || asksFor(operator, value));
  return ordered.has(operator) ? kept.sort((a, b) => b.count - a.count) : kept;
}

/** Values that come in the order of how many clips have them. */
const ordered: ReadonlySet<Operator> = new Set(['tag', 'site', 'lang']);

type FilterButtonProps = Item & { operator: Operator; icon: IconName };

function FilterButton({ operator, value, label, count, icon }: FilterButtonProps) {
  const colour = operator === 'tag' ? colourOfTag(label) : undefined;
  return (
    <button
      type="button"
      class={styles.item}
      aria-pressed={asksFor(operator, value)}
      onClick={() => toggleInQuery(operator, value)}
    >
      {colour ? <TagDot colour={colour} /> : <Icon name={icon} />}
      <span class={styles.name}>{label}</span>
      {count !== undefined && <span class={styles.count}>{formatNumber(count)}</span>}
    </button>
  );
}
