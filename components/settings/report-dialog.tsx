/** A report of a problem: all of it is shown before it is saved, and nothing is sent. */
import { useEffect, useState } from 'preact/hooks';
import { describeFailure } from '../../lib/state/failures';
import { t } from '../../lib/state/i18n';
import { composeReport, copyReport, saveReport } from '../../lib/state/problem-report';
import { showToast } from '../../lib/state/toasts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextArea } from '../ui/text-area';
import { Checkbox } from '../ui/toggle';
import styles from './report-dialog.module.css';

export function ReportDialog({ onClose }: { onClose: () => void }) {
  const [said, setSaid] = useState('');
  const [withAddresses, setWithAddresses] = useState(false);
  const [report, setReport] = useState('');
  useEffect(() => {
    let current = true;
    void composeReport({ said, withAddresses }).then((text) => {
      if (current) setReport(text);
    });
    return () => {
      current = false;
    };
  }, [said, withAddresses]);
  const tell = (text: string, tone: 'plain' | 'problem' = 'plain') => showToast({ text, tone });
  const save = async () => {
    const saved = await saveReport(report);
    if (!saved.ok) return tell(describeFailure(saved.failure), 'problem');
    tell(t('settings_report_saved', saved.value));
    onClose();
  };
  const copy = async () => {
    const copied = await copyReport(report);
    tell(copied.ok ? t('settings_report_copied') : describeFailure(copied.failure), copied.ok ? 'plain' : 'problem');
  };
  return (
    <Dialog
      open
      wide
      title={t('settings_report_title')}
      onClose={onClose}
      actions={
        <>
          <Button icon="copy" disabled={!report} onClick={copy}>
            {t('settings_report_copy')}
          </Button>
          <Button variant="primary" icon="download" disabled={!report} onClick={save}>
            {t('settings_report_save')}
          </Button>
        </>
      }
    >
      <TextArea label={t('settings_report_what')} value={said} rows={3} maxRows={8} onInput={setSaid} />
      <Checkbox label={t('settings_report_addresses')} checked={withAddresses} onChange={setWithAddresses} />
      <p>{t('settings_report_text')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section class={styles.report} tabIndex={0} aria-label={t('settings_report_file')} lang="en">
        <pre>{report}</pre>
      </section>
    </Dialog>
  );
}
