/** Sending a post to a colleague: what to tell them, whether it goes into review, and the file. */
import { useState } from 'preact/hooks';
import type { Failure } from '../../lib/model/failure';
import { describeFailure } from '../../lib/state/failures';
import { t } from '../../lib/state/i18n';
import { sendPost } from '../../lib/state/send-post';
import { showToast } from '../../lib/state/toasts';
import { Notice } from '../publish/notice';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextArea } from '../ui/text-area';
import { Checkbox } from '../ui/toggle';
import { useDesk } from './desk';
import styles from './send-dialog.module.css';

export function SendDialog({ onClose }: { onClose: () => void }) {
  const { composer } = useDesk();
  const { status, language } = composer.post.value;
  const [message, setMessage] = useState('');
  const [review, setReview] = useState(true);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isDraft = status === 'draft';
  const send = async () => {
    setBusy(true);
    setFailure(null);
    await composer.flush();
    const sent = await sendPost(composer.post.peek(), { message: message.trim(), review: isDraft && review });
    setBusy(false);
    if (sent.ok) {
      showToast({ text: t('bundle_saved', sent.value.name) });
      onClose();
    } else if (sent.failure.kind !== 'cancelled') setFailure(sent.failure);
  };
  return (
    <Dialog
      open
      title={t('bundle_send_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common_cancel')}</Button>
          <Button variant="primary" icon="download" busy={busy} onClick={() => void send()}>
            {t('bundle_save')}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        <p>{t('bundle_send_text')}</p>
        <TextArea
          label={t('bundle_message')}
          hint={t('bundle_message_hint')}
          rows={3}
          lang={language}
          value={message}
          onInput={setMessage}
        />
        {isDraft && <Checkbox label={t('bundle_review')} checked={review} onChange={setReview} />}
        <p class={styles.hint}>{t('bundle_send_without')}</p>
        {failure && <Notice tone="problem">{describeFailure(failure)}</Notice>}
      </div>
    </Dialog>
  );
}
