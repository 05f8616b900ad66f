/**
 * A layer over a page that neither can reach the other's styles or events of: an empty frame in a closed shadow root,
 * in the top layer. Keys pressed in it and moves of the mouse over it never get to the page's handlers, whichever it
 * has; nothing in the page moves.
 */

const tag = 'clipsheet-picker';
const place = 'position:fixed!important;inset:0!important;margin:0!important;padding:0!important;border:0!important;';
const hostStyle = `all:initial!important;${place}display:block!important;width:100vw!important;height:100vh!important;max-width:none!important;max-height:none!important;z-index:2147483647!important;background:none!important;overflow:visible!important;pointer-events:auto!important;visibility:visible!important;opacity:1!important;`;
// An own colour scheme that differs from its document's would make the frame opaque.
const frameStyle = `${place}position:absolute!important;display:block!important;width:100%!important;height:100%!important;background:transparent!important;color-scheme:light!important`;

/** Milliseconds after which a key is taken to be up. */
const longestPress = 300;

export type Layer = {
  host: HTMLElement;
  /** The document in the frame: what is put into its body is seen. */
  document: Document;
  /** Shrinks the layer to a box at the lower edge of the window, and lets the page be used again. */
  settle(width: number, height: number): void;
  remove(): void;
  /** Goes out of sight at once, and away when the key that was pressed for it is up again: it is not the page's. */
  leave(): void;
};

/** Lays the layer over the page and calls `ready` once it can be filled; `gone` when the page takes it away. */
export function openLayer(
  document: Document,
  title: string,
  ready: (layer: Layer) => void,
  gone: () => void,
): () => void {
  const focused = document.activeElement;
  const host = document.createElement(tag);
  host.style.cssText = hostStyle;
  host.setAttribute('popover', 'manual');
  const frame = document.createElement('iframe');
  frame.style.cssText = frameStyle;
  frame.title = title;
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
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  const settle = (width: number, height: number) => {
    const size = `inset:auto 16px 16px auto!important;width:${width}px!important;height:${height}px!important;`;
    host.style.cssText = `${hostStyle}${size}`;
  };
  // Firefox replaces the first document of a frame; Chromium reports it as loaded while it is being put in.
  frame.addEventListener('load', () => {
    const inner = frame.contentDocument;
    if (!inner || isOver || inner.body.childElementCount > 0) return;
    inner.documentElement.style.cssText = 'color-scheme:light;background:transparent;height:100%';
    inner.body.style.cssText = 'margin:0;height:100%;overflow:hidden;background:transparent';
    const leave = () => {
      host.style.setProperty('pointer-events', 'none', 'important');
      inner.body.replaceChildren();
      inner.addEventListener('keyup', remove, { once: true });
      setTimeout(remove, longestPress);
    };
    ready({ host, document: inner, settle, remove, leave });
  });
  host.attachShadow({ mode: 'closed' }).append(frame);
  (topmostModal(document) ?? document.documentElement).append(host);
  host.showPopover?.();
  watch.observe(document, { childList: true, subtree: true });
  return remove;
}

/** What is outside an open modal dialog is inert: the layer goes into the last of them. */
function topmostModal(document: Document): Element | null {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? null;
}
