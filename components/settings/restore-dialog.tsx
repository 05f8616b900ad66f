/** Restoring an archive: choose it, see what would come, let it come, take it back. */
import { useRef, useState } from 'preact/hooks';
import { addCounts, type MergeCounts, noCounts } from '../../lib/model/archive';
import { describeFailure } from '../../lib/state/failures';
import { formatMoment, formatNumber, t, tn } from '../../lib/state/i18n';
import {
  leaveRestore,
  openBackup,
  type RestoreStep,
  restoreBackup,
  restoreStep,
  undoRestore,
} from '../../lib/state/restore';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { Progress } from '../ui/progress';
import { Checkbox } from '../ui/toggle';
import styles from './restore-dialog.module.css';

export function RestoreDialog({ onClose }: { onClose: () => void }) {
  const now = restoreStep.value;
  const [withSettings, setWithSettings] = useState(false);
  const busy = now.step === 'reading' || now.step === 'restoring';
  const close = () => {
    leaveRestore();
    if (!busy) onClose();
  };
  return (
    <Dialog
      open
      title={t('settings_restore_title')}
      onClose={close}
      actions={<Actions now={now} close={close} withSettings={withSettings} />}
    >
      <div class={styles.body}>
        {now.step === 'none' && <Choose />}
        {busy && (
          <Progress
            label={t(now.step === 'reading' ? 'settings_restore_reading' : 'settings_restore_running')}
            value={now.total > 0 ? now.done / now.total : undefined}
          />
        )}
        {now.step === 'preview' && (
          <>
            <p>{t('settings_restore_preview', now.name, formatMoment(now.createdAt))}</p>
            <Counts counts={now.plan.counts} />
            <p class={styles.hint}>{t('settings_restore_merge')}</p>
            {now.hasSettings && (
              <Checkbox label={t('settings_restore_settings')} checked={withSettings} onChange={setWithSettings} />
            )}
            <Problems count={now.plan.problems.length} />
          </>
        )}
        {now.step === 'done' && <Done now={now} />}
        {now.step === 'failed' && (
          <p role="alert" class={styles.problem}>
            <Icon name="triangle-alert" />
            {describeFailure(now.failure)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Actions({ now, close, withSettings }: { now: RestoreStep; close: () => void; withSettings: boolean }) {
  if (now.step === 'done')
    return (
      <>
        {now.result.undo && !now.undone && (
          <Button icon="undo-2" onClick={() => void undoRestore()}>
            {t('common_undo')}
          </Button>
        )}
        <Button variant="primary" onClick={close}>
          {t('common_done')}
        </Button>
      </>
    );
  return (
    <>
      <Button onClick={close}>{t('common_cancel')}</Button>
      {now.step === 'preview' && (
        <Button variant="primary" onClick={() => void restoreBackup(withSettings)}>
          {t('settings_restore_go')}
        </Button>
      )}
    </>
  );
}

function Choose() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p>{t('settings_restore_choose_text')}</p>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        class={styles.file}
        aria-label={t('settings_restore_choose')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void openBackup(file, file.name);
        }}
      />
    </>
  );
}

function Counts({ counts }: { counts: Record<string, MergeCounts> }) {
  const all = {
    clips: counts.clips ?? noCounts,
    other: addCounts(counts.posts ?? noCounts, addCounts(counts.standing ?? noCounts, counts.assets ?? noCounts)),
  };
  const rows = [
    { name: t('common_clips'), count: all.clips },
    { name: t('settings_restore_others'), count: all.other },
  ];
  const kinds = ['new', 'newer', 'older', 'same'] as const;
  return (
    <table class={styles.counts}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('settings_restore_new')}</th>
          <th scope="col">{t('settings_restore_newer')}</th>
          <th scope="col">{t('settings_restore_older')}</th>
          <th scope="col">{t('settings_restore_same')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {kinds.map((kind) => (
              <td key={kind}>{formatNumber(count[kind])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Done({ now }: { now: Extract<RestoreStep, { step: 'done' }> }) {
  const { counts, problems, stopped } = now.result;
  if (now.undone) return <p role="status">{t('settings_restore_undone')}</p>;
  const some = Object.values(counts).some((count) => count.new + count.newer + count.older > 0);
  return (
    <>
      {stopped ? (
        <p role="alert" class={styles.problem}>
          <Icon name="triangle-alert" />
          {`${describeFailure(stopped)} ${t('settings_restore_stopped')}`}
        </p>
      ) : (
        <p role="status" class={styles.good}>
          <Icon name="circle-check" />
          {some ? tn('settings_restore_done', counts.clips.new + counts.clips.newer) : t('settings_restore_nothing')}
        </p>
      )}
      <Counts counts={counts} />
      <Problems count={problems.length} />
    </>
  );
}

function Problems({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p class={styles.problem}>
      <Icon name="triangle-alert" />
      {tn('settings_restore_problems', count)}
    </p>
  );
}
