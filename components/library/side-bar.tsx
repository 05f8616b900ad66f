/** Where one can look: places, saved searches, and filters that write the query, each with how many clips it has. */
import { useId, useState } from 'preact/hooks';
import { foldText } from '../../lib/model/text-query';
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

/** Kinds of clips that are looked for often enough to be one click away. */
const kinds = [
  ['is', 'annotated', 'sticky-note'],
  ['is', 'published', 'file-check'],
  ['is', 'bookmark', 'link'],
  ['has', 'image', 'image'],
] as const;
const times = ['today', '7d', '30d', '1y'] as const;

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
              {kinds.map(([operator, value, icon]) => (
                <li key={value}>
                  <FilterButton operator={operator} value={value} label={nameOfValue(operator, value)} icon={icon} />
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
  const count = countOf(place);
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

function countOf(place: Place): number {
  const known = counts.value;
  if (!known) return 0;
  if (place === 'all') return known.total;
  if (place === 'deleted' || place === 'starred') return known[place];
  return known.statuses[place];
}

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
  if (items.length === 0) return null;
  const wanted = foldText(typed.trim());
  const found = wanted ? items.filter(({ label }) => foldText(label).includes(wanted)) : items;
  const isShort = !all && !wanted;
  const shown = isShort
    ? items.filter((item, i) => i < first || asksFor(operator, item.value))
    : found.slice(0, 4 * long);
  return (
    <section class={styles.section} aria-labelledby={id}>
      <h2 class={styles.title} id={id}>
        {title}
      </h2>
      {find && items.length > long && (
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
      {!wanted && items.length > first && (
        <button type="button" class={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('library_show_fewer') : t('library_show_all', items.length)}
        </button>
      )}
    </section>
  );
}

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
