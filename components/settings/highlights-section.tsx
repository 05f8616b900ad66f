/** Whether highlights are painted at every visit, with the access that this needs. */
import { useState } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { settings } from '../../lib/state/settings';
import { paintVisits } from '../../lib/state/settings-page';
import { Icon } from '../ui/icon';
import { Switch } from '../ui/toggle';
import { SettingsSection } from './settings-section';
import styles from './settings-view.module.css';

export function HighlightsSection() {
  const [isRefused, setRefused] = useState(false);
  return (
    <SettingsSection title={t('settings_highlights')}>
      <Switch
        label={t('settings_paint_visits')}
        hint={t('settings_paint_visits_hint')}
        checked={settings.value.paintVisits}
        onChange={(wanted) => void paintVisits(wanted).then((isAllowed) => setRefused(!isAllowed))}
      />
      {isRefused && (
        <p class={styles.doubt} role="status">
          <Icon name="triangle-alert" />
          <span>{t('settings_paint_visits_refused')}</span>
        </p>
      )}
    </SettingsSection>
  );
}
