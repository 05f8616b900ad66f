/**
 * Where the highlighter's bar and panel are: two frames in a closed shadow root in the top layer. What is pressed and
 * typed in them never gets to the page's handlers, the page's styles never get to them, and nothing in the page moves.
 */
import type { Box } from './boxes';
import { frameStyle } from './frame-style';
import { hostStyle, hostTag } from './page-style';

const place = 'position:absolute!important;margin:0!important;padding:0!important;border:0!important;';
// An own colour scheme that differs from its document's would make a frame opaque.
const shape = `${place}background:transparent!important;color-scheme:light!important;pointer-events:auto!important`;

export type Frame = {
  document: Document;
  /** The element in which things are shown. */
  body: HTMLElement;
  /** Makes the frame as large as what it shows and puts it at a place of the window, which `at` gives for its size. */
  place(at: (size: Size) => { left: number; top: number }): void;
  hide(): void;
  isShown(): boolean;
  /** Where it is in the window; null while it is hidden. */
  box(): Box | null;
};

export type Size = { width: number; height: number };

export type Layer = {
  bar: Frame;
  panel: Frame;
  host: HTMLElement;
  isConnected(): boolean;
  remove(): void;
};

export type LayerLook = { language: string; isDark: boolean; titles: { bar: string; panel: string } };

/** Lays the layer over a page; `gone` when the page has taken it away. */
export async function openLayer(document: Document, look: LayerLook, gone: () => void): Promise<Layer> {
  const host = document.createElement(hostTag);
  host.style.cssText = hostStyle;
  host.setAttribute('popover', 'manual');
  const root = host.attachShadow({ mode: 'closed' });
  const [bar, panel] = [makeFrame(document, look.titles.bar), makeFrame(document, look.titles.panel)];
  // What one writes in lies over what lists.
  root.append(panel.element, bar.element);
  let isOver = false;
  const watch = new MutationObserver(() => {
    if (isOver || host.isConnected) return;
    remove();
    gone();
  });
  const remove = () => {
    if (isOver) return;
    isOver = true;
    watch.disconnect();
    host.remove();
  };
  (topmostModal(document) ?? document.documentElement).append(host);
  host.showPopover?.();
  // Whatever hides it: it comes to the top again.
  host.addEventListener('toggle', () => {
    if (!isOver && host.isConnected && !host.matches(':popover-open')) host.showPopover();
  });
  watch.observe(document, { childList: true, subtree: true });
  const frames = await Promise.all([bar.ready, panel.ready]);
  for (const { document: inner } of frames) dress(inner, look);
  return { bar: frames[0], panel: frames[1], host, isConnected: () => !isOver && host.isConnected, remove };
}

function makeFrame(document: Document, title: string): { element: HTMLIFrameElement; ready: Promise<Frame> } {
  const element = document.createElement('iframe');
  element.title = title;
  element.style.cssText = `${shape};display:block;width:0;height:0;visibility:hidden`;
  // Firefox replaces the first document of a frame; Chromium reports it as loaded while it is being put in.
  const ready = new Promise<Frame>((resolve) => {
    const loaded = () => {
      const inner = element.contentDocument;
      if (!inner?.body) return;
      inner.title = title;
      resolve(frameOf(element, inner));
    };
    element.addEventListener('load', loaded, { once: true });
  });
  return { element, ready };
}

function frameOf(element: HTMLIFrameElement, inner: Document): Frame {
  const body = inner.createElement('div');
  inner.body.append(body);
  const hide = () => {
    element.style.cssText = `${shape};display:block;width:0;height:0;visibility:hidden`;
  };
  return {
    document: inner,
    body,
    place: (at) => {
      const view = element.ownerDocument.defaultView;
      // Of the page's window: that of the frame is as large as what was shown last.
      body.style.maxWidth = `${(view?.innerWidth ?? 400) - 16}px`;
      body.style.maxHeight = `${(view?.innerHeight ?? 400) - 16}px`;
      body.style.setProperty('--room', `${view?.innerHeight ?? 400}px`);
      const { width, height } = body.getBoundingClientRect();
      const size = { width: Math.ceil(width), height: Math.ceil(height) };
      const { left, top } = at(size);
      element.style.cssText = `${shape};display:block;left:${left}px;top:${top}px;width:${size.width}px;height:${size.height}px`;
    },
    hide,
    isShown: () => element.style.visibility !== 'hidden',
    box: () => (element.style.visibility === 'hidden' ? null : element.getBoundingClientRect()),
  };
}

/** Clothes a frame's document by a sheet that no policy of the page refuses. */
function dress(inner: Document, { language, isDark }: LayerLook): void {
  inner.documentElement.lang = language;
  inner.documentElement.classList.toggle('dark', isDark);
  const view = inner.defaultView as Window & typeof globalThis;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(frameStyle);
  inner.adoptedStyleSheets = [sheet];
}

/** What is outside an open modal dialog is inert: the layer goes into the last of them. */
function topmostModal(document: Document): Element | null {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? null;
}
