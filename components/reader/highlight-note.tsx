/** What a person says of a highlight: stored as it is typed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Annotation } from '../../lib/model/annotation';
import type { Highlights } from '../../lib/state/highlights';
import { t } from '../../lib/state/i18n';
import { TextArea } from '../ui/text-area';

export type HighlightNoteProps = {
  annotation: Annotation;
  highlights: Highlights;
  /** Whether it is to be written at once. */
  takesFocus?: boolean;
};

export function HighlightNote({ annotation, highlights, takesFocus = false }: HighlightNoteProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) area.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  // While one types the field shows what was typed: what is stored comes back a little later.
  const [typed, setTyped] = useState<string | null>(null);
  const words = annotation.target.kind === 'text' ? annotation.target.quote.exact : annotation.target.url;
  return (
    <TextArea
      label={t('reader_highlight_note_of', words.slice(0, 60))}
      hideLabel
      placeholder={t('reader_highlight_note_hint')}
      rows={1}
      maxRows={8}
      areaRef={area}
      value={typed ?? annotation.note}
      onInput={(note) => {
        setTyped(note);
        void highlights.edit(annotation.id, { note });
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
