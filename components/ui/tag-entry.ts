/** The typing of a tag input: what each key, paste and composition does with the text and the tags. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mergeTags, splitTags } from '../../lib/model/tag';
import type { SuggestedTag } from './tag-input-parts';

type Entry = { tags: readonly string[]; onChange: (tags: string[]) => void; onType?: (text: string) => void };

const separators = /[,，、;；\n]/u;

/** Text and list of a tag input, and the handlers of its `<input>`. The input keeps its own value: compositions need it. */
export function useTagEntry({ tags, onChange, onType }: Entry) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  // Several events can come before the next render: they all start from the newest tags.
  const newest = useRef(tags);
  useLayoutEffect(() => {
    newest.current = tags;
  }, [tags]);

  const change = (next: string[]) => {
    if (next.length === newest.current.length && next.every((tag, i) => tag === newest.current[i])) return;
    newest.current = next;
    onChange(next);
  };
  const write = (typed: string, listOpen: boolean) => {
    if (input.current && input.current.value !== typed) input.current.value = typed;
    setText(typed);
    setActive(-1);
    setOpen(listOpen);
    onType?.(typed);
  };
  const commit = (names: string[], rest = '') => {
    change(mergeTags(newest.current, names));
    write(rest, rest !== '');
  };
  /** Commits everything before the last separator; what follows it is still being typed. */
  const read = (typed: string) => {
    const parts = typed.split(separators);
    const rest = (parts.pop() ?? '').trimStart();
    if (parts.length > 0) commit(splitTags(parts.join(',')), rest);
    else write(typed, typed.trim() !== '');
  };
  const remove = (name: string) => change(newest.current.filter((tag) => tag !== name));
  const takeBack = () => {
    const last = newest.current.at(-1);
    if (last === undefined) return;
    remove(last);
    write(last, true);
  };

  const composing = useRef(false);
  const typing = useTyping({ input, composing, read, commit, setText, setOpen });
  const onKeyDown = (event: KeyboardEvent, found: readonly SuggestedTag[], at: number) => {
    // Safari ends the composition before the key that ended it: that key still has the code 229.
    if (composing.current || event.isComposing || event.keyCode === 229) return;
    const field = input.current;
    const act = field && keyAction(event.key, { text: field.value, open: found.length > 0, active: at });
    if (!act) return;
    if (act === 'chips') return focusLastChip(field);
    event.preventDefault();
    if (act === 'close') event.stopPropagation();
    const actions = {
      close: () => setOpen(false),
      next: () => {
        setOpen(true);
        setActive(found.length > 0 ? (at + 1) % found.length : -1);
      },
      previous: () => setActive((at <= 0 ? found.length : at) - 1),
      pick: () => commit([found[at]?.name ?? '']),
      commit: () => commit(splitTags(field.value)),
      'take-back': takeBack,
    };
    actions[act]();
  };
  return { text, open, active, input, setOpen, remove, pick: (name: string) => commit([name]), onKeyDown, ...typing };
}

type Typing = {
  input: { current: HTMLInputElement | null };
  composing: { current: boolean };
  read: (typed: string) => void;
  commit: (names: string[]) => void;
  setText: (typed: string) => void;
  setOpen: (open: boolean) => void;
};

/**
 * Input, composition, paste and blur. Browsers end a composition in different orders: Chromium sends the last `input`
 * before `compositionend`, Firefox and Safari after it; reading the text at both is harmless, for it is read whole.
 */
function useTyping({ input, composing, read, commit, setText, setOpen }: Typing) {
  const afterPress = usePress();
  return {
    onInput: (event: InputEvent) => {
      if (composing.current || event.isComposing) setText(input.current?.value ?? '');
      else read(input.current?.value ?? '');
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: () => {
      composing.current = false;
      read(input.current?.value ?? '');
    },
    onPaste: (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.getData('text') ?? '';
      const field = input.current;
      if (!field || !separators.test(pasted)) return;
      event.preventDefault();
      const from = field.selectionStart ?? field.value.length;
      const to = field.selectionEnd ?? from;
      commit(splitTags(field.value.slice(0, from) + pasted + field.value.slice(to)));
    },
    onBlur: () => {
      setOpen(false);
      // When the window loses focus the field keeps it: what is typed stays as it is.
      if (document.activeElement === input.current) return;
      composing.current = false;
      const names = splitTags(input.current?.value ?? '');
      afterPress(() => commit(names));
    },
  };
}

/**
 * Gives a function that runs an act now or, while a pointer is pressed, once its click has arrived: a button that a new
 * chip pushes away from under the pointer would never hear of the click.
 */
function usePress(): (act: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const press = () => {
      pressed.current = true;
    };
    const release = () => {
      pressed.current = false;
      setTimeout(() => {
        for (const act of waiting.current.splice(0)) act();
      });
    };
    const watched = [
      ['pointerdown', press] as const,
      ['pointerup', release] as const,
      ['pointercancel', release] as const,
    ];
    for (const [name, listen] of watched) addEventListener(name, listen, true);
    return () => {
      for (const [name, listen] of watched) removeEventListener(name, listen, true);
    };
  }, []);
  return (act) => (pressed.current ? void waiting.current.push(act) : act());
}

type KeyAction = 'pick' | 'commit' | 'take-back' | 'next' | 'previous' | 'close' | 'chips' | null;

/** What a key means for the state of the field. */
function keyAction(key: string, field: { text: string; open: boolean; active: number }): KeyAction {
  const typed = field.text.trim() !== '';
  if ((key === 'Enter' || key === 'Tab') && field.open && field.active >= 0) return 'pick';
  if (key === 'Enter' && typed) return 'commit';
  if (key === 'Backspace' && field.text === '') return 'take-back';
  if (key === 'ArrowDown') return 'next';
  if (key === 'ArrowUp' && field.open) return 'previous';
  if (key === 'Escape' && field.open) return 'close';
  if (key === 'ArrowLeft') return 'chips';
  return null;
}

/** From the start of the text, left goes to the chips. */
function focusLastChip(field: HTMLInputElement): void {
  if (field.selectionStart !== 0 || field.selectionEnd !== 0) return;
  const chips = field.parentElement?.querySelectorAll<HTMLElement>('[data-chip] button');
  chips?.[chips.length - 1]?.focus();
}
