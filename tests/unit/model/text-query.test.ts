import { expect, test } from 'vitest';
import { foldText, matchesQuery } from '../../../lib/model/text-query';
import { parseQuery } from '../../../lib/search/query';
import { aClip } from '../clip-maker';

const clip = aClip({
  url: 'https://www.autonews.example/a',
  title: 'BAIC 集团董事长谈汽车皮革供应商',
  sourceTitle: 'Original headline of the page',
  note: 'Ask Léa about the education budget',
  tags: ['Leather', '电动车'],
  siteName: 'Caixin 财新',
  byline: 'ＡＮＮ Müller',
});

const matches = (typed: string) => matchesQuery(parseQuery(typed, { now: 0, locale: 'en' }).where, clip);

test.each([
  ['the headline', 'baic'],
  ['the headline as the page had it', 'original'],
  ['Chinese anywhere in it', '车皮'],
  ['a mixed run', 'baic 集团'],
  ['the note', 'budget'],
  ['the note without its accents', 'lea'],
  ['a tag', 'leath'],
  ['a Chinese tag', '动车'],
  ['the outlet', '财新'],
  ['the host', 'autonews'],
  ['the author, full width', 'ann muller'],
  ['a phrase in quotes', '"about the education"'],
  ['a phrase in Chinese quotes', '“about the education”'],
  ['nothing typed', '  '],
])('finds a clip by %s', (_, typed) => {
  expect(matches(typed)).toBe(true);
});

test.each([
  ['the inside of a word', 'cation'],
  ['one term that is missing', 'baic tesla'],
  ['words apart that were asked for as a phrase', '"ask about"'],
  ['Chinese that is not there', '皮车'],
])('does not find it by %s', (_, typed) => {
  expect(matches(typed)).toBe(false);
});

test.each([
  ['tag:leather', true],
  ['tag:vinyl,电动车', true],
  ['-tag:leather', false],
  ['site:autonews.example site:"caixin 财新"', true],
  ['site:autonews', false],
  ['by:muller', true],
  ['lang:zh', false],
  ['status:inbox,kept', true],
  ['is:bookmark -is:starred', true],
  ['has:note has:tag -has:image', true],
  ['https://www.autonews.example/a?utm_source=x', true],
  ['clipped:2023-11', true],
  ['published:2023', false],
  ['baic or tesla', true],
  ['(tesla budget) or vinyl', false],
])('knows whether it is %s', (typed, expected) => {
  expect(matches(`${typed} `)).toBe(expected);
});

test('folding keeps marks that make another letter', () => {
  expect(foldText('が')).not.toBe(foldText('か'));
  expect(foldText('한국')).toBe('한국');
});
