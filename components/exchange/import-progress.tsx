/** An import under way: being read, being stored, being taken back. */
import type { ComponentChildren } from 'preact';
import { t, tn } from '../../lib/state/i18n';
import { cancelImport } from '../../lib/state/import';
import { countEntries } from '../../lib/state/import-preview';
import type { ImportStage } from '../../lib/state/import-stage';
import { Button } from '../ui/button';
import { Progress } from '../ui/progress';
import { countWords } from './import-counts';
import styles from './import-view.module.css';

type Stage<Step extends ImportStage['step']> = { stage: Extract<ImportStage, { step: Step }> };

export function ImportReading({ stage }: Stage<'reading'>) {
  const read = stage.preview ? countEntries(stage.preview) : 0;
  return (
    <UnderWay label={t('import_reading', stage.name)}>
      <p class={styles.hint}>{tn('import_entries', read)}</p>
      <Button onClick={cancelImport}>{t('common_cancel')}</Button>
    </UnderWay>
  );
}

export function ImportRunning({ stage }: Stage<'running'>) {
  const { added, merged, unchanged } = stage.progress;
  return (
    <UnderWay label={t('import_running', stage.record.name)} value={(added + merged + unchanged) / stage.expected}>
      <p class={styles.counts}>{countWords(stage.progress).join(' · ')}</p>
      <p class={styles.hint}>{t('import_running_hint')}</p>
      <Button onClick={cancelImport}>{t('import_stop')}</Button>
    </UnderWay>
  );
}

export function ImportUndoing({ stage }: Stage<'undoing'>) {
  const { added, merged } = stage.record;
  return <UnderWay label={t('import_undoing', stage.record.name)} value={stage.undone / Math.max(1, added + merged)} />;
}

/** What is under way is said once; the numbers change too fast to be read out. */
function UnderWay({ label, value, children }: { label: string; value?: number; children?: ComponentChildren }) {
  return (
    <div class={styles.stage}>
      <p class={styles.said} role="status">
        {label}
      </p>
      <Progress label={label} {...(value !== undefined && { value: Math.min(1, value) })} />
      {children}
    </div>
  );
}
