import { describe, expect, test } from 'vitest';
import { chineseWordAt } from '../../../lib/annotate/word-at';

const text = '其中，市场需求持续增长，多家企业表示订单充足。BYD 也增加了 leather seats。';
const wordOf = (words: string, at = 0, whole = text) => {
  const span = chineseWordAt(whole, whole.indexOf(words) + at);
  return span && whole.slice(span.start, span.end);
};

describe('the word at a place in Chinese', () => {
  test.each([
    ['市场', 0, '市场'],
    ['市场', 1, '市场'],
    ['需求', 1, '需求'],
    ['增长', 1, '增长'],
    ['企业', 0, '企业'],
    ['增加', 1, '增加'],
  ])('of %s at %d is %s', (words, at, word) => {
    expect(wordOf(words, at)).toBe(word);
  });

  test('is none on punctuation, in other scripts and past the end', () => {
    expect([wordOf('，'), wordOf('。'), wordOf('BYD'), wordOf('leather'), chineseWordAt(text, text.length)]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('is whole where characters take two places', () => {
    const rare = '他姓𠮷野，住在北京。';
    expect(wordOf('北京', 1, rare)).toBe('北京');
    const at = rare.indexOf('𠮷');
    for (const place of [at, at + 1]) {
      const span = chineseWordAt(rare, place);
      if (span) expect(rare.slice(span.start, span.end)).toContain('𠮷');
    }
  });
});
