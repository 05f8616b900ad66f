/** The small bar at selected words or at a highlight: colours, note, tags, copy, delete, close. */
import { Copy, StickyNote, Tag, Trash2, X } from 'lucide';
import { type HighlightColour, highlightColours } from '../../model/annotation';
import type { PageHighlight } from '../../model/requests';
import { moveByKeys } from './arrow-keys';
import { createMaker, type Make } from './parts';
import { createTagField } from './tag-field';
import type { HighlighterWords } from './words';

export type BarPart = 'none' | 'note' | 'tags';

export type BarActions = {
  paint(colour: HighlightColour): void;
  /** The words become a highlight if they are none yet; then its note or its tags are shown. */
  open(part: Exclude<BarPart, 'none'>): void;
  note(text: string): void;
  tags(all: string[]): void;
  /** Known tags for what is typed. */
  suggest(typed: string, except: readonly string[]): Promise<readonly string[]>;
  copy(): void;
  remove(): void;
  close(): void;
};

export type Bar = {
  element: HTMLElement;
  /** Shows the words as what they are now: a highlight, or (null) none yet. */
  show(highlight: PageHighlight | null, part: BarPart): void;
  /** The focus goes to what is of use next: the field that is open, else the first colour. */
  focus(): void;
};

/** A bar in the document of a frame. `resized` after anything that changes its size. */
export function createBar(document: Document, words: HighlighterWords, actions: BarActions, resized: () => void): Bar {
  const make = createMaker(document);
  const { element, iconButton } = make;
  const bar = element('div', 'card bar');
  const row = element('div', 'row');
  row.setAttribute('role', 'toolbar');
  row.setAttribute('aria-label', words.bar);
  const colours = highlightColours.map((colour) => {
    const button = make.button('colour', () => actions.paint(colour));
    button.dataset.colour = colour;
    button.title = words[colour];
    button.setAttribute('aria-label', words[colour]);
    button.append(element('span'));
    return button;
  });
  const toNote = iconButton(StickyNote, words.note, () => actions.open('note'));
  const toTags = iconButton(Tag, words.tags, () => actions.open('tags'));
  const toDelete = iconButton(Trash2, words.delete, actions.remove);
  row.append(
    ...colours,
    element('span', 'rule'),
    toNote,
    toTags,
    iconButton(Copy, words.copy, actions.copy),
    toDelete,
    iconButton(X, words.close, actions.close),
  );
  const note = createNoteField(make, words, actions.note, resized);
  const tags = createTagField(make, words, { change: actions.tags, suggest: actions.suggest, resized });
  bar.append(row, note.element, tags.element);
  moveByKeys(row);
  let shownId: string | null = null;
  return {
    element: bar,
    show: (highlight, part) => {
      for (const button of colours)
        button.setAttribute('aria-pressed', String(button.dataset.colour === highlight?.colour));
      toDelete.hidden = highlight === null;
      const isOther = shownId !== (highlight?.id ?? null);
      shownId = highlight?.id ?? null;
      if (isOther) note.field.value = highlight?.note ?? '';
      note.element.hidden = !(part === 'note' || highlight?.note);
      tags.element.hidden = !(part === 'tags' || (highlight?.tags.length ?? 0) > 0);
      tags.show(highlight?.tags ?? []);
      toNote.setAttribute('aria-expanded', String(!note.element.hidden));
      toTags.setAttribute('aria-expanded', String(!tags.element.hidden));
      resized();
      if (part === 'note') note.field.focus({ preventScroll: true });
      if (part === 'tags') tags.focus();
    },
    focus: () => (colours.find((one) => one.ariaPressed === 'true') ?? colours[0])?.focus({ preventScroll: true }),
  };
}

function createNoteField(make: Make, words: HighlighterWords, change: (text: string) => void, resized: () => void) {
  const { element, field } = make.field('textarea', words.note);
  field.rows = 3;
  field.maxLength = 20_000;
  field.placeholder = words.hint_note;
  field.addEventListener('input', (event) => {
    if (event.isTrusted) change(field.value);
  });
  field.addEventListener('pointerup', resized);
  return { element, field };
}
