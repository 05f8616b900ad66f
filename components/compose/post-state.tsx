/** The state of a post, and what can be made of it; who corrects or retracts tells readers why. */
import { useState } from 'preact/hooks';
import { nextStatuses, type PostStatus } from '../../lib/model/post-status';
import { type MessageKey, t } from '../../lib/state/i18n';
import { moveToStatus } from '../../lib/state/post-status';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import type { IconName } from '../ui/icons';
import { Menu } from '../ui/menu';
import { TextArea } from '../ui/text-area';
import { useDesk } from './desk';
import { statusWords } from './status-words';

const acts: Readonly<Record<PostStatus, { label: MessageKey; icon: IconName }>> = {
  draft: { label: 'compose_to_draft', icon: 'pen-line' },
  'in-review': { label: 'compose_to_review', icon: 'eye' },
  approved: { label: 'compose_to_approved', icon: 'circle-check' },
  scheduled: { label: 'compose_to_scheduled', icon: 'clock' },
  published: { label: 'compose_to_published', icon: 'globe' },
  corrected: { label: 'compose_to_corrected', icon: 'pen-line' },
  retracted: { label: 'compose_to_retracted', icon: 'undo-2' },
};

export function PostState() {
  const { composer } = useDesk();
  const { id, status } = composer.post.value;
  const [telling, setTelling] = useState<'corrected' | 'retracted' | null>(null);
  const choose = (to: PostStatus) => {
    if (to === 'corrected' || to === 'retracted') setTelling(to);
    else void composer.flush().then(() => moveToStatus(id, to));
  };
  return (
    <>
      <Menu
        small
        showLabel
        align="start"
        variant="quiet"
        label={t(statusWords[status])}
        items={nextStatuses[status].map((to) => ({
          label: t(acts[to].label),
          icon: acts[to].icon,
          onSelect: () => choose(to),
        }))}
      />
      {telling && <NoticeDialog to={telling} onClose={() => setTelling(null)} />}
    </>
  );
}

function NoticeDialog({ to, onClose }: { to: 'corrected' | 'retracted'; onClose: () => void }) {
  const { composer } = useDesk();
  const [text, setText] = useState('');
  const done = async () => {
    const notice = { kind: to === 'corrected' ? ('correction' as const) : ('retraction' as const), text: text.trim() };
    composer.edit((post) => ({ ...post, notices: [...(post.notices ?? []), { ...notice, at: Date.now() }] }));
    onClose();
    await composer.flush();
    await moveToStatus(composer.post.peek().id, to, notice.text);
  };
  return (
    <Dialog
      open
      title={t(acts[to].label)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common_cancel')}</Button>
          <Button variant="primary" disabled={!text.trim()} onClick={() => void done()}>
            {t('common_done')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('compose_notice')}
        hint={t('compose_notice_hint')}
        rows={3}
        lang={composer.post.value.language}
        value={text}
        onInput={setText}
      />
    </Dialog>
  );
}
