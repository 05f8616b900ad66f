/** What stands in place of an empty list: how to begin, what was not found, or that all is done. */
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/state/i18n';
import { clearFacets, counts, filter, narrowed, showList } from '../../lib/state/library';
import { facetNames } from '../../lib/state/list-filter';
import { clipShortcut } from '../../lib/state/shortcuts';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import styles from './empty-list.module.css';
import { nameOfFacet, nameOfPlace } from './names';

export function EmptyList() {
  const known = counts.value;
  if (!known) return null;
  if (narrowed.value) return <NothingFound />;
  if (known.total === 0 && filter.value.place !== 'deleted') return <FirstRun />;
  return <NothingHere />;
}

function FirstRun() {
  const shortcut = clipShortcut.value;
  return (
    <div class={styles.first}>
      <EmptyState icon="newspaper" title={t('library_first_title')}>
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

function NothingFound() {
  const now = filter.value;
  const asked = facetNames.filter((name) => now[name]).map((name) => nameOfFacet(now, name));
  const elsewhere = now.place !== 'all' && now.place !== 'deleted';
  return (
    <EmptyState
      icon="search"
      title={t('library_nothing_found')}
      actions={
        <>
          {elsewhere && (
            <Button variant="primary" onClick={() => showList({ ...now, place: 'all' })}>
              {t('library_search_all')}
            </Button>
          )}
          <Button onClick={clearFacets}>{t('library_clear')}</Button>
        </>
      }
    >
      <p>{t('library_nothing_found_text', asked.join(' · '), nameOfPlace(now.place))}</p>
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
