/** A standing block in a post: shown here, changed for every post that uses it. */
import { useState } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import type { BlockOf } from '../../lib/state/post-edits';
import { Button } from '../ui/button';
import { useDesk } from './desk';
import { StandingDialog } from './standing-dialog';
import styles from './standing-editor.module.css';

export function StandingEditor({ block }: { block: BlockOf<'standing'> }) {
  const { composer } = useDesk();
  const [editing, setEditing] = useState(false);
  const standing = composer.materials.value.standing.get(block.standingId);
  if (!standing) return <p class={styles.note}>{t('compose_standing_gone')}</p>;
  return (
    <div class={styles.standing}>
      <p class={styles.name}>{standing.name}</p>
      <p class={styles.text} lang={composer.post.value.language}>
        {standing.markdown}
      </p>
      <Button small icon="pen-line" onClick={() => setEditing(true)}>
        {t('compose_standing_edit_here')}
      </Button>
      {editing && <StandingDialog edit={standing} onClose={() => setEditing(false)} />}
    </div>
  );
}
