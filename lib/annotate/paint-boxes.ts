/**
 * Paints highlights where the browser has no Custom Highlight API: boxes over the words, in a closed shadow tree of one
 * empty element. No text node changes, and nothing in the page moves.
 */
import type { AnnotationId, HighlightColour } from '../model/annotation';
import { parentElementOf } from './originals';
import type { Painted } from './painted';

const tag = 'clipsheet-marks';
const hostStyle =
  'all:initial!important;display:block!important;position:absolute!important;left:0!important;top:0!important;width:0!important;height:0!important;pointer-events:none!important;z-index:2147483646!important';

/** Seen through: the words under it keep their own colour, in dark pages too. */
const looks: Record<HighlightColour, string> = {
  yellow: 'background:rgb(240 200 0 / .34);border-bottom:2px solid #b08c00',
  green: 'background:rgb(40 190 80 / .3);border-bottom:2px dashed #1d9a44',
  blue: 'background:rgb(50 150 255 / .28);border-bottom:2px dotted #2a86e0',
  pink: 'background:rgb(240 70 150 / .26);border-bottom:3px double #d04a90',
  orange: 'background:rgb(255 140 20 / .32);border-bottom:2px groove #d07000',
};

type Boxes = { show(all: readonly Painted[], active: AnnotationId | null): void };
const known = new WeakMap<Document, Boxes>();

/** Puts boxes for these highlights in the place of all that were there in this document; they follow their words. */
export function paintBoxes(document: Document, all: readonly Painted[], active: AnnotationId | null): void {
  const own = all.map((one) => ({
    ...one,
    ranges: one.ranges.filter((range) => range.startContainer.ownerDocument === document),
  }));
  const boxes = known.get(document) ?? createBoxes(document);
  known.set(document, boxes);
  boxes.show(
    own.filter(({ ranges }) => ranges.length > 0),
    active,
  );
}

function createBoxes(document: Document): Boxes {
  const view = document.defaultView as Window & typeof globalThis;
  const host = document.createElement(tag);
  host.style.cssText = hostStyle;
  const root = host.attachShadow({ mode: 'closed' });
  let shown: readonly Painted[] = [];
  let active: AnnotationId | null = null;
  let frame = 0;
  const place = () => {
    frame = 0;
    const origin = host.getBoundingClientRect();
    const boxes = shown.flatMap((one) =>
      one.ranges
        .flatMap((range) => seenRects(range, view))
        .map((rect) => makeBox(document, rect, origin, one.colour, one.id === active)),
    );
    root.replaceChildren(...boxes);
  };
  const later = () => {
    if (frame === 0) frame = view.requestAnimationFrame(place);
  };
  const size = new view.ResizeObserver(later);
  let watching: AbortController | null = null;
  return {
    show: (all, wanted) => {
      shown = all;
      active = wanted;
      if (all.length === 0) {
        watching?.abort();
        watching = null;
        size.disconnect();
        return host.remove();
      }
      if (!host.isConnected) document.documentElement.append(host);
      place();
      if (watching) return;
      watching = new AbortController();
      const options = { signal: watching.signal, capture: true, passive: true };
      for (const name of ['scroll', 'load', 'toggle', 'transitionend']) view.addEventListener(name, later, options);
      view.addEventListener('resize', later, options);
      size.observe(document.documentElement);
      if (document.body) size.observe(document.body);
    },
  };
}

type Rect = { left: number; top: number; right: number; bottom: number };

/** Where words are, as far as what scrolls around them lets them be seen. */
function seenRects(range: Range, view: Window): Rect[] {
  const frames: Rect[] = [];
  const start = range.startContainer.parentElement;
  for (let at = start; at && at !== at.ownerDocument.documentElement; at = parentElementOf(at) as HTMLElement | null)
    if (at !== at.ownerDocument.body && view.getComputedStyle(at).overflow !== 'visible')
      frames.push(at.getBoundingClientRect());
  return [...range.getClientRects()]
    .map((rect) => frames.reduce<Rect>(common, rect))
    .filter(({ left, top, right, bottom }) => right - left > 0.5 && bottom - top > 0.5);
}

function common(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function makeBox(
  document: Document,
  rect: Rect,
  origin: Rect,
  colour: HighlightColour,
  isActive: boolean,
): HTMLElement {
  const box = document.createElement('div');
  const [left, top] = [rect.left - origin.left, rect.top - origin.top];
  const size = `width:${rect.right - rect.left}px;height:${rect.bottom - rect.top}px`;
  const emphasis = isActive ? ';outline:2px solid #0b5563' : '';
  box.style.cssText = `position:absolute;box-sizing:border-box;left:${left}px;top:${top}px;${size};${looks[colour]}${emphasis}`;
  return box;
}
