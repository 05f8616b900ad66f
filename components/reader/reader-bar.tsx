/** What can be done with the clip that is open, and the way to the ones beside it. */
import type { Clip } from '../../lib/model/clip';
import { copyLink } from '../../lib/state/clip-actions';
import { t } from '../../lib/state/i18n';
import { isMac, nameOfKey } from '../../lib/state/keys';
import { layout } from '../../lib/state/layout';
import { closeClip, neighbours, openClip } from '../../lib/state/library';
import { commandById } from '../../lib/state/library-commands';
import { Button, IconButton } from '../ui/button';
import { isIconName } from '../ui/icons';
import { Menu, type MenuItem } from '../ui/menu';
import styles from './reader-bar.module.css';
import { ReadingSettings } from './reading-settings';

export function ReaderBar({ clip }: { clip: Clip | null }) {
  const { previous, next } = neighbours.value;
  const single = layout.value === 'one';
  return (
    <section class={styles.bar} aria-label={t('reader_actions')}>
      <IconButton
        icon={single ? 'arrow-left' : 'x'}
        label={single ? t('reader_back') : t('common_close')}
        onClick={closeClip}
      />
      {!single && (
        <>
          <IconButton
            icon="chevron-up"
            label={t('reader_previous')}
            disabled={previous === null}
            onClick={() => previous && openClip(previous.id)}
          />
          <IconButton
            icon="chevron-down"
            label={t('reader_next')}
            disabled={next === null}
            onClick={() => next && openClip(next.id)}
          />
        </>
      )}
      <span class={styles.space} />
      {clip && clip.deletedAt === null && <Actions clip={clip} />}
      {clip && clip.deletedAt !== null && (
        <Button icon="undo-2" onClick={commandById('restore').run}>
          {t('library_restore')}
        </Button>
      )}
    </section>
  );
}

function Actions({ clip }: { clip: Clip }) {
  const archived = clip.status === 'archived';
  const items: MenuItem[] = [
    item(clip.status === 'kept' ? 'inbox' : 'keep'),
    item('original'),
    { label: t('reader_copy_link'), icon: 'copy', onSelect: () => void copyLink(clip.canonicalUrl ?? clip.url) },
    'separator',
    { ...item('delete'), danger: true },
  ];
  return (
    <>
      <IconButton
        icon="star"
        label={clip.starred ? t('library_unstar') : t('library_star')}
        pressed={clip.starred}
        onClick={commandById('star').run}
      />
      <IconButton
        icon={archived ? 'inbox' : 'archive'}
        label={archived ? t('library_to_inbox') : t('library_archive')}
        onClick={commandById(archived ? 'inbox' : 'archive').run}
      />
      <ReadingSettings />
      <Menu label={t('library_more')} items={items} />
      <span class={styles.main}>
        <Button variant="primary" icon="pen-line" onClick={commandById('compose').run}>
          <span class={styles.word}>{t('library_compose')}</span>
        </Button>
      </span>
    </>
  );
}

function item(id: string) {
  const command = commandById(id);
  const key = command.keys[0];
  return {
    label: t(command.label),
    ...(isIconName(command.icon) && { icon: command.icon }),
    ...(key && { shortcut: nameOfKey(key, isMac) }),
    onSelect: command.run,
  };
}
