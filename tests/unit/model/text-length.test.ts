import { describe, expect, test } from 'vitest';
import { countsCharacters, measureText } from '../../../lib/model/text-length';

describe('measureText', () => {
  test.each([
    ['', 0, 0],
    ['Two words', 2, 8],
    ['Don’t e-mail 1,000.5 times', 4, 23],
    ['特斯拉 Model Y 降价', 7, 11],
    ['汽车皮革，出口增长11.3%。', 9, 15],
    ['カタカナとひらがな', 9, 9],
    ['한국어 문장', 2, 5],
    ['naïve café', 2, 9],
    ['🚗 car', 1, 4],
    ['  \n\t ', 0, 0],
  ])('%j is %i words and %i characters', (text, words, characters) => {
    expect(measureText(text)).toEqual({ words, characters });
  });
});

test('Chinese and Japanese are counted in characters', () => {
  expect(['zh', 'zh-CN', 'ja', 'yue-HK', 'en', 'ko', null].map(countsCharacters)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
