/** Above the list: search, what is shown and how many, what it is narrowed to; or what to do with the selection. */
import { formatNumber, t, tn } from '../../lib/state/i18n';
import {
  clearFacets,
  clips,
  filter,
  inBin,
  narrowed,
  selected,
  setFacet,
  showList,
  total,
} from '../../lib/state/library';
import { placeIcons } from '../../lib/state/library-commands';
import { type FacetName, facetNames, places } from '../../lib/state/list-filter';
import { openOverlay } from '../../lib/state/overlay';
import { changeSettings, settings } from '../../lib/state/settings';
import { Button, IconButton } from '../ui/button';
import { Chip } from '../ui/chip';
import type { IconName } from '../ui/icons';
import { Menu, type MenuItem } from '../ui/menu';
import { BulkBar } from './bulk-bar';
import styles from './list-head.module.css';
import { nameOfFacet, nameOfPlace } from './names';
import { SearchField } from './search-field';

const facetIcons: Readonly<Record<FacetName, IconName>> = {
  text: 'search',
  tag: 'tag',
  site: 'globe',
  language: 'languages',
  since: 'clock',
};

export function ListHead({ onMenu }: { onMenu: (() => void) | null }) {
  return (
    <header class={styles.head}>
      <div class={styles.line}>
        {onMenu && <IconButton icon="menu" label={t('library_side_bar')} onClick={onMenu} />}
        <SearchField />
        <ViewMenu />
      </div>
      {selected.value.size > 0 ? <BulkBar /> : <Title />}
      {narrowed.value && <Chips />}
    </header>
  );
}

function Title() {
  const count = total.value;
  return (
    <div class={styles.line}>
      <h1 class={styles.title}>{nameOfPlace(filter.value.place)}</h1>
      <p class={styles.count} role="status">
        {count !== null && count > 0 && (narrowed.value ? tn('library_hits', count) : formatNumber(count))}
      </p>
      {inBin.value && clips.value.length > 0 && (
        <Button small variant="quiet" icon="trash-2" onClick={() => openOverlay('purge-all')}>
          {t('library_empty_bin')}
        </Button>
      )}
    </div>
  );
}

function Chips() {
  const now = filter.value;
  const set = facetNames.filter((name) => name !== 'text' && now[name]);
  if (set.length === 0) return null; // the search box shows what is searched for
  return (
    <div class={styles.chips}>
      {set.map((name) => (
        <Chip key={name} icon={facetIcons[name]} onRemove={() => setFacet(name, undefined)}>
          {nameOfFacet(now, name)}
        </Chip>
      ))}
      <Button small variant="quiet" onClick={clearFacets}>
        {t('library_clear')}
      </Button>
    </div>
  );
}

/** Density, and the same filters in another place. */
function ViewMenu() {
  const { density } = settings.value;
  const setDensity = (chosen: typeof density) => () => void changeSettings({ density: chosen });
  const items: MenuItem[] = [
    {
      label: t('library_density_comfortable'),
      checked: density === 'comfortable',
      onSelect: setDensity('comfortable'),
    },
    { label: t('library_density_compact'), checked: density === 'compact', onSelect: setDensity('compact') },
    'separator',
    ...places.map((place) => ({
      label: nameOfPlace(place),
      icon: placeIcons[place] as IconName,
      checked: filter.value.place === place,
      onSelect: () => showList({ ...filter.peek(), place }),
    })),
    'separator',
    { label: t('library_commands'), icon: 'list', onSelect: () => openOverlay('commands') },
    { label: t('library_keys'), icon: 'keyboard', shortcut: '?', onSelect: () => openOverlay('keys') },
  ];
  return <Menu label={t('library_view_options')} items={items} />;
}
