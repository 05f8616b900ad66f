/** What came of an import, and the way back. */
import { describeFailure } from '../../lib/state/failures';
import { t, tn } from '../../lib/state/i18n';
import { leaveImport, takeBackImport } from '../../lib/state/import';
import type { ImportStage } from '../../lib/state/import-stage';
import { askFor } from '../../lib/state/list-filter';
import { go } from '../../lib/state/route';
import { Button } from '../ui/button';
import { countWords } from './import-counts';
import styles from './import-view.module.css';
import { Notice } from './notice';

type Stage<Step extends ImportStage['step']> = { stage: Extract<ImportStage, { step: Step }> };

export function ImportDone({ stage: { record, failure } }: Stage<'done'>) {
  const came = record.added + record.merged > 0;
  const whole = record.state === 'done' && !failure;
  const title = t(failure ? 'import_failed' : record.state === 'cancelled' ? 'import_cancelled' : 'import_done');
  const show = () => go({ view: 'clips', filter: askFor('import', record.name) });
  return (
    <div class={styles.stage}>
      <Notice tone={whole ? 'good' : 'problem'}>
        <strong>{title}</strong>
        <br />
        {countWords(record).join(' · ')}
      </Notice>
      {failure && <p>{describeFailure(failure)}</p>}
      {!whole && came && <p class={styles.hint}>{t('import_kept_so_far')}</p>}
      <div class={styles.actions}>
        {came && (
          <Button variant="primary" onClick={show}>
            {t('import_show')}
          </Button>
        )}
        {came && (
          <Button icon="undo-2" onClick={() => void takeBackImport(record)}>
            {t('import_undo')}
          </Button>
        )}
        <Button onClick={() => leaveImport()}>{t('import_another')}</Button>
      </div>
    </div>
  );
}

export function ImportUndone({ stage: { kept } }: Stage<'undone'>) {
  return (
    <div class={styles.stage}>
      <Notice tone="good">
        <strong>{t('import_undone')}</strong>
        <br />
        {kept > 0 ? tn('import_undone_kept', kept) : t('import_undone_all')}
      </Notice>
      <div class={styles.actions}>
        <Button variant="primary" onClick={() => leaveImport()}>
          {t('import_another')}
        </Button>
      </div>
    </div>
  );
}
