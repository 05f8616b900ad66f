/** Two windows wrote in one post: which version stays is the person's choice, and can be undone. */
import { t } from '../../lib/state/i18n';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './conflict-notice.module.css';
import { useDesk } from './desk';

export function ConflictNotice() {
  const { composer } = useDesk();
  if (!composer.conflict.value) return null;
  return (
    <div class={styles.notice} role="alert">
      <Icon name="triangle-alert" size={20} />
      <p class={styles.text}>{t('compose_conflict')}</p>
      <Button small onClick={() => composer.resolve('theirs')}>
        {t('compose_conflict_theirs')}
      </Button>
      <Button small variant="primary" onClick={() => composer.resolve('mine')}>
        {t('compose_conflict_mine')}
      </Button>
    </div>
  );
}
