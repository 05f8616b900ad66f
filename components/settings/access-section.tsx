/** What Clipsheet may access, and why: every permission in plain words. */
import { t } from '../../lib/state/i18n';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { SettingsSection } from './settings-section';
import styles from './settings-view.module.css';

export function AccessSection() {
  const reasons: { icon: IconName; what: string; why: string }[] = [
    { icon: 'newspaper', what: t('settings_access_page'), why: t('settings_access_page_why') },
    { icon: 'hard-drive', what: t('settings_access_storage'), why: t('settings_access_storage_why') },
    { icon: 'list', what: t('settings_access_menu'), why: t('settings_access_menu_why') },
    { icon: 'images', what: t('settings_access_sites'), why: t('settings_access_sites_why') },
  ];
  return (
    <SettingsSection title={t('settings_access')}>
      <ul class={styles.reasons}>
        {reasons.map(({ icon, what, why }) => (
          <li key={what}>
            <Icon name={icon} size={20} />
            <div>
              <p class={styles.what}>{what}</p>
              <p class={styles.hint}>{why}</p>
            </div>
          </li>
        ))}
      </ul>
      <p class={styles.good}>
        <Icon name="shield-check" />
        {t('settings_access_nothing_else')}
      </p>
    </SettingsSection>
  );
}
