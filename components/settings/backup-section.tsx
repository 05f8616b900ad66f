/** Copies of the library: when they are made, how the last one went, and the way back. */
import { useEffect, useState } from 'preact/hooks';
import { backUpNow, backupRuns, backups, followBackups, keepBackups, scheduleBackups } from '../../lib/state/backup';
import { describeFailure } from '../../lib/state/failures';
import { formatBytes, formatMoment, t, tn } from '../../lib/state/i18n';
import { settings } from '../../lib/state/settings';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Segmented } from '../ui/segmented';
import { TextField } from '../ui/text-field';
import { RestoreDialog } from './restore-dialog';
import { SettingsSection } from './settings-section';
import styles from './settings-view.module.css';

export function BackupSection() {
  useEffect(followBackups, []);
  const { every, keep } = settings.value.backup;
  // What a person wanted when the browser refused what it needs: asked again by a click of its own.
  const [refused, setRefused] = useState<(() => Promise<boolean>) | null>(null);
  const attempt = async (wanted: () => Promise<boolean>) => {
    const allowed = await wanted();
    setRefused(() => (allowed ? null : wanted));
  };
  const [restoring, setRestoring] = useState(false);
  return (
    <SettingsSection title={t('settings_backup')}>
      <Segmented
        label={t('settings_backup_every')}
        value={every}
        options={[
          { value: 'never', label: t('settings_backup_never') },
          { value: 'daily', label: t('settings_backup_daily') },
          { value: 'weekly', label: t('settings_backup_weekly') },
        ]}
        onChange={(value) => attempt(() => scheduleBackups(value))}
      />
      <p class={styles.hint}>{t('settings_backup_hint')}</p>
      {every !== 'never' && (
        <TextField
          label={t('settings_backup_keep')}
          type="number"
          min={1}
          max={50}
          value={String(keep)}
          onInput={(value) => {
            if (Number(value) >= 1) void keepBackups(Number(value));
          }}
        />
      )}
      {refused && (
        <div class={styles.ask}>
          <p class={styles.doubt} role="alert">
            <Icon name="triangle-alert" />
            <span>{t('settings_backup_refused')}</span>
          </p>
          <Button icon="shield-check" onClick={() => attempt(refused)}>
            {t('settings_backup_allow')}
          </Button>
        </div>
      )}
      <LastBackup />
      <div class={styles.actions}>
        <Button icon="download" busy={backupRuns.value} onClick={() => attempt(backUpNow)}>
          {t('settings_backup_now')}
        </Button>
        <Button icon="undo-2" onClick={() => setRestoring(true)}>
          {t('settings_restore')}
        </Button>
      </div>
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
    </SettingsSection>
  );
}

function LastBackup() {
  const { lastAt, lastBytes, files, failed } = backups.value;
  const runs = backupRuns.value;
  return (
    <>
      <p role="status" class={lastAt === null ? styles.hint : styles.good}>
        {lastAt !== null && !runs && <Icon name="circle-check" />}
        {runs
          ? t('settings_backup_running')
          : lastAt === null
            ? t('settings_backup_none')
            : t(
                'settings_backup_last',
                formatMoment(lastAt),
                formatBytes(lastBytes),
                tn('settings_backup_files', files.length),
              )}
      </p>
      {failed && (
        <p class={styles.doubt} role="alert">
          <Icon name="triangle-alert" />
          <span>{t('settings_backup_failed', formatMoment(failed.at), describeFailure(failed.failure))}</span>
        </p>
      )}
    </>
  );
}
