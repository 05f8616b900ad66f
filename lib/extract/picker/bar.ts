/** The picker's bar: what is chosen, in words, with a button for each key; afterwards what became of it. */

/** What the bar says; given, because a page has no interface texts of ours. `words` and `characters` follow a number. */
export type BarWords = Record<
  | 'language'
  | 'title'
  | 'hint'
  | 'keep'
  | 'larger'
  | 'smaller'
  | 'cancel'
  | 'words'
  | 'characters'
  | 'picture'
  | 'working'
  | 'undo'
  | 'close'
  | 'failed',
  string
>;

export type BarActions = { keep(): void; larger(): void; smaller(): void; cancel(): void };

export type Bar = {
  element: HTMLElement;
  /** Says what is chosen now; read out too. */
  describe(text: string): void;
  /** Says what happens or happened in place of the buttons, with a way back where there is one. */
  tell(text: string, tone: 'working' | 'done' | 'problem', undo: (() => void) | null, close: () => void): void;
  focus(): void;
};

const colours = {
  light: {
    ground: '#fffdf8',
    ink: '#1d1b16',
    soft: '#5c574c',
    line: '#d8d2c4',
    accent: '#0b5563',
    onAccent: '#ffffff',
  },
  dark: { ground: '#22211e', ink: '#f4f1ea', soft: '#b9b3a6', line: '#4a463d', accent: '#6cc3d5', onAccent: '#0b1f24' },
};

/** A bar in `document`, in light or dark colours. */
export function createBar(document: Document, words: BarWords, actions: BarActions, isDark: boolean): Bar {
  const look = isDark ? colours.dark : colours.light;
  const make = <Name extends 'div' | 'p' | 'strong' | 'kbd' | 'button'>(name: Name, style: string, text = '') => {
    const element = document.createElement(name);
    element.style.cssText = style;
    element.textContent = text;
    return element;
  };
  const button = (text: string, key: string, isPrimary: boolean, act: () => void) => {
    const colour = isPrimary
      ? `background:${look.accent};color:${look.onAccent};border-color:${look.accent}`
      : `background:transparent;color:${look.ink};border-color:${look.line}`;
    const element = make(
      'button',
      `font:inherit;font-weight:${isPrimary ? 600 : 500};display:inline-flex;align-items:center;gap:6px;min-height:32px;padding:4px 12px;border:1px solid;border-radius:6px;cursor:pointer;white-space:nowrap;outline-offset:2px;${colour}`,
      text,
    );
    if (key) element.append(make('kbd', `font:inherit;font-size:12px;opacity:.8`, key));
    element.type = 'button';
    element.addEventListener('click', act);
    return element;
  };
  const bar = make(
    'div',
    `position:fixed;box-sizing:border-box;left:50%;bottom:16px;transform:translateX(-50%);display:flex;flex-direction:column;gap:8px;width:max-content;max-width:calc(100vw - 24px);padding:12px 16px;border:1px solid ${look.line};border-radius:8px;background:${look.ground};color:${look.ink};box-shadow:0 4px 24px rgb(0 0 0/.28);font:400 14px/1.4 system-ui,sans-serif;cursor:default`,
  );
  bar.lang = words.language;
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-label', words.title);
  const said = make(
    'p',
    `margin:0;max-width:56ch;overflow:hidden;text-overflow:ellipsis;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;color:${look.soft}`,
    words.hint,
  );
  said.setAttribute('role', 'status');
  said.setAttribute('aria-live', 'polite');
  const buttons = make('div', 'display:flex;flex-wrap:wrap;gap:8px');
  const keep = button(words.keep, '↵', true, actions.keep);
  buttons.append(
    keep,
    button(words.larger, '↑', false, actions.larger),
    button(words.smaller, '↓', false, actions.smaller),
    button(words.cancel, 'Esc', false, actions.cancel),
  );
  const heading = make('strong', 'font-weight:600', words.title);
  bar.append(heading, said, buttons);
  return {
    element: bar,
    describe: (text) => {
      said.textContent = text;
    },
    tell: (text, tone, undo, close) => {
      said.textContent = text;
      said.style.color = tone === 'problem' ? (isDark ? '#f0b35e' : '#8a4b00') : look.ink;
      heading.remove();
      const ways = [...(undo ? [button(words.undo, '', false, undo)] : []), button(words.close, '', false, close)];
      buttons.replaceChildren(...(tone === 'working' ? [] : ways));
    },
    focus: () => keep.focus({ preventScroll: true }),
  };
}
