import { expect, test } from 'vitest';
import { countCharacters } from '../../../lib/extract/blocks/count-characters';
import { holdsWide, isPlain, plainCased, plainLetters, plainNumbers, wide } from '../../../lib/extract/blocks/letters';

const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
const plain = characters.filter(isPlain);

test.each([
  ['letters', new RegExp(`[${plainLetters}]`), /\p{L}/u],
  ['numbers', new RegExp(`[${plainNumbers}]`), /\p{N}/u],
  ['cased letters', new RegExp(`[${plainCased}]`, 'iu'), /\p{Lu}/iu],
])('knows %s of plain texts as Unicode does', (_, known, unicode) => {
  expect(plain.length).toBeGreaterThan(21_000);
  expect(plain.filter((character) => known.test(character) !== unicode.test(character))).toEqual([]);
});

test('finds Han and kana as Unicode does', () => {
  expect(characters.filter((character) => holdsWide(character) !== wide.test(character))).toEqual([]);
});

test('counts capitals and Han of plain texts as Unicode does', () => {
  const wrong = plain.filter((character) => {
    const [, , han, , , , capital] = countCharacters(character);
    return han !== Number(wide.test(character)) || capital !== Number(/\p{Lu}/u.test(character));
  });
  expect(wrong).toEqual([]);
});
