/** Taking a post back: as a draft, to the bin, or with a notice at its top. */
import { useState } from 'preact/hooks';
import type { Failure } from '../../lib/model/failure';
import type { Publication } from '../../lib/model/publication';
import type { Retraction } from '../../lib/model/target';
import { targetOf } from '../../lib/state/connections';
import { type MessageKey, t } from '../../lib/state/i18n';
import { retract } from '../../lib/state/ledger';
import { showToast } from '../../lib/state/toasts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Select } from '../ui/select';
import { TextArea } from '../ui/text-area';
import { PlaceFailure } from './place-failure';
import styles from './publish.module.css';

const names: Record<Retraction['kind'], { label: MessageKey; done: MessageKey }> = {
  draft: { label: 'publish_retract_draft', done: 'publish_retracted' },
  trash: { label: 'publish_retract_trash', done: 'publish_retracted' },
  correction: { label: 'publish_retract_correction', done: 'publish_corrected' },
};

export function RetractDialog({ publication, onClose }: { publication: Publication; onClose: () => void }) {
  const kinds = targetOf(publication.target)?.retractions ?? [];
  const [kind, setKind] = useState<Retraction['kind']>(kinds[0] ?? 'draft');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isCorrection = kind === 'correction';
  const go = async () => {
    setBusy(true);
    setFailure(null);
    const done = await retract(publication, isCorrection ? { kind, text } : { kind });
    setBusy(false);
    if (!done.ok) return setFailure(done.failure);
    showToast({ text: t(names[kind].done, publication.place) });
    onClose();
  };
  return (
    <Dialog
      open
      title={t('publish_retract_title', publication.place)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common_cancel')}</Button>
          <Button
            variant={isCorrection ? 'primary' : 'danger'}
            busy={busy}
            disabled={isCorrection && text.trim() === ''}
            onClick={() => void go()}
          >
            {t(isCorrection ? 'publish_correct_go' : 'publish_retract_go')}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        <Select
          label={t('publish_retract_how')}
          value={kind}
          options={kinds.map((one) => ({ value: one, label: t(names[one].label) }))}
          onChange={setKind}
        />
        {isCorrection && (
          <TextArea
            label={t('publish_retract_notice')}
            hint={t('publish_retract_notice_hint')}
            value={text}
            onInput={setText}
          />
        )}
        {failure && <PlaceFailure failure={failure} again={() => void go()} />}
      </div>
    </Dialog>
  );
}
