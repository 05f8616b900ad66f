import { expect, test } from 'vitest';
import { compareWords, type TextPiece } from '../../../lib/compose/compare-words';

const only = (pieces: readonly TextPiece[], side: 'mine' | 'theirs') =>
  pieces.flatMap((piece) => (piece.in === side ? piece.text : []));
const whole = (pieces: readonly TextPiece[], side: 'mine' | 'theirs') =>
  pieces
    .filter((piece) => piece.in === 'both' || piece.in === side)
    .map(({ text }) => text)
    .join('');

test('words that differ are found between those that do not', () => {
  const pieces = compareWords('Import tariffs have been lowered.', 'Import duties have been lowered again.', 'en');
  expect(only(pieces, 'mine')).toEqual(['tariffs']);
  expect(only(pieces, 'theirs')).toEqual(['duties', ' again']);
});

test('Chinese is compared by words, not by sentences', () => {
  const pieces = compareWords('北汽集团董事长谈汽车产业开放。', '北汽集团董事长谈汽车产业合作。', 'zh-CN');
  expect(only(pieces, 'mine')).toEqual(['开放']);
  expect(only(pieces, 'theirs')).toEqual(['合作']);
});

test.each([
  ['', 'All of it is new.'],
  ['Gone.', ''],
  ['One 皮革 two\n\nthree', 'one 皮革供应商 two\nthree four'],
])('each side can be put together again: %j and %j', (mine, theirs) => {
  const pieces = compareWords(mine, theirs, 'en');
  expect([whole(pieces, 'mine'), whole(pieces, 'theirs')]).toEqual([mine, theirs]);
});

test('texts that have nothing in common end in a moment, whatever their length and the name of their language', () => {
  const mine = Array.from({ length: 5000 }, (_, i) => `a${i}`).join(' ');
  const theirs = Array.from({ length: 5000 }, (_, i) => `b${i}`).join('-');
  const pieces = compareWords(mine, theirs, 'not a language');
  expect([whole(pieces, 'mine'), whole(pieces, 'theirs')]).toEqual([mine, theirs]);
});
