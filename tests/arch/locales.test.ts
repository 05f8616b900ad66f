import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFiles, shipped } from './source-files';

type Messages = Record<string, { message: string; description?: string }>;
const read = (language: string): Messages =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
const english = read('en');
const chinese = read('zh_CN');
const keys = Object.keys(english);

const code = shipped();
const manifest = readFiles(['wxt.config.ts', 'entrypoints'], ['.config.ts', '.html']);

/** Every string that could be a key: quoted words, and the fixed ends of template literals. */
const words = code.flatMap(({ text }) =>
  [...text.matchAll(/['"`]([a-z][a-z0-9]*(?:_[a-z0-9]+)+)['"`]/g)].map((m) => m[1] ?? ''),
);
/** `tn('common_words', n)` names the forms of a count: `common_words_one` and `common_words_other`. */
const quoted = new Set(
  words.flatMap((word) => (keys.includes(`${word}_other`) ? [`${word}_one`, `${word}_other`] : [word])),
);
const named = new Set(manifest.flatMap(({ text }) => [...text.matchAll(/__MSG_(\w+?)__/g)].map((m) => m[1] ?? '')));
const built = code.flatMap(({ text }) =>
  [...text.matchAll(/`([a-z]+_[a-z0-9_]*)\$\{[^}]*\}([a-z0-9_]*)`/g)].map((m) => [m[1] ?? '', m[2] ?? ''] as const),
);
const prefixes = new Set(keys.map((key) => key.slice(0, key.indexOf('_') + 1)));

describe('interface texts', () => {
  test('exist in both languages, sorted, and are not empty', () => {
    expect(Object.keys(chinese)).toEqual(keys);
    expect(keys).toEqual([...keys].sort());
    for (const messages of [english, chinese])
      expect(Object.entries(messages).filter(([, { message }]) => !message.trim())).toEqual([]);
  });

  test('are all used', () => {
    const isBuilt = (key: string) => built.some(([start, end]) => key.startsWith(start) && key.endsWith(end));
    expect(keys.filter((key) => !quoted.has(key) && !named.has(key) && !isBuilt(key))).toEqual([]);
  });

  test('are all there that code or manifest names', () => {
    const known = new Set(keys);
    const called = code.flatMap(({ text }) => [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((m) => m[1] ?? ''));
    const used = [
      ...called,
      ...named,
      ...[...quoted].filter((word) => prefixes.has(word.slice(0, word.indexOf('_') + 1))),
    ];
    expect([...new Set(used)].filter((key) => !known.has(key))).toEqual([]);
  });

  test('have the same placeholders in both languages', () => {
    const placeholders = (text = '') => [...new Set(text.match(/\$\d/g) ?? [])].sort().join();
    expect(keys.filter((key) => placeholders(english[key]?.message) !== placeholders(chinese[key]?.message))).toEqual(
      [],
    );
  });

  test('put no two placeholders next to each other: Chromium takes $1$2 for a name and loads nothing', () => {
    const named = /\$[a-z0-9_@]+\$/iu;
    for (const messages of [english, chinese])
      expect(Object.entries(messages).filter(([, { message }]) => named.test(message))).toEqual([]);
  });

  test('use full-width punctuation after Chinese characters', () => {
    const half = /\p{Script=Han}[,;:!?]/u;
    expect(Object.entries(chinese).filter(([, { message }]) => half.test(message))).toEqual([]);
  });
});
