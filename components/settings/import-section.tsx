/** The way to import. */
import { t } from '../../lib/state/i18n';
import { hrefOf } from '../../lib/state/route';
import { Button } from '../ui/button';
import { SettingsSection } from './settings-section';
import styles from './settings-view.module.css';

export function ImportSection() {
  return (
    <SettingsSection title={t('settings_exchange')}>
      <div class={styles.ask}>
        <p class={styles.hint}>{t('settings_exchange_text')}</p>
        <Button icon="import" href={hrefOf({ view: 'import' })}>
          {t('import_open')}
        </Button>
      </div>
    </SettingsSection>
  );
}
