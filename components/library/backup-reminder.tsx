/** One quiet line above the library when its copies stopped coming, or when the browser may clear it and there is none. */
import { useEffect } from 'preact/hooks';
import { type BackupDoubt, backupReminder, dismissBackupReminder, followBackups } from '../../lib/state/backup';
import { describeFailure } from '../../lib/state/failures';
import { formatMoment, t } from '../../lib/state/i18n';
import { hrefOf } from '../../lib/state/route';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './backup-reminder.module.css';

export function BackupReminder() {
  useEffect(followBackups, []);
  const doubt = backupReminder.value;
  if (!doubt) return null;
  return (
    <aside class={styles.bar} aria-label={t('settings_backup')}>
      <Icon name="hard-drive" />
      <p>
        {describe(doubt)} <a href={hrefOf({ view: 'settings' })}>{t('settings_backup_see')}</a>
      </p>
      <IconButton small icon="x" label={t('common_close')} onClick={dismissBackupReminder} />
    </aside>
  );
}

function describe(doubt: BackupDoubt): string {
  if (doubt.why !== 'failed') return t(`settings_backup_${doubt.why}`);
  return t('settings_backup_failed', formatMoment(doubt.at), describeFailure(doubt.failure));
}
