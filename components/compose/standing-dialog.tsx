/** Standing blocks: made, changed and deleted once, added to any post. */
import { useState } from 'preact/hooks';
import type { StandingBlock } from '../../lib/model/post';
import { t } from '../../lib/state/i18n';
import { emptyStanding, removeStanding, saveStanding, standingBlocks } from '../../lib/state/posts';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import { ImageList } from './image-list';
import { MarkdownField } from './markdown-field';
import styles from './standing-dialog.module.css';

export type StandingDialogProps = {
  /** Opens with this block instead of with the list. */
  edit?: StandingBlock;
  onAdd?: (block: StandingBlock) => void;
  onClose: () => void;
};

export function StandingDialog({ edit, onAdd, onClose }: StandingDialogProps) {
  const [draft, setDraft] = useState<StandingBlock | null>(edit ?? null);
  const save = async () => {
    if (draft && (draft.name.trim() || draft.markdown.trim() || draft.images.length > 0)) {
      await saveStanding({ ...draft, name: draft.name.trim() || t('compose_part_standing') });
    }
  };
  // Nothing typed is lost by Escape: closing keeps it, too.
  const close = () => void save().then(onClose);
  const done = () => void save().then(() => (edit ? onClose() : setDraft(null)));
  if (draft)
    return (
      <Dialog
        // A dialog of its own, so that the focus goes to its first field.
        key="form"
        open
        wide
        title={draft.name || t('compose_standing_new')}
        onClose={close}
        actions={
          <Button variant="primary" onClick={done}>
            {t('compose_done')}
          </Button>
        }
      >
        <StandingForm block={draft} onChange={(change) => setDraft((now) => now && change(now))} />
      </Dialog>
    );
  return (
    <Dialog
      key="list"
      open
      title={t('compose_standing_title')}
      onClose={onClose}
      actions={
        <Button icon="plus" autoFocus={standingBlocks.peek().length === 0} onClick={() => setDraft(emptyStanding())}>
          {t('compose_standing_new')}
        </Button>
      }
    >
      <StandingList onEdit={setDraft} {...(onAdd && { onAdd })} />
    </Dialog>
  );
}

type ListProps = { onEdit: (block: StandingBlock) => void; onAdd?: (block: StandingBlock) => void };

function StandingList({ onEdit, onAdd }: ListProps) {
  const blocks = standingBlocks.value;
  return (
    <>
      <p class={styles.note}>{t('compose_standing_hint')}</p>
      {blocks.length === 0 && <p class={styles.none}>{t('compose_standing_empty')}</p>}
      <ul class={styles.list}>
        {blocks.map((block) => (
          <li key={block.id} class={styles.row}>
            <span class={styles.name}>{block.name}</span>
            {onAdd && (
              <Button small onClick={() => onAdd(block)}>
                {t('compose_standing_add')}
              </Button>
            )}
            <IconButton
              small
              icon="pen-line"
              label={t('compose_standing_edit', block.name)}
              onClick={() => onEdit(block)}
            />
            <IconButton
              small
              icon="trash-2"
              label={`${t('compose_delete')}: ${block.name}`}
              onClick={() => void removeStanding(block)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

type FormProps = { block: StandingBlock; onChange: (change: (block: StandingBlock) => StandingBlock) => void };

function StandingForm({ block, onChange }: FormProps) {
  return (
    <div class={styles.form}>
      <p class={styles.note}>{t('compose_standing_shared')}</p>
      <TextField
        label={t('compose_standing_name')}
        placeholder={t('compose_standing_name_placeholder')}
        value={block.name}
        autoFocus
        onInput={(name) => onChange((now) => ({ ...now, name }))}
      />
      <MarkdownField
        label={t('compose_standing_text')}
        value={block.markdown}
        onInput={(markdown) => onChange((now) => ({ ...now, markdown }))}
      />
      <ImageList
        images={block.images}
        onChange={(change) => onChange((now) => ({ ...now, images: change(now.images) }))}
      />
    </div>
  );
}
