/** Picks a clip of the library to join a post. */
import { useEffect, useState } from 'preact/hooks';
import type { Clip } from '../../lib/model/clip';
import { formatDate, t } from '../../lib/state/i18n';
import { findClips } from '../../lib/state/posts';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import styles from './choose-clip-dialog.module.css';

export function ChooseClipDialog({ onChoose, onClose }: { onChoose: (clip: Clip) => void; onClose: () => void }) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Clip[] | null>(null);
  useEffect(() => {
    let stale = false;
    void findClips(text).then((clips) => !stale && setFound(clips));
    return () => {
      stale = true;
    };
  }, [text]);
  return (
    <Dialog open title={t('compose_choose_clip')} onClose={onClose}>
      <div class={styles.body}>
        <TextField label={t('compose_choose_search')} value={text} onInput={setText} autoFocus />
        {found?.length === 0 && <p class={styles.none}>{t('compose_choose_none')}</p>}
        <ul class={styles.list}>
          {found?.map((clip) => (
            <li key={clip.id}>
              <button type="button" class={styles.clip} onClick={() => onChoose(clip)}>
                <span class={styles.title} lang={clip.language ?? undefined}>
                  {clip.title}
                </span>
                <span class={styles.facts}>
                  {[clip.siteName, formatDate(clip.clippedAt)].filter(Boolean).join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
