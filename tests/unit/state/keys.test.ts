import { describe, expect, it } from 'vitest';
import { commandFor, isTyping, nameOfKey } from '../../../lib/state/keys';
import type { Command } from '../../../lib/state/library-commands';

const command = (id: string, keys: string[], ready = true): Command => ({
  id,
  keys,
  label: 'library_open' as Command['label'],
  group: 'clips',
  icon: '',
  ready: () => ready,
  run: () => undefined,
});
const commands = [
  command('down', ['j', 'ArrowDown']),
  command('delete', ['#', 'Delete']),
  command('keys', ['?']),
  command('menu', ['Mod+k']),
  command('star', ['s'], false),
  command('purge', ['Delete']),
];
const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});
const found = (key: string, more: Partial<KeyboardEvent> = {}, isMac = false) =>
  commandFor(press(key, more), commands, isMac)?.id;

describe('a key press', () => {
  it('means a command by letter, character or name', () => {
    expect(found('j')).toBe('down');
    expect(found('ArrowDown')).toBe('down');
    expect(found('?', { shiftKey: true })).toBe('keys');
    expect(found('#', { shiftKey: true })).toBe('delete');
    expect(found('J')).toBe('down'); // Caps Lock
  });

  it('means nothing while an input method composes', () => {
    expect(found('j', { isComposing: true })).toBeUndefined();
    expect(found('j', { keyCode: 229 })).toBeUndefined();
  });

  it('leaves the browser’s combinations alone', () => {
    expect(found('j', { ctrlKey: true })).toBeUndefined();
    expect(found('j', { altKey: true })).toBeUndefined();
    expect(found('j', { shiftKey: true })).toBeUndefined();
    expect(found('ArrowDown', { shiftKey: true })).toBeUndefined();
  });

  it('takes Ctrl, and Cmd on a Mac, never the other', () => {
    expect(found('k', { ctrlKey: true })).toBe('menu');
    expect(found('k', { metaKey: true })).toBeUndefined();
    expect(found('k', { metaKey: true }, true)).toBe('menu');
    expect(found('k', { ctrlKey: true }, true)).toBeUndefined();
  });

  it('passes over commands that cannot be done now', () => {
    expect(found('s')).toBeUndefined();
  });
});

describe('typing', () => {
  it('is what happens in text, lists to choose from and rich text, not on buttons and boxes', () => {
    document.body.innerHTML =
      '<input><input type="checkbox"><textarea></textarea><button>x</button><div role="combobox"></div><input type="radio">';
    const typing = [...document.body.children].map(isTyping);
    expect(typing).toEqual([true, false, true, false, true, true]);
    expect(isTyping(null)).toBe(false);
  });
});

describe('the name of a key', () => {
  it('is what is printed on the keyboard', () => {
    expect(nameOfKey('j', false)).toBe('J');
    expect(nameOfKey('Enter', false)).toBe('↵');
    expect(nameOfKey('Mod+k', false)).toBe('Ctrl+K');
    expect(nameOfKey('Mod+k', true)).toBe('⌘K');
  });
});
