/** Where an import begins: the place to drop files, what can be imported, and what was. */
import { useRef } from 'preact/hooks';
import type { Failure } from '../../lib/model/failure';
import type { ImportRecord } from '../../lib/model/import';
import { chosenFiles } from '../../lib/state/dropped-files';
import { describeFailure } from '../../lib/state/failures';
import { formatDate, formatMoment, type MessageKey, t } from '../../lib/state/i18n';
import { importFormats, takeBackImport } from '../../lib/state/import';
import { pastImports } from '../../lib/state/import-log';
import { offerFiles } from '../../lib/state/import-stage';
import { hintOfFormat, nameOfFormat } from '../../lib/state/import-words';
import { askFor } from '../../lib/state/list-filter';
import { hrefOf } from '../../lib/state/route';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { countWords } from './import-counts';
import styles from './import-view.module.css';
import { Notice } from './notice';

export function ImportStart({ failure }: { failure: Failure | null }) {
  return (
    <>
      <p class={styles.lead}>{t('import_text')}</p>
      {failure && <Notice tone="problem">{describeFailure(failure)}</Notice>}
      <DropPlace />
      <Formats />
      <Past />
    </>
  );
}

function DropPlace() {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    offerFiles(chosenFiles(input));
    input.value = ''; // the same file can be chosen again
  };
  return (
    <div class={styles.drop}>
      <Icon name="import" size={20} />
      <p class={styles.dropTitle}>{t('import_drop')}</p>
      <p class={styles.hint}>{t('import_drop_hint')}</p>
      <div class={styles.actions}>
        <Button variant="primary" onClick={() => files.current?.click()}>
          {t('import_choose_files')}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t('import_choose_folder')}</Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-testid="import-files"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={(element) => {
          folder.current = element;
          if (element) element.webkitdirectory = true;
        }}
        type="file"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  );
}

function Formats() {
  return (
    <section class={styles.section} aria-labelledby="import-formats">
      <h2 id="import-formats">{t('import_formats')}</h2>
      <dl class={styles.formats}>
        <div>
          <dt>{t('export_format_archive')}</dt>
          <dd>{t('import_format_archive_hint')}</dd>
        </div>
        {importFormats.map((importer) => (
          <div key={importer.id}>
            <dt>{nameOfFormat(importer)}</dt>
            <dd>{hintOfFormat(importer)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Past() {
  const past = pastImports.value ?? [];
  if (past.length === 0) return null;
  return (
    <section class={styles.section} aria-labelledby="import-past">
      <h2 id="import-past">{t('import_past')}</h2>
      <ul class={styles.past}>
        {past.map((record) => (
          <PastImport key={record.id} record={record} />
        ))}
      </ul>
    </section>
  );
}

const states: Record<ImportRecord['state'], MessageKey> = {
  running: 'import_state_running',
  done: 'import_state_done',
  cancelled: 'import_state_cancelled',
  interrupted: 'import_state_interrupted',
  failed: 'import_state_failed',
  undone: 'import_state_undone',
};

function PastImport({ record }: { record: ImportRecord }) {
  const canUndo = record.state !== 'undone' && record.state !== 'running' && record.added + record.merged > 0;
  return (
    <li>
      <div class={styles.pastWords}>
        <p class={styles.name}>
          {canUndo ? (
            <a href={hrefOf({ view: 'clips', filter: askFor('import', record.name) })}>{record.name}</a>
          ) : (
            record.name
          )}
        </p>
        <p class={styles.hint}>
          <span title={formatMoment(record.startedAt)}>{formatDate(record.startedAt)}</span>
          {' · '}
          {t(states[record.state])}
          {record.state !== 'undone' && countWords(record).map((words) => ` · ${words}`)}
        </p>
      </div>
      {canUndo && (
        <Button small icon="undo-2" onClick={() => void takeBackImport(record)}>
          {t('import_undo')}
        </Button>
      )}
    </li>
  );
}
