/** The small bar at selected words, or at a highlight that was pressed: colours, note, copy, delete. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type AnnotationId, type HighlightColour, highlightColours } from '../../lib/model/annotation';
import type { Highlights } from '../../lib/state/highlights';
import { interfaceLanguage, t } from '../../lib/state/i18n';
import { isTyping } from '../../lib/state/keys';
import { IconButton } from '../ui/button';
import styles from './highlight-bar.module.css';
import { HighlightNote } from './highlight-note';

/** Beside which words, of which highlight if it is one already, and whether its note is being written. */
type Shown = { box: DOMRect; id: AnnotationId | null; isNoting?: boolean };

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
  const current = highlights.all.value.find(({ annotation }) => annotation.id === shown?.id)?.annotation ?? null;

  const close = () => setShown(null);
  const paint = async (colour: HighlightColour) => {
    latest.current = colour;
    if (current) return void highlights.edit(current.id, { colour });
    const range = selectedIn(text.current);
    const id = range && (await highlights.add(range, colour, source));
    if (!id) return;
    const box = highlights.boxOf(id) ?? range.getBoundingClientRect();
    getSelection()?.removeAllRanges();
    setShown({ box, id });
  };
  const note = async () => {
    if (!current) await paint(latest.current);
    setShown((now) => now && { ...now, isNoting: true });
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
        {highlightColours.map((colour) => (
          <button
            key={colour}
            type="button"
            class={styles.colour}
            data-colour={colour}
            aria-pressed={current?.colour === colour}
            aria-label={t(`reader_colour_${colour}`)}
            title={t(`reader_colour_${colour}`)}
            onClick={() => void paint(colour)}
          />
        ))}
        <span class={styles.line} />
        <IconButton icon="sticky-note" label={t('reader_highlight_note')} onClick={() => void note()} />
        <IconButton icon="copy" label={t('reader_highlight_copy')} onClick={copy} />
        {current && (
          <IconButton
            icon="trash-2"
            label={t('reader_highlight_delete')}
            onClick={() => {
              void highlights.remove(current.id);
              close();
            }}
          />
        )}
      </div>
      {current && (shown.isNoting || current.note) && (
        <HighlightNote annotation={current} highlights={highlights} takesFocus={shown.isNoting ?? false} />
      )}
    </div>
  );
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
    const released = (event: MouseEvent) => {
      if (bar.current?.contains(event.target as Node)) return;
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
    // After the browser has settled what is selected.
    const settled = (event: MouseEvent) => void setTimeout(released, 0, event);
    document.addEventListener('mouseup', settled);
    document.addEventListener('keyup', typed);
    return () => {
      document.removeEventListener('mouseup', settled);
      document.removeEventListener('keyup', typed);
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
  useEffect(() => {
    const element = bar.current;
    if (!element || !shown) return;
    element.showPopover();
    const { box } = shown;
    const above = box.top - element.offsetHeight - 6;
    element.style.top = `${above > 8 ? above : Math.min(box.bottom + 6, innerHeight - element.offsetHeight - 8)}px`;
    const left = box.left + box.width / 2 - element.offsetWidth / 2;
    element.style.left = `${Math.max(8, Math.min(left, innerWidth - element.offsetWidth - 8))}px`;
    const hide = () => element.matches(':popover-open') && element.hidePopover();
    addEventListener('scroll', hide, { capture: true, once: true });
    return () => removeEventListener('scroll', hide, { capture: true });
  }, [bar, shown]);
}
