/** Highlighting on a live page: joins the words selected, the bar, the panel, and where highlights are kept. */
import type { HighlightColour } from '../../model/annotation';
import { highlightAt } from '../paint';
import { selectWordAt } from '../word-at';
import { type Ask, inOrder } from './ask';
import { barActions, closeBar, mark, offerBar, openBar } from './bar-acts';
import { createEdits } from './edits';
import { goTo, removeHighlight } from './list-acts';
import { listenIn, type PageEvents } from './listen';
import type { HighlighterMode } from './mode';
import { createPageHighlights } from './page-highlights';
import { markStyle } from './page-style';
import { watchPageText } from './page-text';
import type { PanelActions } from './panel';
import { complain, type Session } from './session';
import { createSurface } from './surface';
import type { HighlighterWords } from './words';

export type HighlighterGiven = {
  mode: HighlighterMode;
  words: HighlighterWords;
  isDark: boolean;
  /** The colour that was taken last. */
  colour: HighlightColour;
};

export type HighlighterPorts = {
  ask: Ask;
  shadowRootOf: (element: Element) => ShadowRoot | null;
  now(): number;
};

export type Highlighter = {
  /** The person asked again, perhaps for something else. */
  again(mode: HighlighterMode): Promise<void>;
  stop(): void;
};

/** Starts on a page. Nothing of it is changed but for one empty element, and that only while there is something to show. */
export async function startHighlighter(
  document: Document,
  given: HighlighterGiven,
  ports: HighlighterPorts,
): Promise<Highlighter> {
  const stopped = new AbortController();
  const session = createSession(document, given, ports, stopped.signal);
  const { edits, highlights, surface, text, view } = session;
  view.addEventListener('pagehide', edits.flush, { signal: stopped.signal });
  await begin(session, given.mode);
  return {
    again: (mode) => begin(session, mode),
    stop: () => {
      closeBar(session);
      stopped.abort();
      highlights.stop();
      text.stop();
      surface.remove();
    },
  };
}

function createSession(
  document: Document,
  { words, colour, isDark }: HighlighterGiven,
  ports: HighlighterPorts,
  signal: AbortSignal,
): Session {
  const view = document.defaultView as Session['view'];
  const ask = inOrder(ports.ask);
  const self = () => session;
  const events = pageEvents(self);
  const changed = watchAddress(view, () => void reload(session));
  const text = watchPageText(document, {
    shadowRootOf: (element) => (surface.owns(element) ? null : ports.shadowRootOf(element)),
    onChange: () => {
      highlights.pageChanged();
      changed();
    },
    onRoot: (root) => {
      const inner = (root.ownerDocument ?? (root as Document)).defaultView as Session['view'] | null;
      if (!inner) return;
      dress(root, inner);
      if (root.nodeType === 9) listenIn(inner, signal, events);
    },
  });
  const highlights = createPageHighlights({ text, now: ports.now, onChange: () => surface.list(highlights.all()) });
  const surface = createSurface(document, words, isDark, { bar: barActions(self), panel: panelActions(self) });
  const edits = createEdits(ask, ({ text: problem }) => surface.tell(problem, 'problem'));
  const now: Session['now'] = { colour, isActive: false, at: null, part: 'none' };
  const session: Session = { view, words, ask, text, highlights, edits, surface, now };
  return session;
}

/** Fetches the highlights and does what the person wants. */
async function begin(session: Session, mode: HighlighterMode): Promise<void> {
  const { ask, highlights, surface, words, now } = session;
  const answer = await ask('list-highlights', {});
  if (answer.ok) await highlights.set(answer.value.highlights);
  if (mode === 'show') return;
  now.isActive = true;
  await surface.setActive(true);
  if (!answer.ok) complain(session, answer.text);
  else if (offerBar(session, mode === 'start')) {
    if (mode === 'mark') await mark(session, now.colour);
  } else if (mode === 'mark') complain(session, words.nothing);
  else surface.focusPanel();
}

/** The page has become another without being loaded: so have its highlights. */
async function reload(session: Session): Promise<void> {
  const { ask, highlights, view } = session;
  const address = view.location.href;
  closeBar(session);
  await highlights.set([]);
  const answer = await ask('list-highlights', {});
  if (answer.ok && address === view.location.href) await highlights.set(answer.value.highlights);
}

/** To be called at every change; calls `changed` when the page has another address, its fragment aside. */
function watchAddress(view: Window, changed: () => void): () => void {
  const current = () => view.location.href.split('#', 1)[0] ?? '';
  let known = current();
  return () => {
    if (current() === known) return;
    known = current();
    changed();
  };
}

function pageEvents(session: () => Session): PageEvents {
  return {
    released: (event, inner) => {
      const { highlights, now } = session();
      if (now.isActive && offerBar(session(), false)) return;
      // What a press does by itself goes before what it would do for a highlight.
      const own = (event.target as Element | null)?.closest?.('a[href], button, input, select, textarea, summary');
      const id = own ? null : highlightAt(inner.document, highlights.painted(), event.clientX, event.clientY);
      if (id) openBar(session(), { selected: null, id }, false);
      else if (now.at) closeBar(session());
    },
    doubled: ({ clientX: x, clientY: y }, inner) => {
      const { now, text } = session();
      if (!now.isActive) return;
      const { model } = text.read();
      if (selectWordAt(inner.document, model, { x, y }, [...text.shadowRoots()])) offerBar(session(), false);
    },
    selectedByKeys: () => {
      const { now, surface, words } = session();
      // Who selects with keys does not see, or not look at, a bar that comes without the focus.
      if (now.isActive && offerBar(session(), false)) surface.tell(words.offered, 'done');
    },
    key: (event) => {
      if (!session().now.at) return false;
      if (event.key === 'Escape') closeBar(session());
      else if (event.key === 'Tab' && !event.shiftKey) session().surface.focusBar();
      else return false;
      return true;
    },
    maySelect: () => session().now.isActive,
    moved: () => session().surface.follow(),
  };
}

function panelActions(session: () => Session): PanelActions {
  return {
    go: (id) => goTo(session(), id),
    edit: (id) => {
      goTo(session(), id);
      openBar(session(), { selected: null, id }, true);
    },
    remove: (id) => void removeHighlight(session(), id, () => closeBar(session())),
    done: () => {
      session().now.isActive = false;
      closeBar(session());
      void session().surface.setActive(false);
    },
  };
}

/**
 * The colours of highlights must be an author's: Chromium passes over those of the user's origin. Every tree has its
 * own sheets.
 */
function dress(root: Document | ShadowRoot, view: Session['view']): void {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(markStyle);
  root.adoptedStyleSheets.push(sheet);
}
