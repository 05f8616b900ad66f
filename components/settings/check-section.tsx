/** The check of the library: asked for here, with how far it is and what it found. */
import { check, checkNow, describeFindings, stopCheck } from '../../lib/state/check';
import { describeFailure } from '../../lib/state/failures';
import { t } from '../../lib/state/i18n';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Progress } from '../ui/progress';
import { SettingsSection } from './settings-section';
import styles from './settings-view.module.css';

export function CheckSection() {
  const now = check.value;
  const running = now.state === 'running';
  return (
    <SettingsSection title={t('settings_check')}>
      <p class={styles.hint}>{t('settings_check_hint')}</p>
      {running && (
        <Progress
          label={t('settings_check_progress', now.done, now.total)}
          {...(now.total > 0 && { value: now.done / now.total })}
        />
      )}
      <Outcome />
      <div class={styles.actions}>
        <Button icon="shield-check" busy={running} onClick={() => void checkNow()}>
          {t('settings_check_now')}
        </Button>
        {running && (
          <Button variant="quiet" onClick={stopCheck}>
            {t('settings_check_stop')}
          </Button>
        )}
      </div>
    </SettingsSection>
  );
}

function Outcome() {
  const now = check.value;
  if (now.state === 'failed')
    return (
      <p class={styles.doubt} role="alert">
        <Icon name="triangle-alert" />
        <span>{describeFailure(now.failure)}</span>
      </p>
    );
  if (now.state !== 'done') return null;
  const found = describeFindings(now.report);
  if (found.length === 0)
    return (
      <p class={styles.good} role="status">
        <Icon name="circle-check" />
        {t('settings_check_well', now.report.clips)}
      </p>
    );
  return (
    <div class={styles.doubt} role="status">
      <Icon name="triangle-alert" />
      <ul>
        {found.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
