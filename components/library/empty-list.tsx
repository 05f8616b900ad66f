/** What stands in place of an empty list: how to begin, what was not found, or that all is done. */
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/state/i18n';
import {
  clearFilters,
  clearQuery,
  counts,
  filter,
  narrowed,
  query,
  showList,
  showQuery,
  words,
} from '../../lib/state/library';
import { anyOf, fixProblem, removeFilters, writtenFilters } from '../../lib/state/query-text';
import { hrefOf } from '../../lib/state/route';
import { nameOfPlace } from '../../lib/state/search-names';
import { clipShortcut } from '../../lib/state/shortcuts';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import styles from './empty-list.module.css';

export function EmptyList() {
  const known = counts.value;
  if (!known) return null;
  if (narrowed.value) return <NothingFound />;
  if (known.total > 0 || filter.value.place === 'deleted') return <NothingHere />;
  return known.deleted > 0 ? <AllDeleted /> : <FirstRun />;
}

/** Whoever has just deleted everything knows what clips are, and may want them back. */
function AllDeleted() {
  const bin = (
    <Button icon="trash-2" onClick={() => showList({ place: 'deleted' })}>
      {nameOfPlace('deleted')}
    </Button>
  );
  return <EmptyState icon="list" title={t('library_place_empty', nameOfPlace(filter.value.place))} actions={bin} />;
}

function FirstRun() {
  const shortcut = clipShortcut.value;
  return (
    <div class={styles.first}>
      <EmptyState
        icon="newspaper"
        title={t('library_first_title')}
        actions={
          <Button icon="import" href={hrefOf({ view: 'import' })}>
            {t('import_open')}
          </Button>
        }
      >
        <p>{shortcut ? t('library_first_text', shortcut) : t('library_first_text_no_key')}</p>
      </EmptyState>
      <ol class={styles.steps}>
        <Step icon="bookmark" title={t('library_first_clip')} text={t('library_first_clip_text')} />
        <Step icon="tag" title={t('library_first_note')} text={t('library_first_note_text')} />
        <Step icon="pen-line" title={t('library_first_post')} text={t('library_first_post_text')} />
      </ol>
    </div>
  );
}

function Step({ icon, title, text }: { icon: IconName; title: string; text: string }) {
  return (
    <li class={styles.step}>
      <Icon name={icon} size={20} />
      <h2>{title}</h2>
      <p>{text}</p>
    </li>
  );
}

/** What was asked, and every way to find something after all. */
function NothingFound() {
  const { place, text = '' } = filter.value;
  const fixes = query.value.problems.filter(({ near }) => near !== undefined);
  const filters = writtenFilters(text).filter(({ operator }) => operator !== 'sort');
  const hasOthers = removeFilters(text).trim() !== '';
  return (
    <EmptyState
      icon="search"
      title={t('library_nothing_found')}
      actions={
        <>
          {place !== 'all' && place !== 'deleted' && (
            <Button variant="primary" onClick={() => showList({ ...filter.peek(), place: 'all' })}>
              {t('search_in_all')}
            </Button>
          )}
          {fixes.map((problem) => (
            <Button key={problem.from} onClick={() => showQuery(fixProblem(text, problem))}>
              {t('search_did_you_mean', fixProblem(text, problem))}
            </Button>
          ))}
          {filters.length > 0 && hasOthers && <Button onClick={clearFilters}>{t('search_without_filters')}</Button>}
          {words.value.length > 1 && !/\s(?:or|或|\|)\s/iu.test(text) && (
            <Button onClick={() => showQuery(anyOf(text))}>{t('search_any_word')}</Button>
          )}
          <Button onClick={clearQuery}>{t('search_clear')}</Button>
        </>
      }
    >
      <p>{t('library_nothing_found_text', t('library_quoted', text.trim()), nameOfPlace(place))}</p>
    </EmptyState>
  );
}

function NothingHere() {
  const { place } = filter.value;
  const all: ComponentChildren = (
    <Button onClick={() => showList({ place: 'all' })}>{t('library_show_all_clips')}</Button>
  );
  switch (place) {
    case 'inbox':
      return (
        <EmptyState icon="inbox" title={t('library_inbox_empty')} actions={all}>
          <p>{t('library_inbox_empty_text')}</p>
        </EmptyState>
      );
    case 'deleted':
      return (
        <EmptyState icon="trash-2" title={t('library_bin_empty')}>
          <p>{t('library_bin_empty_text')}</p>
        </EmptyState>
      );
    case 'starred':
      return (
        <EmptyState icon="star" title={t('library_starred_empty')} actions={all}>
          <p>{t('library_starred_empty_text')}</p>
        </EmptyState>
      );
    default:
      return <EmptyState icon="list" title={t('library_place_empty', nameOfPlace(place))} actions={all} />;
  }
}
