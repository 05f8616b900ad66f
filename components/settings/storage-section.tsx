/** How much room the library takes on this computer, and that the browser keeps it. */
import { useState } from 'preact/hooks';
import { formatBytes, t } from '../../lib/state/i18n';
import { keepLibrary, storageNearlyFull, storageUse } from '../../lib/state/settings-page';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { FreeSpaceDialog } from './free-space-dialog';
import { SettingsSection } from './settings-section';
import styles from './settings-view.module.css';

export function StorageSection() {
  const use = storageUse.value;
  const full = storageNearlyFull.value;
  const [freeing, setFreeing] = useState(false);
  const [declined, setDeclined] = useState(false);
  return (
    <SettingsSection title={t('settings_storage')}>
      <p>{use ? t('settings_storage_used', formatBytes(use.used), formatBytes(use.available)) : ' '}</p>
      {full && (
        <p class={styles.doubt} role="alert">
          <Icon name="triangle-alert" />
          <span>{t('settings_space_warning')}</span>
        </p>
      )}
      <div class={styles.actions}>
        <Button icon="image-off" onClick={() => setFreeing(true)}>
          {t('settings_space_open')}
        </Button>
      </div>
      {freeing && <FreeSpaceDialog onClose={() => setFreeing(false)} />}
      {use?.persisted && (
        <p class={styles.good}>
          <Icon name="shield-check" />
          {t('settings_storage_kept')}
        </p>
      )}
      {use && !use.persisted && (
        <div class={styles.ask}>
          <p class={styles.hint}>{declined ? t('settings_storage_declined') : t('settings_storage_ask')}</p>
          <Button icon="hard-drive" onClick={async () => setDeclined(!(await keepLibrary()))}>
            {t('settings_storage_keep')}
          </Button>
        </div>
      )}
    </SettingsSection>
  );
}
