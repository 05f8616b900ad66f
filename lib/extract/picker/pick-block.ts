/** Lets a person point at a block of a live page, by mouse, by touch or by keys. */
import type { PickerWords } from '../../model/requests';
import { measureText } from '../../model/text-length';
import { plainText } from '../plain-text';
import { type Bar, type BarWords, createBar } from './bar';
import { blockAt, firstBlock } from './blocks';
import { createChoice } from './choice';
import { type Layer, openLayer } from './layer';

export type PickerWays = {
  words: BarWords;
  /** Keeps the block; what it resolves to is shown. */
  take(block: Element): Promise<PickerWords>;
  undo(): Promise<PickerWords>;
  isDark: boolean;
};

/** How long what became of it is shown, in milliseconds, unless somebody is at it. */
const shown = 8000;
/** Characters of a block's beginning that are read out. */
const beginning = 80;

/** Opens the picker over `document`; the returned function closes it, as does Escape. */
export function pickBlock(document: Document, ways: PickerWays): () => void {
  let close: () => void = () => undefined;
  const shut = openLayer(
    document,
    ways.words.title,
    (layer) => {
      close = choose(document, layer, ways);
    },
    () => close(),
  );
  return () => {
    close();
    shut();
  };
}

function choose(document: Document, layer: Layer, ways: PickerWays): () => void {
  const { host, document: inner } = layer;
  const view = document.defaultView as Window;
  const box = inner.createElement('div');
  box.style.cssText =
    'position:fixed;box-sizing:border-box;pointer-events:none;display:none;border:2px solid #fff;outline:3px solid #0b7285;border-radius:4px;background:rgb(11 114 133/.14);box-shadow:0 0 0 6px rgb(255 255 255/.65)';
  const choice = createChoice((block) => {
    bar.describe(describeBlock(block, ways.words));
    draw();
  });
  const end = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    layer.leave();
  };
  const keep = () => {
    const block = choice.current();
    if (!block || stop.signal.aborted) return;
    stop.abort();
    box.remove();
    void tellResult(layer, bar, ways, block);
  };
  const { larger, smaller, beside } = choice;
  const bar = createBar(inner, ways.words, { keep, larger, smaller, cancel: end }, ways.isDark);
  const draw = () => {
    const block = choice.current();
    const rect = block?.isConnected ? block.getBoundingClientRect() : null;
    box.style.display = rect ? 'block' : 'none';
    if (!rect) return;
    const edges = { left: rect.left, top: rect.top, width: rect.width, height: rect.height };
    for (const [name, value] of Object.entries(edges)) box.style.setProperty(name, `${value}px`);
  };
  const stop = listen(view, inner, bar, {
    point: (x, y) => choice.point(blockAt(document, x, y, host)),
    keep,
    keys: {
      ArrowUp: larger,
      ArrowDown: smaller,
      ArrowLeft: () => beside(-1),
      ArrowRight: () => beside(1),
      Enter: keep,
      Escape: end,
      PageDown: () => view.scrollBy({ top: view.innerHeight * 0.8, behavior: 'instant' }),
      PageUp: () => view.scrollBy({ top: -view.innerHeight * 0.8, behavior: 'instant' }),
    },
    wheel: (x, y, across, down) => scrollAt(document, host, x, y, across, down),
    draw,
    end,
  });
  inner.body.append(box, bar.element);
  inner.defaultView?.focus();
  bar.focus();
  choice.point(firstBlock(document));
  return end;
}

type Acts = {
  point(x: number, y: number): void;
  keep(): void;
  keys: Readonly<Record<string, () => void>>;
  wheel(x: number, y: number, across: number, down: number): void;
  draw(): void;
  end(): void;
};

/** Listens in the frame; and in the page, ahead of its own handlers, for keys that a page has kept from the frame. */
function listen(view: Window, inner: Document, bar: Bar, acts: Acts): AbortController {
  const stop = new AbortController();
  const { signal } = stop;
  const isOnBar = (event: Event) => event.composedPath().includes(bar.element);
  let [lastX, lastY] = [-1, -1];
  inner.addEventListener(
    'pointermove',
    (event) => {
      // A page that scrolls under a resting mouse is no move.
      if (isOnBar(event) || (event.clientX === lastX && event.clientY === lastY)) return;
      [lastX, lastY] = [event.clientX, event.clientY];
      acts.point(lastX, lastY);
    },
    { signal },
  );
  inner.addEventListener(
    'click',
    (event) => {
      if (isOnBar(event)) return;
      acts.point(event.clientX, event.clientY);
      // A finger cannot hover: its first touch shows what would be taken.
      if ((event as PointerEvent).pointerType !== 'touch') acts.keep();
    },
    { signal },
  );
  inner.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      acts.wheel(event.clientX, event.clientY, event.deltaX, event.deltaY);
    },
    { signal, passive: false },
  );
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = inner.activeElement;
    const isOwnButton =
      event.key === 'Enter' && focused?.localName === 'button' && focused !== bar.element.querySelector('button');
    const act = Object.hasOwn(acts.keys, event.key) ? acts.keys[event.key] : undefined;
    if (isOwnButton || !act) return;
    act();
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  inner.addEventListener('keydown', pressed, { signal, capture: true });
  view.addEventListener('keydown', pressed, { signal, capture: true });
  view.addEventListener('scroll', acts.draw, { signal, capture: true, passive: true });
  view.addEventListener('resize', acts.draw, { signal });
  view.addEventListener('pagehide', acts.end, { signal });
  return stop;
}

/** Scrolls what is under the mouse, as the wheel would without the layer. */
function scrollAt(document: Document, host: Element, x: number, y: number, across: number, down: number): void {
  const under = document.elementsFromPoint(x, y).find((element) => element !== host);
  for (let at: Element | null = under ?? null; at; at = at.parentElement) {
    const before = [at.scrollLeft, at.scrollTop];
    at.scrollBy({ left: across, top: down, behavior: 'instant' });
    if (at.scrollLeft !== before[0] || at.scrollTop !== before[1]) return;
  }
}

/** How long it is and how it begins. */
function describeBlock(block: Element, words: BarWords): string {
  const text = plainText(block).replace(/\s+/gu, ' ').trim();
  if (text === '') return words.picture;
  const { words: count, characters } = measureText(text.slice(0, 200_000));
  const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.slice(0, 400));
  const [number, unit] = isWide ? [characters, words.characters] : [count, words.words];
  const length = /^\p{Script=Han}/u.test(unit) ? `${number}${unit}` : `${number} ${unit}`;
  return `${length} · ${text.length > beginning ? `${text.slice(0, beginning)}…` : text}`;
}

async function tellResult(layer: Layer, bar: Bar, ways: PickerWays, block: Element): Promise<void> {
  const { remove } = layer;
  // Of the page's window, not of the frame's, which has the size of the bar from the first time on.
  const widest = Math.min(420, innerWidth - 32);
  const shrinkToBar = () => {
    bar.element.style.cssText += `;left:auto;right:0;bottom:0;transform:none;box-shadow:none;max-width:${widest}px`;
    const { width, height } = bar.element.getBoundingClientRect();
    layer.settle(Math.ceil(width), Math.ceil(height));
  };
  const show = (told: PickerWords, undo: (() => void) | null) => {
    bar.tell(told.text, told.done ? 'done' : 'problem', undo, remove);
    shrinkToBar();
    leaveLater(bar.element, remove);
  };
  const failed: PickerWords = { done: false, text: ways.words.failed };
  bar.tell(ways.words.working, 'working', null, remove);
  shrinkToBar();
  const told = await ways.take(block).catch(() => failed);
  const undo = () =>
    void ways.undo().then(
      (back) => show(back, null),
      () => show(failed, null),
    );
  show(told, told.done ? undo : null);
}

/** Goes by itself, but not from under somebody's hand. */
function leaveLater(bar: HTMLElement, leave: () => void): void {
  const again = () => {
    if (bar.matches(':hover') || bar.contains(bar.ownerDocument.activeElement)) setTimeout(again, 1000);
    else leave();
  };
  setTimeout(again, shown);
}
