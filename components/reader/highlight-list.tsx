/** The highlights of a clip and the notes on its images: to filter, to go to, to edit, to delete. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Annotation, type HighlightColour, highlightColours } from '../../lib/model/annotation';
import { mergeTags, tagKey } from '../../lib/model/tag';
import type { Highlights, ShownHighlight } from '../../lib/state/highlights';
import { interfaceLanguage, t, tn } from '../../lib/state/i18n';
import { bringIntoSight } from '../../lib/state/scroll';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Segmented } from '../ui/segmented';
import { Select } from '../ui/select';
import styles from './highlight-list.module.css';
import { HighlightWords } from './highlight-words';

/** The way to the list where it stands below the text. */
export function HighlightsBelow({ highlights, list }: { highlights: Highlights; list: RefObject<HTMLElement | null> }) {
  const count = highlights.all.value.length;
  if (count === 0) return null;
  const go = () => {
    bringIntoSight(list.current, 'start');
    list.current?.querySelector('button')?.focus({ preventScroll: true });
  };
  return (
    <button type="button" class={styles.below} onClick={go} lang={interfaceLanguage.value}>
      {tn('reader_highlight_count', count)}
      <Icon name="arrow-down" />
    </button>
  );
}

export type HighlightListProps = {
  highlights: Highlights;
  language: string | null;
  /** Whether there is a text in which the words could be. */
  hasText: boolean;
};

export function HighlightList({ highlights, language, hasText }: HighlightListProps) {
  const [colour, setColour] = useState<HighlightColour | 'all'>('all');
  const [tag, setTag] = useState('');
  const all = highlights.all.value;
  if (all.length === 0) return null;
  const words = all.filter(({ annotation }) => annotation.target.kind === 'text');
  const used = highlightColours.filter((each) => words.some(({ annotation }) => annotation.colour === each));
  const tags = all.reduce<string[]>((known, { annotation }) => mergeTags(known, annotation.tags), []);
  // What is filtered by may be gone meanwhile: then it filters nothing.
  const byColour = used.find((each) => each === colour);
  const byTag = tags.find((each) => tagKey(each) === tag);
  const shown = all.filter(({ annotation }) => isWanted(annotation, byColour, byTag));
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
            value={byColour ?? 'all'}
            onChange={setColour}
          />
        )}
        {tags.length > 0 && (
          <Select
            label={t('reader_highlight_filter_tag')}
            hideLabel
            value={byTag ? tag : ''}
            options={[
              { value: '', label: t('reader_highlight_any_tag') },
              ...tags.map((each) => ({ value: tagKey(each), label: each })),
            ]}
            onChange={setTag}
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

function isWanted(
  { target, colour, tags }: Annotation,
  byColour: HighlightColour | undefined,
  byTag: string | undefined,
): boolean {
  const hasColour = byColour === undefined || (target.kind === 'text' && colour === byColour);
  return hasColour && (byTag === undefined || tags.some((tag) => tagKey(tag) === tagKey(byTag)));
}

/** Scrolls a list that stands beside the text to one of its items; below the text nothing moves. */
function showBeside(item: HTMLElement): void {
  const side = item.closest('section')?.parentElement;
  if (!side || side.scrollHeight <= side.clientHeight) return;
  const [outer, inner] = [side.getBoundingClientRect(), item.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) side.scrollTop += inner.top - outer.top;
}

type ItemProps = HighlightListProps & { one: ShownHighlight };

function Item({ one: { annotation, quote, isFound }, highlights, language, hasText }: ItemProps) {
  const isImage = annotation.target.kind === 'image';
  const name = quote || t('reader_image_unnamed');
  const isActive = highlights.active.value === annotation.id;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive && item.current) showBeside(item.current);
  }, [isActive]);
  return (
    <li ref={item} class={styles.item} data-colour={isImage ? undefined : annotation.colour} data-active={isActive}>
      {!isImage && <span class={styles.colour}>{t(`reader_colour_${annotation.colour}`)}</span>}
      <blockquote class={styles.quote} lang={language ?? undefined}>
        {isFound ? (
          <button type="button" class={styles.go} onClick={() => highlights.scrollTo(annotation.id)}>
            {isImage && <Icon name="image" />}
            {name}
          </button>
        ) : (
          <span>{name}</span>
        )}
      </blockquote>
      {!isFound && hasText && (
        <p class={styles.orphan}>{t(isImage ? 'reader_image_gone' : 'reader_highlight_orphan')}</p>
      )}
      <div class={styles.foot}>
        <HighlightWords
          of={name}
          note={annotation.note}
          tags={annotation.tags}
          onEdit={(patch) => void highlights.edit(annotation.id, patch)}
        />
        <IconButton
          icon="trash-2"
          label={t(isImage ? 'reader_image_note_delete' : 'reader_highlight_delete')}
          onClick={() => void highlights.remove(annotation.id)}
        />
      </div>
    </li>
  );
}
