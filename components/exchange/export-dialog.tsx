/** What goes out, in which format; then how far it is. Open while the overlay `export` is. */
import { useState } from 'preact/hooks';
import { exportFormats } from '../../lib/model/export-formats';
import { cancelClipExport, type ExportScope, exportClips, exportJob } from '../../lib/state/export-clips';
import { describeFailure } from '../../lib/state/failures';
import { formatBytes, formatNumber, t } from '../../lib/state/i18n';
import { counts, inBin, selected, total } from '../../lib/state/library';
import { closeOverlay, overlay } from '../../lib/state/overlay';
import { settings } from '../../lib/state/settings';
import { showToast } from '../../lib/state/toasts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { Progress } from '../ui/progress';
import { Select } from '../ui/select';
import styles from './export-dialog.module.css';

export function ExportDialog() {
  return overlay.value === 'export' ? <Open /> : null;
}

function Open() {
  const job = exportJob.value;
  const [scope, setScope] = useState<ExportScope>(() => (selected.peek().size > 0 ? 'selected' : 'all'));
  const [chosen, setChosen] = useState<string>(settings.peek().exportFormat);
  const [problem, setProblem] = useState<string | null>(null);
  const format = exportFormats.find(({ id }) => id === chosen) ?? exportFormats[0];
  const close = () => {
    if (job) cancelClipExport();
    else closeOverlay();
  };
  const go = async () => {
    setProblem(null);
    const saved = await exportClips(scope, format);
    if (saved.ok) {
      showToast({ text: t('export_done', saved.value.name, formatBytes(saved.value.bytes)) });
      closeOverlay();
    } else if (saved.failure.kind !== 'cancelled') setProblem(describeFailure(saved.failure));
  };
  return (
    <Dialog
      open
      title={t('export_title')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('common_cancel')}</Button>
          <Button variant="primary" icon="file-down" busy={job !== null} onClick={go}>
            {t('export_go')}
          </Button>
        </>
      }
    >
      <div class={styles.body}>
        {job ? (
          <Progress
            label={t('export_progress', formatNumber(job.done), formatNumber(job.total))}
            value={job.total > 0 ? job.done / job.total : undefined}
          />
        ) : (
          <>
            <Select label={t('export_what')} value={scope} options={scopes()} onChange={setScope} />
            <Formats chosen={format.id} onChoose={setChosen} />
          </>
        )}
        {problem && (
          <p role="alert" class={styles.problem}>
            <Icon name="triangle-alert" />
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function scopes(): { value: ExportScope; label: string }[] {
  const chosen = selected.value.size;
  const options: { value: ExportScope; label: string }[] = [
    { value: 'all', label: t('export_all', formatNumber(counts.value?.total ?? 0)) },
  ];
  if (!inBin.value) options.push({ value: 'shown', label: t('export_shown', formatNumber(total.value ?? 0)) });
  if (chosen > 0) options.push({ value: 'selected', label: t('export_selected', formatNumber(chosen)) });
  return options;
}

function Formats({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  return (
    <fieldset class={styles.formats}>
      <legend>{t('export_format')}</legend>
      {exportFormats.map(({ id, label, icon }) => (
        <label key={id} class={styles.format}>
          <input type="radio" name="export-format" value={id} checked={id === chosen} onChange={() => onChoose(id)} />
          <Icon name={icon} size={20} />
          <span>
            <span class={styles.name}>{t(label)}</span>
            <span class={styles.hint}>{t(`${label}_hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
