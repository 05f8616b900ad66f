/** The highlights of a clip with their notes: to go to, to edit, to delete. */
import { useState } from 'preact/hooks';
import { type HighlightColour, highlightColours } from '../../lib/model/annotation';
import type { Highlights, ShownHighlight } from '../../lib/state/highlights';
import { interfaceLanguage, t, tn } from '../../lib/state/i18n';
import { IconButton } from '../ui/button';
import { Segmented } from '../ui/segmented';
import styles from './highlight-list.module.css';
import { HighlightNote } from './highlight-note';

export type HighlightListProps = {
  highlights: Highlights;
  language: string | null;
  /** Whether there is a text in which the words could be. */
  hasText: boolean;
};

export function HighlightList({ highlights, language, hasText }: HighlightListProps) {
  const [colour, setColour] = useState<HighlightColour | 'all'>('all');
  const all = highlights.all.value;
  if (all.length === 0) return null;
  const used = highlightColours.filter((each) => all.some(({ annotation }) => annotation.colour === each));
  const shown = used.some((each) => each === colour) ? all.filter((one) => one.annotation.colour === colour) : all;
  return (
    <section class={styles.list} aria-label={t('reader_highlights')} lang={interfaceLanguage.value}>
      <div class={styles.head}>
        <h2 class={styles.title}>{tn('reader_highlight_count', all.length)}</h2>
        {used.length > 1 && (
          <Segmented
            label={t('reader_highlight_filter')}
            hideLabel
            options={[
              { value: 'all' as const, label: t('reader_highlight_all') },
              ...used.map((each) => ({ value: each, label: t(`reader_colour_${each}`) })),
            ]}
            value={shown === all ? 'all' : colour}
            onChange={setColour}
          />
        )}
      </div>
      <ul class={styles.items}>
        {shown.map((one) => (
          <Item key={one.annotation.id} one={one} highlights={highlights} language={language} hasText={hasText} />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = HighlightListProps & { one: ShownHighlight };

function Item({ one: { annotation, quote, isFound }, highlights, language, hasText }: ItemProps) {
  return (
    <li class={styles.item} data-colour={annotation.colour} data-active={highlights.active.value === annotation.id}>
      <blockquote class={styles.quote} lang={language ?? undefined}>
        {isFound ? (
          <button type="button" class={styles.go} onClick={() => highlights.scrollTo(annotation.id)}>
            {quote}
          </button>
        ) : (
          <span>{quote}</span>
        )}
      </blockquote>
      {!isFound && hasText && <p class={styles.orphan}>{t('reader_highlight_orphan')}</p>}
      <div class={styles.foot}>
        <HighlightNote annotation={annotation} highlights={highlights} />
        <IconButton
          icon="trash-2"
          label={t('reader_highlight_delete')}
          onClick={() => void highlights.remove(annotation.id)}
        />
      </div>
    </li>
  );
}
