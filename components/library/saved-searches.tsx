/** Saved searches in the side bar: opened by a click, renamed, put in order and deleted by their menus. */
import { useState } from 'preact/hooks';
import type { SavedSearch, SearchId } from '../../lib/model/saved-search';
import { formatNumber, t } from '../../lib/state/i18n';
import { filter, narrowed } from '../../lib/state/library';
import { sameFilter } from '../../lib/state/list-filter';
import { hrefOf } from '../../lib/state/route';
import { savedCounts } from '../../lib/state/saved-counts';
import {
  filterOfSearch,
  removeSearch,
  renameSearch,
  replaceSearch,
  savedSearches,
  shiftSearch,
} from '../../lib/state/saved-searches';
import { Icon } from '../ui/icon';
import { Menu, type MenuItem } from '../ui/menu';
import { NameDialog } from './name-dialog';
import styles from './saved-searches.module.css';
import bar from './side-bar.module.css';

export function SavedSearches() {
  const [renamed, setRenamed] = useState<SavedSearch | null>(null);
  const saved = savedSearches.value ?? [];
  if (saved.length === 0) return null;
  return (
    <section class={bar.section} aria-label={t('search_saved_title')}>
      <h2 class={bar.title}>{t('search_saved_title')}</h2>
      <ul>
        {saved.map((search, i) => (
          <SearchLine
            key={search.id}
            search={search}
            isFirst={i === 0}
            isLast={i === saved.length - 1}
            onRename={() => setRenamed(search)}
          />
        ))}
      </ul>
      {renamed && (
        <NameDialog
          title={t('search_rename')}
          name={renamed.name}
          onClose={() => setRenamed(null)}
          onName={(name) => void renameSearch(renamed.id, name)}
        />
      )}
    </section>
  );
}

type LineProps = { search: SavedSearch; isFirst: boolean; isLast: boolean; onRename: () => void };

function SearchLine({ search, isFirst, isLast, onRename }: LineProps) {
  const to = filterOfSearch(search);
  const { id, name } = search;
  const count = savedCounts.value.get(id);
  const current = sameFilter(
    { ...to, text: (to.text ?? '').trim() },
    { ...filter.value, text: (filter.value.text ?? '').trim() },
  );
  const items: MenuItem[] = [
    { label: t('search_rename'), icon: 'pencil', onSelect: onRename },
    {
      label: t('search_replace'),
      icon: 'search',
      disabled: current || !narrowed.value,
      onSelect: () => void replaceSearch(id, filter.peek()),
    },
    { label: t('search_move_up'), icon: 'arrow-up', disabled: isFirst, onSelect: () => void shiftSearch(id, -1) },
    { label: t('search_move_down'), icon: 'arrow-down', disabled: isLast, onSelect: () => void shiftSearch(id, 1) },
    'separator',
    { label: t('library_delete'), icon: 'trash-2', danger: true, onSelect: () => void removeSearch(id) },
  ];
  return (
    <li class={styles.line} onKeyDown={(event) => moveByKey(event, id, onRename)}>
      <a
        class={bar.item}
        href={hrefOf({ view: 'clips', filter: to })}
        aria-current={current ? 'page' : undefined}
        title={search.query}
      >
        <Icon name="search" />
        <span class={bar.name}>{name}</span>
        {count !== undefined && <span class={bar.count}>{formatNumber(count)}</span>}
      </a>
      <Menu small label={t('search_saved_actions', name)} items={items} />
    </li>
  );
}

/** On the focused search: Alt and arrows move it, F2 renames, Delete deletes. */
function moveByKey(event: KeyboardEvent, id: SearchId, onRename: () => void): void {
  if (!(event.target instanceof HTMLAnchorElement) || event.isComposing) return;
  if (event.altKey && event.key === 'ArrowUp') void shiftSearch(id, -1);
  else if (event.altKey && event.key === 'ArrowDown') void shiftSearch(id, 1);
  else if (event.key === 'F2') onRename();
  else if (event.key === 'Delete') void removeSearch(id);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
