/** What a file would bring, before anything is written: how much, what cannot be read, how it should come in. */
import { useState } from 'preact/hooks';
import { clipStatuses } from '../../lib/model/clip';
import { cleanTag } from '../../lib/model/tag';
import { formatNumber, t, tn } from '../../lib/state/i18n';
import { importFormats, keepOptions, leaveImport, readAs, startImport } from '../../lib/state/import';
import type { ImportOptions, ReadKept } from '../../lib/state/import-arrival';
import { countEntries, type Preview } from '../../lib/state/import-preview';
import type { ImportStage } from '../../lib/state/import-stage';
import { nameOfFormat } from '../../lib/state/import-words';
import { settings } from '../../lib/state/settings';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { Checkbox } from '../ui/toggle';
import { FirstRows, Problems } from './import-lists';
import styles from './import-view.module.css';
import { Notice } from './notice';

type Props = { stage: Extract<ImportStage, { step: 'preview' }>; readKept: ReadKept };

export function ImportPreview({ stage: { source, importer, preview }, readKept }: Props) {
  const remembered = settings.peek().importing;
  const [options, setOptions] = useState<ImportOptions>(() => ({
    tag: remembered.tagged ? t('import_tag_default', new Date().toLocaleDateString('sv')) : '', // 2026-11-23
    status: remembered.status,
    foldersAsTags: remembered.foldersAsTags,
  }));
  const [started, setStarted] = useState(false);
  const entries = countEntries(preview);
  const start = () => {
    setStarted(true);
    const { tag, ...others } = { ...options, tag: cleanTag(options.tag) };
    void keepOptions({ ...others, tagged: tag !== '' });
    void startImport({ ...others, tag }, readKept);
  };
  return (
    <div class={styles.stage}>
      <p class={styles.name}>{source.name}</p>
      <Select
        label={t('import_format')}
        hint={t('import_format_hint')}
        value={importer.id}
        options={importFormats.map((format) => ({ value: format.id, label: nameOfFormat(format) }))}
        onChange={(id) => {
          const chosen = importFormats.find((format) => format.id === id);
          if (chosen) void readAs(chosen);
        }}
      />
      <Totals preview={preview} />
      {preview.problemCount > 0 && <Problems name={source.name} preview={preview} />}
      {entries > 0 ? (
        <>
          <FirstRows rows={preview.rows} />
          <Options options={options} preview={preview} onChange={setOptions} />
        </>
      ) : (
        <Notice tone="problem">{t('import_nothing')}</Notice>
      )}
      <div class={styles.actions}>
        {entries > 0 && (
          <Button variant="primary" icon="import" busy={started} onClick={start}>
            {tn('import_start', preview.fresh + preview.known)}
          </Button>
        )}
        <Button onClick={() => leaveImport()}>{t('import_another')}</Button>
      </div>
    </div>
  );
}

function Totals({ preview }: { preview: Preview }) {
  const { fresh, known, problemCount, repeated } = preview;
  return (
    <div role="status">
      <dl class={styles.totals}>
        <Total label={t('import_new')} count={fresh} />
        <Total label={t('import_known')} count={known} hint={known > 0 ? t('import_known_hint') : ''} />
        <Total label={t('import_unreadable')} count={problemCount} />
      </dl>
      {repeated > 0 && <p class={styles.hint}>{tn('import_repeated', repeated)}</p>}
    </div>
  );
}

function Total({ label, count, hint = '' }: { label: string; count: number; hint?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class={styles.number}>{formatNumber(count)}</dd>
      {hint && <dd class={styles.hint}>{hint}</dd>}
    </div>
  );
}

type OptionsProps = { options: ImportOptions; preview: Preview; onChange: (options: ImportOptions) => void };

function Options({ options, preview, onChange }: OptionsProps) {
  const statuses = {
    inbox: 'library_place_inbox',
    kept: 'library_place_kept',
    archived: 'library_place_archived',
  } as const;
  return (
    <fieldset class={styles.options}>
      <legend>{t('import_options')}</legend>
      <TextField
        label={t('import_tag')}
        hint={t('import_tag_hint')}
        value={options.tag}
        onInput={(tag) => onChange({ ...options, tag: tag.slice(0, 100) })}
      />
      <Select
        label={t('import_status')}
        hint={options.status === 'as-is' ? t('import_status_as_is_hint') : undefined}
        value={options.status}
        options={[
          { value: 'as-is', label: t('import_status_as_is') },
          ...clipStatuses.map((status) => ({ value: status, label: t(statuses[status]) })),
        ]}
        onChange={(status) => onChange({ ...options, status })}
      />
      {preview.hasFolders && (
        <Checkbox
          label={t('import_folders')}
          checked={options.foldersAsTags}
          onChange={(foldersAsTags) => onChange({ ...options, foldersAsTags })}
        />
      )}
    </fieldset>
  );
}
