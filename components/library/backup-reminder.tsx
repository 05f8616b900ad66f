/** One quiet line above the library when its copies stopped coming, or when the browser may clear it and there is none. */
import { useEffect } from 'preact/hooks';
import { backupReminder, dismissBackupReminder, followBackups } from '../../lib/state/backup';
import { t } from '../../lib/state/i18n';
import { hrefOf } from '../../lib/state/route';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './backup-reminder.module.css';

export function BackupReminder() {
  useEffect(followBackups, []);
  const reason = backupReminder.value;
  if (!reason) return null;
  return (
    <aside class={styles.bar} aria-label={t('settings_backup')}>
      <Icon name="hard-drive" />
      <p>
        {t(`settings_backup_${reason}`)} <a href={hrefOf({ view: 'settings' })}>{t('settings_backup_see')}</a>
      </p>
      <IconButton small icon="x" label={t('common_close')} onClick={dismissBackupReminder} />
    </aside>
  );
}
