/** What went wrong on this machine, and the way to tell somebody. */
import { useEffect, useState } from 'preact/hooks';
import { formatMoment, t, tn } from '../../lib/state/i18n';
import { forgetProblems, problems, refreshProblems } from '../../lib/state/problem-report';
import { showToast } from '../../lib/state/toasts';
import { Button } from '../ui/button';
import { ReportDialog } from './report-dialog';
import { SettingsSection } from './settings-section';
import styles from './settings-view.module.css';

export function ProblemsSection() {
  const [reporting, setReporting] = useState(false);
  useEffect(() => void refreshProblems(), []);
  const [last] = problems.value;
  const clear = async () => {
    await forgetProblems();
    showToast({ text: t('settings_problems_cleared') });
  };
  return (
    <SettingsSection title={t('settings_problems')}>
      <p>
        {last
          ? tn('settings_problems_count', problems.value.length, formatMoment(last.at))
          : t('settings_problems_none')}
      </p>
      <p class={styles.hint}>{t('settings_problems_hint')}</p>
      <div class={styles.actions}>
        <Button icon="file-text" onClick={() => setReporting(true)}>
          {t('settings_problems_report')}
        </Button>
        {last && (
          <Button variant="quiet" onClick={clear}>
            {t('settings_problems_clear')}
          </Button>
        )}
      </div>
      {reporting && <ReportDialog onClose={() => setReporting(false)} />}
    </SettingsSection>
  );
}
