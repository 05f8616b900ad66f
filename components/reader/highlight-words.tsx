/** What a person says of a highlight or an image: a note and tags, stored as they are typed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnnotationPatch } from '../../lib/model/annotation';
import { t } from '../../lib/state/i18n';
import { colourOfTag } from '../../lib/state/tag-colours';
import { suggestTags } from '../../lib/state/tags';
import { TagInput } from '../ui/tag-input';
import { TextArea } from '../ui/text-area';
import styles from './highlight-words.module.css';

export type HighlightWordsProps = {
  /** The words or the image that are annotated, for those who do not see them. */
  of: string;
  note: string;
  tags: readonly string[];
  onEdit: (patch: AnnotationPatch) => void;
  /** What is to be written at once. */
  focus?: 'note' | 'tags' | null;
};

export function HighlightWords({ of, note, tags, onEdit, focus = null }: HighlightWordsProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus === 'note') area.current?.focus({ preventScroll: true });
  }, [focus]);
  // While one types the field shows what was typed: what is stored comes back a little later.
  const [typed, setTyped] = useState<string | null>(null);
  const name = of.slice(0, 60);
  return (
    <div class={styles.words}>
      <TextArea
        label={t('reader_highlight_note_of', name)}
        hideLabel
        placeholder={t('reader_highlight_note_hint')}
        rows={1}
        maxRows={8}
        areaRef={area}
        value={typed ?? note}
        onInput={(now) => {
          setTyped(now);
          onEdit({ note: now });
        }}
        onBlur={() => setTyped(null)}
      />
      <TagInput
        key={focus === 'tags' ? 'now' : 'later'}
        label={t('reader_highlight_tags_of', name)}
        hideLabel
        placeholder={t('reader_add_tags')}
        autoFocus={focus === 'tags'}
        colourOf={colourOfTag}
        tags={tags}
        suggest={(begun) => suggestTags(begun, tags)}
        onChange={(now) => onEdit({ tags: now })}
      />
    </div>
  );
}
