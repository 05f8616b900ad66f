/** The small bar at selected words or at a highlight: colours, note, tags, copy, delete, close. */
import { Copy, StickyNote, Tag, Trash2, X } from 'lucide';
import { type HighlightColour, highlightColours } from '../../model/annotation';
import type { PageHighlight } from '../../model/requests';
import { mergeTags, splitTags } from '../../model/tag';
import { createMaker, type Make } from './parts';
import type { HighlighterWords } from './words';

export type BarPart = 'none' | 'note' | 'tags';

export type BarActions = {
  paint(colour: HighlightColour): void;
  /** The words become a highlight if they are none yet; then its note or its tags are shown. */
  open(part: Exclude<BarPart, 'none'>): void;
  note(text: string): void;
  tags(all: string[]): void;
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
  const bar = element('div', 'card');
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
  const tags = createTagField(make, words, actions.tags, resized);
  bar.append(row, note.element, tags.element);
  moveByArrows(row);
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
      if (part === 'tags') tags.field.focus({ preventScroll: true });
    },
    focus: () => (colours.find((one) => one.ariaPressed === 'true') ?? colours[0])?.focus({ preventScroll: true }),
  };
}

function createNoteField(make: Make, words: HighlighterWords, change: (text: string) => void, resized: () => void) {
  const label = make.element('label', '', words.note);
  const field = make.element('textarea');
  field.rows = 3;
  field.maxLength = 20_000;
  field.placeholder = words.hint_note;
  field.addEventListener('input', (event) => {
    if (event.isTrusted) change(field.value);
  });
  field.addEventListener('pointerup', resized);
  label.append(field);
  return { element: label, field };
}

/** Tags as buttons that take them away, and a field that adds what is typed: at Enter, a comma, or when it is left. */
function createTagField(make: Make, words: HighlighterWords, change: (all: string[]) => void, resized: () => void) {
  const box = make.element('div');
  const list = make.element('ul', 'tags');
  const label = make.element('label', '', words.tags);
  const field = make.element('input');
  field.maxLength = 200;
  field.placeholder = words.hint_tags;
  label.append(field);
  box.append(list, label);
  let all: string[] = [];
  const show = (tags: readonly string[]) => {
    all = [...tags];
    const chips = all.map((tag) => {
      const item = make.element('li');
      const remove = make.button(
        '',
        () => {
          change(all.filter((one) => one !== tag));
          field.focus();
        },
        tag,
      );
      remove.setAttribute('aria-label', `${words.remove_tag}: ${tag}`);
      remove.append(make.icon(X));
      item.append(remove);
      return item;
    });
    list.hidden = all.length === 0;
    list.replaceChildren(...chips);
    resized();
  };
  const commit = () => {
    const added = mergeTags(all, splitTags(field.value));
    field.value = '';
    if (added.length > all.length) change(added);
  };
  field.addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.isComposing) return;
    if (event.key === 'Backspace' && field.value === '' && all.length > 0) change(all.slice(0, -1));
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    commit();
  });
  field.addEventListener('blur', commit);
  return { element: box, field, show };
}

/** In a toolbar the arrows go from button to button: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
function moveByArrows(row: HTMLElement): void {
  row.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || !event.isTrusted) return;
    const buttons = [...row.querySelectorAll('button')].filter((button) => !button.hidden);
    const at = buttons.indexOf(row.ownerDocument.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  });
}
