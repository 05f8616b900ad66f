/** A person's own words on a clip: tags and a note, both stored by themselves. */
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Clip } from '../../lib/model/clip';
import { tagKey } from '../../lib/model/tag';
import { changeTags } from '../../lib/state/clip-actions';
import { interfaceLanguage, t } from '../../lib/state/i18n';
import { takeFocusRequest } from '../../lib/state/overlay';
import type { Draft } from '../../lib/state/reader';
import { colourOfTag } from '../../lib/state/tag-colours';
import { suggestTags } from '../../lib/state/tags';
import { TagInput } from '../ui/tag-input';
import { TextArea } from '../ui/text-area';
import styles from './annotations.module.css';

export function Annotations({ clip, note }: { clip: Clip; note: Draft }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useSignalEffect(() => {
    if (takeFocusRequest('note')) area.current?.focus();
  });
  const retag = (tags: string[]) => {
    const had = new Set(clip.tags.map(tagKey));
    const has = new Set(tags.map(tagKey));
    void changeTags([clip.id], {
      add: tags.filter((tag) => !had.has(tagKey(tag))),
      remove: clip.tags.filter((tag) => !has.has(tagKey(tag))),
    });
  };
  return (
    <section class={styles.own} aria-label={t('reader_own')} lang={interfaceLanguage.value}>
      <TagInput
        colourOf={colourOfTag}
        label={t('library_tags')}
        hideLabel
        placeholder={t('reader_add_tags')}
        tags={clip.tags}
        suggest={(typed) => suggestTags(typed, clip.tags)}
        onChange={retag}
      />
      <TextArea
        label={t('reader_note')}
        hideLabel
        placeholder={t('reader_note_hint')}
        rows={1}
        maxRows={20}
        areaRef={area}
        value={note.text.value}
        onInput={note.type}
        onBlur={() => note.flush()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          event.stopPropagation();
          event.currentTarget.blur();
        }}
      />
      <p class={styles.saved} role="status">
        {!note.saved.value && t('reader_note_saving')}
      </p>
    </section>
  );
}
