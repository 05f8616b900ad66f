import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../lib/model/settings';
import {
  formatBytes,
  formatDate,
  formatDay,
  formatLength,
  formatPercent,
  locale,
  nearestLanguage,
  t,
  tn,
} from '../../../lib/state/i18n';
import { speak } from '../../messages';

const now = new Date(2026, 2, 10, 15, 0).getTime();
const at = (day: number, hour = 12) => new Date(2026, 2, day, hour).getTime();

beforeEach(() => speak('en', 'en-GB'));

describe('texts', () => {
  test('have their substitutions filled in, numbers the way the language writes them', () => {
    expect(t('common_remove_named', 'leather')).toBe('Remove “leather”');
    expect(t('common_suggestions_found', 1234)).toBe('Suggestions: 1,234');
  });

  test('take the plural form of the count', () => {
    expect([tn('common_words', 1), tn('common_words', 2000)]).toEqual(['1 word', '2,000 words']);
    speak('zh-CN');
    expect([tn('common_words', 1), tn('common_words', 2000)]).toEqual(['1 词', '2,000 词']);
  });

  test('are in the language that is nearest to the browser’s', () => {
    expect(['zh', 'zh-TW', 'zh-Hans-CN', 'en-AU', 'de'].map(nearestLanguage)).toEqual([
      'zh-CN',
      'zh-CN',
      'zh-CN',
      'en',
      'en',
    ]);
  });

  test('follow the browser unless a language is set', () => {
    expect(defaultSettings.language).toBe('auto');
  });

  test('say their language on the page', () => {
    speak('zh-CN');
    expect(document.documentElement.lang).toBe('zh-CN');
  });
});

describe('formats', () => {
  test('are those of the browser’s variant of the language, and of no other language', () => {
    expect(locale.value).toBe('en-GB');
    speak('en', 'zh-CN');
    expect(locale.value).toBe('en');
  });
});

describe('dates', () => {
  test.each([
    [now - 20_000, 'just now'],
    [now - 5 * 60_000, '5 minutes ago'],
    [now - 3 * 3_600_000, '3 hours ago'],
    [at(9, 23), 'yesterday'],
    [at(4), '6 days ago'],
    [at(3), '3 March'],
    [new Date(2025, 10, 2).getTime(), '2 November 2025'],
  ])('%d is written as %s', (time, written) => {
    expect(formatDate(time, now)).toBe(written);
  });

  test('without a time are that day in every time zone', () => {
    expect(formatDate('2026-03-10', now)).toBe('today');
    expect(formatDate('2026-03-09', now)).toBe('yesterday');
    expect(formatDay('2026-01-01', now)).toBe('1 January');
  });

  test('in the future are not relative', () => {
    expect(formatDate(at(12), now)).toBe('12 March');
  });

  test('that cannot be read are left out', () => {
    expect(formatDate('soon', now)).toBe('');
  });

  test('are Chinese in Chinese', () => {
    speak('zh-CN');
    expect([formatDate(at(3), now), formatDate(at(9), now)]).toEqual(['3月3日', '昨天']);
  });
});

describe('lengths', () => {
  test('are in words for languages that space them, in characters for those that do not', () => {
    const length = { words: 1240, characters: 6900 };
    expect(formatLength(length, 'en-US')).toBe('1,240 words');
    expect(formatLength(length, 'zh-CN')).toBe('6,900 characters');
    expect(formatLength(length, 'ja')).toBe('6,900 characters');
  });

  test('go by the text when its language is unknown', () => {
    expect(formatLength({ words: 100, characters: 560 }, null)).toBe('100 words');
    expect(formatLength({ words: 30, characters: 2400 }, null)).toBe('2,400 characters');
  });

  test('of nothing are left out', () => {
    expect(formatLength({ words: 0, characters: 0 }, 'en')).toBe('');
  });
});

test('sizes and shares are in units that people use', () => {
  expect([0, 840, 18_240, 1_240_000, 83e9].map((bytes) => formatBytes(bytes))).toEqual([
    '0 kB',
    '1 kB',
    '19 kB',
    '1.2 MB',
    '83 GB',
  ]);
  expect(formatPercent(0.254)).toBe('25%');
});
