/** The small bar at selected words, at a highlight that was pressed, or at an image: colours, note, tags, copy, delete. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  type Annotation,
  type AnnotationId,
  type AnnotationPatch,
  type HighlightColour,
  highlightColours,
} from '../../lib/model/annotation';
import type { Highlights } from '../../lib/state/highlights';
import { interfaceLanguage, t } from '../../lib/state/i18n';
import { isTyping } from '../../lib/state/keys';
import { IconButton } from '../ui/button';
import styles from './highlight-bar.module.css';
import { HighlightWords } from './highlight-words';

/** Beside which words or image, of which annotation if it is one already, and what is being written of it. */
type Shown = { box: DOMRect; id: AnnotationId | null; image?: string; writing?: 'note' | 'tags' };

export type HighlightBarProps = {
  highlights: Highlights;
  /** The element that holds the text. */
  text: { current: HTMLElement | null };
  /** Where the words are from. */
  source: string;
};

export function HighlightBar({ highlights, text, source }: HighlightBarProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const latest = useRef<HighlightColour>('yellow');
  const one = highlights.all.value.find(({ annotation }) => isShown(annotation, shown));
  const current = one?.annotation ?? null;

  const close = () => setShown(null);
  const paint = async (colour: HighlightColour) => {
    latest.current = colour;
    // Words that are selected come before a highlight that was made or pressed earlier.
    const range = selectedIn(text.current);
    if (current && !range) return void highlights.edit(current.id, { colour });
    const id = range && (await highlights.add(range, colour, source));
    if (!id) return;
    const box = highlights.boxOf(id) ?? range.getBoundingClientRect();
    getSelection()?.removeAllRanges();
    setShown((now) => ({ ...now, box, id }));
  };
  const write = async (writing: 'note' | 'tags') => {
    if (!current) await paint(latest.current);
    setShown((now) => now && { ...now, writing });
  };
  const edit = (patch: AnnotationPatch) => {
    if (shown?.image) void highlights.annotateImage(shown.image, patch, source);
    else if (current) void highlights.edit(current.id, patch);
  };
  const copy = () => {
    const words = current?.target.kind === 'text' ? current.target.quote.exact : getSelection()?.toString();
    if (words) void navigator.clipboard.writeText(words);
    close();
  };
  useOpening(highlights, text, bar, setShown, () => void paint(latest.current));
  usePlace(bar, shown);
  useEscape(shown !== null, close);
  if (!shown) return null;
  return (
    <div
      ref={bar}
      class={styles.bar}
      popover="manual"
      role="toolbar"
      aria-label={t('reader_highlight_bar')}
      lang={interfaceLanguage.value}
      // The words stay selected while a button is pressed.
      onMouseDown={(event) => !isTyping(event.target) && event.preventDefault()}
    >
      <div class={styles.row}>
        {shown.image ? (
          <span class={styles.name}>{one?.quote || t('reader_image_note')}</span>
        ) : (
          <Tools colour={current?.colour ?? null} onPaint={paint} onWrite={write} onCopy={copy} />
        )}
        {current && (
          <IconButton
            icon="trash-2"
            label={t(shown.image ? 'reader_image_note_delete' : 'reader_highlight_delete')}
            onClick={() => {
              void highlights.remove(current.id);
              close();
            }}
          />
        )}
      </div>
      {(shown.image || (current && (shown.writing || current.note || current.tags.length > 0))) && (
        <HighlightWords
          of={one?.quote || t('reader_image_unnamed')}
          note={current?.note ?? ''}
          tags={current?.tags ?? []}
          onEdit={edit}
          focus={shown.writing ?? null}
        />
      )}
    </div>
  );
}

type ToolsProps = {
  colour: HighlightColour | null;
  onPaint: (colour: HighlightColour) => Promise<void>;
  onWrite: (what: 'note' | 'tags') => Promise<void>;
  onCopy: () => void;
};

/** What is done with words. */
function Tools({ colour, onPaint, onWrite, onCopy }: ToolsProps) {
  return (
    <>
      {highlightColours.map((each) => (
        <button
          key={each}
          type="button"
          class={styles.colour}
          data-colour={each}
          aria-pressed={colour === each}
          aria-label={t(`reader_colour_${each}`)}
          title={t(`reader_colour_${each}`)}
          onClick={() => void onPaint(each)}
        />
      ))}
      <span class={styles.line} />
      <IconButton icon="sticky-note" label={t('reader_highlight_note')} onClick={() => void onWrite('note')} />
      <IconButton icon="tag" label={t('reader_highlight_tag')} onClick={() => void onWrite('tags')} />
      <IconButton icon="copy" label={t('reader_highlight_copy')} onClick={onCopy} />
    </>
  );
}

/** Whether the bar is about this annotation. */
function isShown({ id, target }: Annotation, shown: Shown | null): boolean {
  return shown?.image ? target.kind === 'image' && target.url === shown.image : id === shown?.id;
}

/** What is selected of an element's text; null when nothing is, or it reaches outside. */
function selectedIn(element: HTMLElement | null): Range | null {
  const selection = getSelection();
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const isInside = element.contains(range.startContainer) && element.contains(range.endContainer);
  return isInside && range.toString().trim() !== '' ? range : null;
}

/** Opens at the end of a selection and on a press on a highlight, closes on a press elsewhere; H highlights at once. */
function useOpening(
  highlights: Highlights,
  text: { current: HTMLElement | null },
  bar: { current: HTMLElement | null },
  show: (shown: Shown | null) => void,
  highlight: () => void,
): void {
  const act = useRef(highlight);
  act.current = highlight;
  useEffect(() => {
    const offer = () => {
      const range = selectedIn(text.current);
      if (range) show({ box: range.getBoundingClientRect(), id: null });
      return range !== null;
    };
    const pressed = (event: MouseEvent) => {
      const image = (event.target as Element).closest<HTMLElement>('[data-note-image]')?.dataset.noteImage;
      if (!image) return;
      const box = (event.target as Element).getBoundingClientRect();
      // The click that a press ends in comes after it: the bar it closed is opened anew.
      setTimeout(() => show({ box, id: null, image, writing: 'note' }));
    };
    const released = (event: MouseEvent) => {
      const target = event.target as Element;
      if (bar.current?.contains(target) || target.closest?.('[data-note-image]')) return;
      if (offer()) return highlights.activate(null);
      const isText = text.current?.contains(event.target as Node) ?? false;
      const id = isText && !(event.target as Element).closest('a') ? highlights.at(event.clientX, event.clientY) : null;
      highlights.activate(id);
      const box = id && highlights.boxOf(id);
      show(box ? { box, id } : null);
    };
    const typed = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      if (event.key === 'Shift' || event.shiftKey) return void offer();
      if (event.key.toLowerCase() !== 'h' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (selectedIn(text.current)) act.current();
    };
    const doubled = ({ target, clientX, clientY }: MouseEvent) => {
      if (!text.current?.contains(target as Node)) return;
      setTimeout(() => {
        highlights.selectWord(clientX, clientY);
        offer();
      });
    };
    // After the browser has settled what is selected.
    const settled = (event: MouseEvent) => void setTimeout(released, 0, event);
    document.addEventListener('mouseup', settled);
    document.addEventListener('dblclick', doubled);
    document.addEventListener('keyup', typed);
    document.addEventListener('click', pressed);
    return () => {
      document.removeEventListener('mouseup', settled);
      document.removeEventListener('dblclick', doubled);
      document.removeEventListener('keyup', typed);
      document.removeEventListener('click', pressed);
    };
  }, [highlights, text, bar, show]);
}

/** Escape closes what opened last: the bar, before the reader around it. */
function useEscape(open: boolean, close: () => void): void {
  const act = useRef(close);
  act.current = close;
  useEffect(() => {
    if (!open) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      event.preventDefault();
      act.current();
    };
    document.addEventListener('keydown', pressed, { capture: true });
    return () => document.removeEventListener('keydown', pressed, { capture: true });
  }, [open]);
}

/** Above the words, or below where there is no room; goes with them when one scrolls. */
function usePlace(bar: { current: HTMLElement | null }, shown: Shown | null): void {
  // Before the fields in it ask for the focus.
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element || !shown) return;
    element.showPopover();
    const { box } = shown;
    const above = box.top - element.offsetHeight - 6;
    element.style.top = `${above > 8 ? above : Math.min(box.bottom + 6, innerHeight - element.offsetHeight - 8)}px`;
    const left = box.left + box.width / 2 - element.offsetWidth / 2;
    element.style.left = `${Math.max(8, Math.min(left, innerWidth - element.offsetWidth - 8))}px`;
    // Its own fields scroll too while one writes in them.
    const hide = (event: Event) => {
      if (!element.contains(event.target as Node) && element.matches(':popover-open')) element.hidePopover();
    };
    addEventListener('scroll', hide, { capture: true });
    return () => removeEventListener('scroll', hide, { capture: true });
  }, [bar, shown]);
}
