/** The clips of one story, unfolded from a row of the list. */
import { siteOf } from '../../lib/model/url';
import { formatDay, t } from '../../lib/state/i18n';
import { openClip } from '../../lib/state/library';
import { closeOverlay, overlay } from '../../lib/state/overlay';
import { partFromStory, targetStory } from '../../lib/state/stories';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './story-dialog.module.css';

export function StoryDialog() {
  return overlay.value === 'story' ? <Open /> : null;
}

function Open() {
  const { clip, others } = targetStory.value;
  const all = clip ? [clip, ...others] : [];
  return (
    <Dialog open wide title={t('library_same_story')} onClose={closeOverlay}>
      <ul class={styles.list}>
        {all.map((one) => (
          <li key={one.id} class={styles.item}>
            <div class={styles.words}>
              <button
                type="button"
                class={styles.title}
                lang={one.language ?? undefined}
                onClick={() => {
                  closeOverlay();
                  openClip(one.id);
                }}
              >
                {one.title}
              </button>
              <p class={styles.facts}>
                {one.siteName ?? siteOf(one.url)} · {formatDay(one.publishedAt ?? one.clippedAt)}
              </p>
            </div>
            {others.length > 0 && (
              <Button small variant="quiet" onClick={() => void partFromStory(one.id)}>
                {t('reader_not_same_story')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
