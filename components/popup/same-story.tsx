/** That the library has this story from elsewhere: from whom, when, and the way there. */
import type { Clip } from '../../lib/model/clip';
import type { ClipId } from '../../lib/model/ids';
import { siteOf } from '../../lib/model/url';
import { formatDay, t, tn } from '../../lib/state/i18n';
import { Icon } from '../ui/icon';
import styles from './same-story.module.css';

/** `others` are oldest first: the oldest is named. */
export function SameStory({ others, onOpen }: { others: readonly Clip[]; onOpen: (id: ClipId) => void }) {
  const [first, ...more] = others;
  if (!first) return null;
  const from = t(
    'popup_same_story',
    first.siteName ?? siteOf(first.url),
    formatDay(first.publishedAt ?? first.clippedAt),
  );
  return (
    <p class={styles.same} role="status">
      <Icon name="newspaper" />
      <button type="button" class={styles.way} title={first.title} onClick={() => onOpen(first.id)}>
        {more.length > 0 ? `${from} ${tn('popup_same_story_more', more.length)}` : from}
      </button>
    </p>
  );
}
