/** The panel in the corner: that one can highlight, what has been marked on the page and what is no longer found. */
import { List, Pencil, Trash2 } from 'lucide';
import type { AnnotationId } from '../../model/annotation';
import type { PageHighlight } from '../../model/requests';
import { createMaker } from './parts';
import type { HighlighterWords } from './words';

export type Listed = { highlight: PageHighlight; isFound: boolean };

export type PanelActions = {
  go(id: AnnotationId): void;
  edit(id: AnnotationId): void;
  remove(id: AnnotationId): void;
  done(): void;
};

export type Panel = {
  element: HTMLElement;
  list(all: readonly Listed[]): void;
  /** Says what happened, for eyes and ears, with a way back where there is one. */
  tell(text: string, tone: 'done' | 'problem', undo?: (() => void) | null): void;
  /** To the way back where there is one, else to the list. */
  focus(): void;
};

/** A panel in the document of a frame. `resized` after anything that changes its size. */
export function createPanel(
  document: Document,
  words: HighlighterWords,
  actions: PanelActions,
  resized: () => void,
): Panel {
  const { element, button, icon, iconButton } = createMaker(document);
  const panel = element('section', 'card panel');
  panel.setAttribute('aria-label', words.panel);
  const head = element('div', 'row');
  const title = element('h2', '', words.panel);
  const done = button('text main', actions.done, words.done);
  const list = element('ul', 'list');
  const toList = button('text', () => {
    list.hidden = !list.hidden;
    toList.setAttribute('aria-expanded', String(!list.hidden));
    resized();
  });
  list.hidden = true;
  toList.hidden = true;
  toList.setAttribute('aria-expanded', 'false');
  const number = element('span');
  toList.append(icon(List), words.list, ' ', number);
  head.append(title, toList, done);
  const said = element('p', '', words.hint);
  said.setAttribute('role', 'status');
  said.setAttribute('aria-live', 'polite');
  const ways = element('div', 'row');
  ways.hidden = true;
  panel.append(head, said, ways, list);

  const item = ({ highlight, isFound }: Listed) => {
    const one = element('li');
    one.dataset.colour = highlight.colour;
    const quote = element('span', 'quote', highlight.target.quote.exact);
    const what = isFound ? button('go', () => actions.go(highlight.id)) : element('div', 'go');
    // Beside it is a stripe of the colour, which not everybody sees.
    what.append(element('span', 'heard', words[highlight.colour]), quote);
    if (!isFound) what.append(element('span', 'lost', words.lost));
    if (highlight.note) what.append(element('span', 'said', highlight.note));
    if (highlight.tags.length > 0) what.append(element('span', 'said', highlight.tags.join(', ')));
    const tools = element('span', 'row');
    tools.append(
      iconButton(Pencil, words.edit, () => actions.edit(highlight.id)),
      iconButton(Trash2, words.delete, () => actions.remove(highlight.id)),
    );
    one.append(what, tools);
    return one;
  };
  return {
    element: panel,
    list: (all) => {
      number.textContent = String(all.length);
      toList.hidden = all.length === 0;
      if (all.length === 0) list.hidden = true;
      list.replaceChildren(...all.map(item));
      resized();
    },
    tell: (text, tone, undo = null) => {
      said.textContent = text;
      said.className = tone === 'problem' ? 'problem' : '';
      ways.replaceChildren(...(undo ? [button('text', undo, words.undo)] : []));
      ways.hidden = undo === null;
      resized();
    },
    focus: () => (ways.querySelector('button') ?? (toList.hidden ? done : toList)).focus({ preventScroll: true }),
  };
}
