import { expect, it } from 'vitest';
import { markMatches, markParts } from '../../../lib/state/matches';

it('gives a text in parts, those that were searched for marked', () => {
  expect(markMatches('Leather seats', [{ text: 'seat', prefix: true }])).toEqual([
    { text: 'Leather ', marked: false },
    { text: 'seat', marked: true },
    { text: 's', marked: false },
  ]);
  expect(markParts('ab', [{ from: 0, to: 2 }])).toEqual([{ text: 'ab', marked: true }]);
});

it('leaves a text whole when nothing is searched for', () => {
  expect(markMatches('Leather', [])).toEqual([{ text: 'Leather', marked: false }]);
  expect(markParts('', [])).toEqual([{ text: '', marked: false }]);
});
