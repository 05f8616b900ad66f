/** The same story from elsewhere: who has it too, the way there, and the way out when it is not the same. */
import type { Clip } from '../../lib/model/clip';
import { siteOf } from '../../lib/model/url';
import { formatDay, interfaceLanguage, t } from '../../lib/state/i18n';
import { hrefOf } from '../../lib/state/route';
import { partFromStory } from '../../lib/state/stories';
import { Button } from '../ui/button';
import styles from './same-story.module.css';

export function SameStory({ clip, others }: { clip: Clip; others: readonly Clip[] }) {
  if (others.length === 0) return null;
  return (
    <aside class={styles.card} aria-label={t('reader_same_story')} lang={interfaceLanguage.value}>
      <h2 class={styles.title}>{t('reader_same_story')}</h2>
      <ul class={styles.list}>
        {others.map((other) => (
          <li key={other.id}>
            <span class={styles.outlet}>{other.siteName ?? siteOf(other.url)}</span>
            <span class={styles.date}>{formatDay(other.publishedAt ?? other.clippedAt)}</span>
            <a class={styles.link} lang={other.language ?? undefined} href={hrefOf({ view: 'clip', id: other.id })}>
              {other.title}
            </a>
          </li>
        ))}
      </ul>
      <Button small variant="quiet" icon="x" onClick={() => void partFromStory(clip.id)}>
        {t('reader_not_same_story')}
      </Button>
    </aside>
  );
}
