/** At the end of a text: the clips beside it in the list. */
import type { Clip } from '../../lib/model/clip';
import { interfaceLanguage, t } from '../../lib/state/i18n';
import { filter, neighbours } from '../../lib/state/library';
import { hrefOf } from '../../lib/state/route';
import { Icon } from '../ui/icon';
import styles from './way-on.module.css';

export function WayOn() {
  const { previous, next } = neighbours.value;
  if (!previous && !next) return null;
  return (
    <nav class={styles.way} aria-label={t('reader_way_on')} lang={interfaceLanguage.value}>
      {next && <Way clip={next} label={t('reader_next')} icon="chevron-down" />}
      {previous && <Way clip={previous} label={t('reader_previous')} icon="chevron-up" />}
    </nav>
  );
}

function Way({ clip, label, icon }: { clip: Clip; label: string; icon: 'chevron-up' | 'chevron-down' }) {
  return (
    <a class={styles.link} href={hrefOf({ view: 'clip', id: clip.id, filter: filter.value })}>
      <Icon name={icon} />
      <span class={styles.words}>
        <span class={styles.label}>{label}</span>
        <span class={styles.title} lang={clip.language ?? undefined}>
          {clip.title || clip.url}
        </span>
      </span>
    </a>
  );
}
