/** What a person does in a page while highlights are shown: ahead of the page's own handlers, and only what is real. */

export type PageEvents = {
  /** A button of the mouse, or a finger, was lifted: words may be selected, or a highlight was meant. */
  released(event: MouseEvent, view: Window): void;
  /** A word was pressed twice. */
  doubled(event: MouseEvent, view: Window): void;
  /** Words were selected with the keyboard. */
  selectedByKeys(): void;
  /** Whether the key was for the bar; then the page does not get it. */
  key(event: KeyboardEvent): boolean;
  /** Whether a person may select here whatever the page wants. */
  maySelect(): boolean;
  /** The page was scrolled or has another size. */
  moved(): void;
};

const movingKeys = /^(?:Shift|Arrow|Home|End|Page)/u;

/** Listens in a window until `signal`; scripts of the page cannot play any of this. */
export function listenIn(view: Window, signal: AbortSignal, events: PageEvents): void {
  const options = { signal, capture: true };
  view.addEventListener(
    'pointerup',
    (event) => {
      if (!event.isTrusted || event.button !== 0) return;
      // After the browser has settled what is selected.
      setTimeout(() => events.released(event, view), 0);
    },
    options,
  );
  view.addEventListener(
    'dblclick',
    (event) => {
      if (event.isTrusted && event.button === 0) setTimeout(() => events.doubled(event, view), 0);
    },
    options,
  );
  view.addEventListener(
    'keyup',
    (event) => {
      if (event.isTrusted && event.key.match(movingKeys) && (event.shiftKey || event.key === 'Shift'))
        events.selectedByKeys();
    },
    options,
  );
  view.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing || !events.key(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    options,
  );
  view.addEventListener(
    'selectstart',
    (event) => {
      if (events.maySelect()) event.stopImmediatePropagation();
    },
    options,
  );
  view.addEventListener('scroll', () => events.moved(), { ...options, passive: true });
  view.addEventListener('resize', () => events.moved(), options);
}
