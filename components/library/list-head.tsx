/** Above the list: search, what is wrong with it, what is shown and how many, what it is narrowed to; or what to do with the selection. */
import { formatNumber, formatPercent, t, tn } from '../../lib/state/i18n';
import {
  begin,
  clearQuery,
  clips,
  filter,
  found,
  inBin,
  narrowed,
  selected,
  setInQuery,
  showList,
  showQuery,
  sorted,
  sorts,
  took,
  total,
} from '../../lib/state/library';
import { placeIcons } from '../../lib/state/library-commands';
import { canJump, jumpTo } from '../../lib/state/list-actions';
import { places } from '../../lib/state/list-filter';
import { openOverlay } from '../../lib/state/overlay';
import { removeFilter, writtenFilters } from '../../lib/state/query-text';
import { savedAs } from '../../lib/state/saved-searches';
import { fixSearch, shownProblems } from '../../lib/state/search-box';
import { nameOfDate, nameOfFilter, nameOfPlace, nameOfValue } from '../../lib/state/search-names';
import { describeProblem } from '../../lib/state/search-problems';
import { changeSettings, settings } from '../../lib/state/settings';
import { Button, IconButton } from '../ui/button';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Menu, type MenuItem } from '../ui/menu';
import { BulkBar } from './bulk-bar';
import styles from './list-head.module.css';
import { SearchField } from './search-field';
import { operatorIcons } from './search-suggestions';

export function ListHead({ onMenu }: { onMenu: (() => void) | null }) {
  return (
    <header class={styles.head}>
      <div class={styles.line}>
        {onMenu && <IconButton icon="menu" label={t('library_side_bar')} onClick={onMenu} />}
        <SearchField />
        <ViewMenu />
      </div>
      <Problems />
      {selected.value.size > 0 ? <BulkBar /> : <Title />}
      {(narrowed.value || begin.value !== null) && <Chips />}
    </header>
  );
}

/** The query was run all the same; each sentence offers what was probably meant. */
function Problems() {
  const problems = shownProblems.value;
  const { progress, corrections } = found.value;
  return (
    <div role="status" class={styles.problems}>
      {progress && (
        <p>
          <Icon name="loader-circle" />
          <span>
            {t('search_index_progress', formatPercent(progress.total > 0 ? progress.done / progress.total : 0))}
          </span>
        </p>
      )}
      {corrections.length > 0 && (
        <p>
          <Icon name="info" />
          <span>{t('search_corrected', corrections.slice(0, 4).join(', '))}</span>
        </p>
      )}
      {problems.slice(0, 3).map((problem) => (
        <p key={`${problem.kind}${problem.from}`}>
          <Icon name="circle-alert" />
          <span>{describeProblem(problem)}</span>
          {problem.near !== undefined && (
            <button type="button" class={styles.fix} onClick={() => fixSearch(problem)}>
              {t('search_use_instead', problem.near)}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}

function Title() {
  const count = total.value;
  const time = took.value;
  return (
    <div class={styles.line}>
      <h1 class={styles.title}>{nameOfPlace(filter.value.place)}</h1>
      <p class={styles.count} role="status">
        {count !== null && count > 0 && (narrowed.value ? tn('library_hits', count) : formatNumber(count))}
        {narrowed.value && time !== null && (
          <span class={styles.time} aria-hidden="true">
            {t('search_time', Math.max(1, Math.round(time)))}
          </span>
        )}
      </p>
      {inBin.value && clips.value.length > 0 && (
        <Button small variant="quiet" icon="trash-2" onClick={() => openOverlay('purge-all')}>
          {t('library_empty_bin')}
        </Button>
      )}
      {canJump.value && (
        <IconButton small icon="calendar" label={t('library_jump')} onClick={() => openOverlay('months')} />
      )}
      {!inBin.value && <SortMenu />}
    </div>
  );
}

/** The order is a part of the query, and the first of the orders goes without saying. */
function SortMenu() {
  const [usual] = sorts.value;
  const items = sorts.value.map(
    (sort): MenuItem => ({
      label: nameOfValue('sort', sort),
      checked: sorted.value === sort,
      onSelect: () => setInQuery('sort', sort === usual ? null : sort),
    }),
  );
  return <Menu small label={t('search_sort')} icon="arrow-up-down" items={items} />;
}

function Chips() {
  const { text = '' } = filter.value;
  const written = writtenFilters(text).filter(({ operator }) => operator !== 'sort');
  const saved = savedAs(filter.value);
  const month = begin.value;
  return (
    <div class={styles.chips}>
      {month !== null && (
        <Chip icon="calendar" onRemove={() => jumpTo(null)}>
          {t('library_from_month', nameOfDate(month))}
        </Chip>
      )}
      {written.map((one) => (
        <Chip
          key={`${one.operator}${one.from}`}
          icon={operatorIcons[one.operator]}
          onRemove={() => showQuery(removeFilter(text, one))}
        >
          {nameOfFilter(one)}
        </Chip>
      ))}
      {narrowed.value && !inBin.value && !saved && (
        <Button small variant="quiet" icon="bookmark-plus" onClick={() => openOverlay('save-search')}>
          {t('search_save')}
        </Button>
      )}
      {narrowed.value && (
        <Button small variant="quiet" onClick={clearQuery}>
          {t('search_clear')}
        </Button>
      )}
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
    { label: t('search_tips'), icon: 'circle-help', onSelect: () => openOverlay('search-tips') },
    { label: t('library_commands'), icon: 'list', onSelect: () => openOverlay('commands') },
    { label: t('library_keys'), icon: 'keyboard', shortcut: '?', onSelect: () => openOverlay('keys') },
  ];
  return <Menu label={t('library_view_options')} items={items} />;
}
