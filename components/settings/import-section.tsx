/** The ways in and out. */
import { t } from '../../lib/state/i18n';
import { openOverlay } from '../../lib/state/overlay';
import { hrefOf } from '../../lib/state/route';
import { Button } from '../ui/button';
import { SettingsSection } from './settings-section';
import styles from './settings-view.module.css';

export function ImportSection() {
  return (
    <SettingsSection title={t('settings_exchange')}>
      <div class={styles.ask}>
        <p class={styles.hint}>{t('settings_exchange_text')}</p>
        <div class={styles.actions}>
          <Button icon="import" href={hrefOf({ view: 'import' })}>
            {t('import_open')}
          </Button>
          <Button icon="file-down" onClick={() => openOverlay('export')}>
            {t('export_open')}
          </Button>
        </div>
      </div>
    </SettingsSection>
  );
}
