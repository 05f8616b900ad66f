import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countCharacters } from '../../../lib/extract/blocks/count-characters';
import { collapse } from '../../../lib/extract/clean-text';

const searches = [
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
  /\s/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  /[,，、;；]/gu,
  /[.!?。！？]/gu,
  /\d/gu,
  /\p{Lu}/gu,
  /[©@|›»→▶•·｜]/gu,
];
const astral = '𠮷野家 and 𝐀 or 😀😀, 𠮷'; // Han, a capital and pictures outside the first plane
const pages = readdirSync('tests/fixtures')
  .map((name) => join('tests/fixtures', name, 'expected.json'))
  .filter((path) => existsSync(path))
  .flatMap((path) => (JSON.parse(readFileSync(path, 'utf8')) as { paragraphs: string[] }).paragraphs);

test.each([
  ['of articles', pages],
  [
    'with characters of two units, and with halves of such',
    [astral, astral.slice(1), astral.slice(0, 1), '\ud842 a', ''],
  ],
])('counts the kinds of characters %s as a search for each does', (_, texts) => {
  expect(texts.length).toBeGreaterThan(4);
  for (const text of texts)
    expect(countCharacters(text).slice(0, searches.length)).toEqual(
      searches.map((search) => text.match(search)?.length ?? 0),
    );
});

test('makes all white space single spaces', () => {
  for (const text of ['a b', ' a  b ', '\n\n a\u00a0b\t', 'a\u2028 \u2029b\ufeff', '  '])
    expect(collapse(text)).toBe(text.replace(/\s+/gu, ' '));
});
