/** One name for several tags, or another tag for one. */
import { useState } from 'preact/hooks';
import { cleanTag, type Tag, tagKey } from '../../lib/model/tag';
import { t, tn } from '../../lib/state/i18n';
import { colourOfTag } from '../../lib/state/tag-colours';
import { renameTags, suggestTags } from '../../lib/state/tags';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { Dialog } from '../ui/dialog';
import { TagInput } from '../ui/tag-input';
import styles from './merge-dialog.module.css';

/** `onClose` is told whether they were merged. */
export function MergeDialog({ tags, onClose }: { tags: readonly Tag[]; onClose: (merged: boolean) => void }) {
  const most = [...tags].sort((a, b) => b.count - a.count)[0];
  const [target, setTarget] = useState<readonly string[]>(tags.length > 1 && most ? [most.name] : []);
  const to = cleanTag(target[0] ?? '');
  const changed = tags.filter((tag) => tag.key !== tagKey(to) || tag.name !== to);
  const merge = async () => {
    if (!to) return;
    onClose(true);
    await renameTags(changed, to);
  };
  return (
    <Dialog
      open
      title={tags.length > 1 ? tn('tags_merge_title', tags.length) : t('tags_merge_into')}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{t('common_cancel')}</Button>
          <Button variant="primary" disabled={!to || changed.length === 0} onClick={() => void merge()}>
            {t('tags_merge')}
          </Button>
        </>
      }
    >
      <div class={styles.fields}>
        <ul class={styles.tags}>
          {tags.map((tag) => (
            <li key={tag.key}>
              <Chip count={String(tag.count)}>{tag.name}</Chip>
            </li>
          ))}
        </ul>
        <TagInput
          colourOf={colourOfTag}
          label={t('tags_merge_name')}
          hint={t('tags_merge_hint')}
          tags={target}
          suggest={(typed) => suggestTags(typed, [...target])}
          onChange={(names) => setTarget(names.slice(-1))}
          autoFocus
        />
      </div>
    </Dialog>
  );
}
