/** Where one can look: places, tags, sites, languages, times, each with how many clips it has. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { tagKey } from '../../lib/model/tag';
import { formatNumber, t } from '../../lib/state/i18n';
import { counts, filter, setFacet } from '../../lib/state/library';
import { placeIcons } from '../../lib/state/library-commands';
import { type FacetName, type Facets, hasFacets, type Place, periods, places } from '../../lib/state/list-filter';
import { hrefOf, route } from '../../lib/state/route';
import { colourOfTag } from '../../lib/state/tag-colours';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { TagDot } from '../ui/tag-dot';
import { nameOfLanguage, nameOfPeriod, nameOfPlace } from './names';
import styles from './side-bar.module.css';

export function SideBar() {
  const known = counts.value;
  const { tag } = filter.value;
  return (
    <nav class={styles.bar} aria-label={t('library_side_bar')}>
      <ul>
        {places.map((place) => (
          <PlaceLink key={place} place={place} />
        ))}
      </ul>
      {known && (
        <>
          <Section
            title={t('library_tags')}
            facet="tag"
            icon="tag"
            first={12}
            items={known.tags.map(({ name, count }) => ({ value: name, label: name, count }))}
            chosen={known.tags.find(({ key }) => tag !== undefined && key === tagKey(tag))?.name}
          />
          <Section
            title={t('library_sites')}
            facet="site"
            icon="globe"
            first={6}
            items={known.sites.map(({ name, count }) => ({ value: name, label: name, count }))}
            chosen={filter.value.site}
          />
          {known.languages.length > 1 && (
            <Section
              title={t('library_languages')}
              facet="language"
              icon="languages"
              first={4}
              items={known.languages.map(({ name, count }) => ({ value: name, label: nameOfLanguage(name), count }))}
              chosen={filter.value.language}
            />
          )}
          {known.total > 0 && (
            <Section
              title={t('library_times')}
              facet="since"
              icon="clock"
              first={4}
              items={periods.map((period) => ({ value: period, label: nameOfPeriod(period) }))}
              chosen={filter.value.since}
            />
          )}
        </>
      )}
    </nav>
  );
}

function PlaceLink({ place }: { place: Place }) {
  const here = route.value.view === 'clips' || route.value.view === 'clip';
  const current = here && filter.value.place === place && !hasFacets(filter.value);
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
  facet: FacetName;
  icon: IconName;
  /** How many are shown before one asks for the rest. */
  first: number;
  items: readonly Item[];
  chosen: string | undefined;
};

function Section({ title, facet, icon, first, items, chosen }: SectionProps) {
  const [all, setAll] = useState(false);
  const id = useId();
  if (items.length === 0) return null;
  const shown = all ? items : items.filter((item, i) => i < first || item.value === chosen);
  const choose = (value: string) => setFacet(facet, (value === chosen ? undefined : value) as Facets[FacetName]);
  return (
    <section class={styles.section} aria-labelledby={id}>
      <h2 class={styles.title} id={id}>
        {title}
      </h2>
      <ul>
        {shown.map((item) => (
          <li key={item.value}>
            <FacetButton {...item} icon={icon} chosen={item.value === chosen} onClick={() => choose(item.value)} />
          </li>
        ))}
      </ul>
      {items.length > first && (
        <button type="button" class={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('library_show_fewer') : t('library_show_all', items.length)}
        </button>
      )}
    </section>
  );
}

type FacetButtonProps = Item & { icon: IconName; chosen: boolean; onClick: () => void; children?: ComponentChildren };

function FacetButton({ label, count, icon, chosen, onClick }: FacetButtonProps) {
  const colour = icon === 'tag' ? colourOfTag(label) : undefined;
  return (
    <button type="button" class={styles.item} aria-pressed={chosen} onClick={onClick}>
      {colour ? <TagDot colour={colour} /> : <Icon name={icon} />}
      <span class={styles.name}>{label}</span>
      {count !== undefined && <span class={styles.count}>{formatNumber(count)}</span>}
    </button>
  );
}
