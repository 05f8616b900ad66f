/** Which command a key press means, and how its key is shown: pure, on what a KeyboardEvent says. */
import type { Command } from './library-commands';

type Press = Pick<KeyboardEvent, 'key' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/**
 * The command for a key press, or undefined: also while an input method composes (Enter and letters belong to it), and
 * for combinations that are the browser's.
 */
export function commandFor(press: Press, commands: readonly Command[], isMac: boolean): Command | undefined {
  // 229: what browsers send for a key that an input method took, also where they do not say that it composes.
  if (press.isComposing || press.keyCode === 229 || press.altKey) return undefined;
  const modified = isMac ? press.metaKey : press.ctrlKey;
  if (!modified && (press.ctrlKey || press.metaKey)) return undefined;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  // Shift is part of the character for `?` and `#`; with a letter or a named key it means something else.
  if (press.shiftKey && (modified || /^([a-z]|[A-Z]\w+)$/.test(key))) return undefined;
  const asked = modified ? `Mod+${key}` : key;
  return commands.find((command) => command.keys.includes(asked) && command.ready());
}

/** Whether keys typed here are the element's own: text, or arrows that choose. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('textarea, select, [role="combobox"], [role="menu"]')) return true;
  const input = target.closest('input');
  return input !== null && input.type !== 'checkbox';
}

const names: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  ' ': '␣',
};

/** A key as printed on keyboards: `E`, `↵`, `Ctrl+K`, `⌘K`. */
export function nameOfKey(key: string, isMac: boolean): string {
  const plain = key.replace('Mod+', '');
  const name = names[plain] ?? (plain.length === 1 ? plain.toUpperCase() : plain);
  if (plain === key) return name;
  return isMac ? `⌘${name}` : `Ctrl+${name}`;
}

/** Whether Cmd is what Ctrl is elsewhere. */
export const isMac = /mac/i.test(globalThis.navigator?.platform ?? '');
