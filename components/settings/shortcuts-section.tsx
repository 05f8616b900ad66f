/** The keys as the browser really assigned them, and how to set one that it did not. */
import { t } from '../../lib/state/i18n';
import { shortcuts, shortcutsAddress } from '../../lib/state/settings-page';
import { Icon } from '../ui/icon';
import { SettingsSection } from './settings-section';
import styles from './settings-view.module.css';

export function ShortcutsSection() {
  const known = shortcuts.value;
  const names: Record<string, string> = {
    _execute_action: t('settings_key_popup'),
    'clip-page': t('settings_key_clip'),
    'highlight-page': t('settings_key_highlight'),
  };
  const missing = known?.some(({ shortcut }) => shortcut === '') ?? false;
  return (
    <SettingsSection title={t('settings_keys')}>
      <dl class={styles.keys}>
        {known?.map(({ name, shortcut }) => (
          <div key={name} class={styles.key}>
            <dt>{names[name] ?? name}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : <span class={styles.unset}>{t('settings_key_unset')}</span>}</dd>
          </div>
        ))}
      </dl>
      <p class={missing ? styles.doubt : styles.hint}>
        {missing && <Icon name="triangle-alert" />}
        <span>
          {missing ? t('settings_keys_missing', shortcutsAddress) : t('settings_keys_change', shortcutsAddress)}
          {shortcutsAddress === 'about:addons' && ` ${t('settings_keys_firefox')}`}
        </span>
      </p>
    </SettingsSection>
  );
}
