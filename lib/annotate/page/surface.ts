/** What is seen of the highlighter: bar and panel, made when there is first something to show, and anew when they are taken away. */
import type { PageHighlight } from '../../model/requests';
import { type Bar, type BarActions, type BarPart, createBar } from './bar';
import { type Box, besideBox, inCorner } from './boxes';
import { type Frame, type Layer, openLayer } from './layer';
import { createPanel, type Listed, type Panel, type PanelActions } from './panel';
import type { HighlighterWords } from './words';

export type Surface = {
  /** Whether an element is the highlighter's own. */
  owns(element: Element): boolean;
  showBar(highlight: PageHighlight | null, part: BarPart, box: () => Box | null, focus: boolean): Promise<void>;
  hideBar(): void;
  focusBar(): void;
  /** The words have moved. */
  follow(): void;
  setActive(isActive: boolean): Promise<void>;
  focusPanel(): void;
  list(all: readonly Listed[]): void;
  /** Says what happened, in the panel. */
  tell(text: string, tone: 'done' | 'problem', undo?: (() => void) | null): void;
  /** Puts words on the clipboard and says so. */
  copy(text: string, said: string): void;
  remove(): void;
};

type Open = { layer: Layer; bar: Bar; panel: Panel };

/** Milliseconds in which a bar that has just appeared hears no mouse: the click may have been meant for the page. */
const unready = 200;
/** Milliseconds that the panel is shown for a message alone. */
const shown = 8000;

export function createSurface(
  document: Document,
  words: HighlighterWords,
  isDark: boolean,
  actions: { bar: BarActions; panel: PanelActions },
): Surface {
  const view = document.defaultView as Window;
  const state: State = { open: null, box: null, isActive: false, listed: [] };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ensure = createOpening(document, state, words, isDark, actions);
  const tell: Surface['tell'] = (text, tone, undo = null) => {
    const hasFocus = document.activeElement === state.open?.layer.host;
    void ensure().then(({ layer, panel }) => {
      placePanel(state, view);
      panel.tell(text, tone, undo);
      if (undo && hasFocus) focusIn(layer.panel, panel);
      clearTimeout(timer);
      if (!state.isActive) timer = setTimeout(() => layer.panel.hide(), shown);
    });
  };
  return {
    owns: (element) => element === state.open?.layer.host,
    showBar: async (highlight, part, box, focus) => {
      const { bar, layer } = await ensure();
      state.box = box;
      if (!layer.bar.isShown() && !focus) refuseEarlyClicks(layer.bar);
      bar.show(highlight, part);
      if (focus) focusIn(layer.bar, bar);
    },
    hideBar: () => {
      state.box = null;
      if (!state.open?.layer.bar.isShown()) return;
      const hadFocus = document.activeElement === state.open.layer.host;
      state.open.layer.bar.hide();
      if (state.open.layer.panel.isShown()) placePanel(state, view);
      if (hadFocus) view.focus();
    },
    focusBar: () => {
      if (state.open) focusIn(state.open.layer.bar, state.open.bar);
    },
    follow: () => placeBar(state, view),
    setActive: async (wanted) => {
      state.isActive = wanted;
      const open = wanted ? await ensure() : state.open;
      open?.layer.host.toggleAttribute('data-active', wanted);
      clearTimeout(timer);
      if (wanted) placePanel(state, view);
      else open?.layer.panel.hide();
    },
    focusPanel: () => {
      if (state.open) focusIn(state.open.layer.panel, state.open.panel);
    },
    list: (all) => {
      state.listed = all;
      state.open?.panel.list(all);
    },
    tell,
    copy: (text, said) => {
      if (state.open) copyIn(state.open.layer.bar.document, text);
      tell(said, 'done');
    },
    remove: () => state.open?.layer.remove(),
  };
}

type State = {
  open: Open | null;
  /** Where the words are that the bar is at; null when it is at none. */
  box: (() => Box | null) | null;
  isActive: boolean;
  listed: readonly Listed[];
};

/** Opens layer, bar and panel once, and again when the page has taken them away. */
function createOpening(
  document: Document,
  state: State,
  words: HighlighterWords,
  isDark: boolean,
  actions: { bar: BarActions; panel: PanelActions },
): () => Promise<Open> {
  const view = document.defaultView as Window;
  let opening: Promise<Open> | null = null;
  const gone = () => {
    state.open = null;
    opening = null;
    actions.bar.close();
  };
  const make = async (): Promise<Open> => {
    const look = { language: words.language, isDark, titles: { bar: words.bar, panel: words.panel } };
    const layer = await openLayer(document, look, gone);
    const bar = createBar(layer.bar.document, words, actions.bar, () => placeBar(state, view));
    const panel = createPanel(layer.panel.document, words, actions.panel, () => {
      if (layer.panel.isShown()) placePanel(state, view);
    });
    layer.bar.body.append(bar.element);
    layer.panel.body.append(panel.element);
    onEscape(layer.bar.document, actions.bar.close, view);
    onEscape(layer.panel.document, actions.panel.done, view);
    layer.host.toggleAttribute('data-active', state.isActive);
    panel.list(state.listed);
    state.open = { layer, bar, panel };
    return state.open;
  };
  return () => {
    if (state.open && !state.open.layer.isConnected()) gone();
    opening ??= make();
    return opening;
  };
}

function placeBar({ open, box }: State, view: Window): void {
  if (!open || !box) return;
  const words = box();
  open.layer.bar.place((size) =>
    words ? besideBox(words, size, view) : { left: 8, top: view.innerHeight - size.height - 8 },
  );
  if (open.layer.panel.isShown()) placePanel({ open }, view);
}

function placePanel({ open }: Pick<State, 'open'>, view: Window): void {
  open?.layer.panel.place((size) => inCorner(size, open.layer.bar.box(), view));
}

function focusIn(frame: Frame, part: { focus(): void }): void {
  frame.body.inert = false;
  frame.document.defaultView?.focus();
  part.focus();
}

function onEscape(document: Document, leave: () => void, view: Window): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || !event.isTrusted) return;
    leave();
    view.focus();
  });
}

function refuseEarlyClicks({ body }: Frame): void {
  body.inert = true;
  setTimeout(() => {
    body.inert = false;
  }, unready);
}

/** By a field in the frame: it needs no permission, works on pages without https, and the page hears nothing of it. */
function copyIn(document: Document, text: string): void {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.style.cssText = 'position:fixed;opacity:0';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  (focused as HTMLElement | null)?.focus();
}
