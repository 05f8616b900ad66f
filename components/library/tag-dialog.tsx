/** Tags of one clip or of many at once: those that all of them share are shown; what is added or removed goes to all. */
import { useState } from 'preact/hooks';
import type { Clip } from '../../lib/model/clip';
import { tagKey } from '../../lib/model/tag';
import { t, tn } from '../../lib/state/i18n';
import { targetClips, targets } from '../../lib/state/library';
import { tagTargets } from '../../lib/state/list-actions';
import { closeOverlay, overlay } from '../../lib/state/overlay';
import { colourOfTag } from '../../lib/state/tag-colours';
import { suggestTags } from '../../lib/state/tags';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TagInput } from '../ui/tag-input';

export function TagDialog() {
  if (overlay.value !== 'tags') return null;
  return <Open clips={targetClips.peek()} count={targets.peek().length} />;
}

function Open({ clips, count }: { clips: readonly Clip[]; count: number }) {
  const [before] = useState(() => sharedTags(clips));
  const [tags, setTags] = useState<readonly string[]>(before);
  const save = () => {
    const now = new Set(tags.map(tagKey));
    const had = new Set(before.map(tagKey));
    tagTargets({
      add: tags.filter((tag) => !had.has(tagKey(tag))),
      remove: before.filter((tag) => !now.has(tagKey(tag))),
    });
    closeOverlay();
  };
  return (
    <Dialog
      open
      title={tn('library_tag_dialog', count)}
      onClose={closeOverlay}
      actions={
        <>
          <Button onClick={closeOverlay}>{t('common_cancel')}</Button>
          <Button variant="primary" onClick={save}>
            {t('common_done')}
          </Button>
        </>
      }
    >
      <TagInput
        colourOf={colourOfTag}
        label={t('library_tags')}
        hint={count > 1 ? t('library_tag_dialog_hint') : undefined}
        tags={tags}
        suggest={(typed) => suggestTags(typed, tags)}
        onChange={setTags}
        autoFocus
        offers
      />
    </Dialog>
  );
}

function sharedTags(clips: readonly Clip[]): readonly string[] {
  const [first, ...others] = clips;
  if (!first) return [];
  return first.tags.filter((tag) => others.every((clip) => clip.tags.some((other) => tagKey(other) === tagKey(tag))));
}
