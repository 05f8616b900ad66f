import { expect, test } from 'vitest';
import { quote } from '../../../../../lib/compose/templates/filters/quote';
import { clipsOf, lineOf } from '../make';

test('quote puts the marks of the language around words', () => {
  expect(quote.name).toBe('quote');
  const clips = clipsOf({ title: 'Seats' });
  expect(lineOf('{{title|quote}}', { clips })).toBe('“Seats”');
  expect(lineOf('{{title|quote}}', { clips, language: 'zh-TW' })).toBe('「Seats」');
  expect(lineOf('{{note|quote}}', { clips })).toBe('');
});
