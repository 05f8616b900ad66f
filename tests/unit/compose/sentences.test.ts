import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../lib/compose/excerpt';
import { cutExcerpt, quoteCandidates } from '../../../lib/compose/sentences';
import { splitSentences } from '../../../lib/model/sentences';
import { chinese, english, makeClip } from './make';

describe('sentences', () => {
  it('end at full stops, not at abbreviations, initials or decimals', () => {
    expect(
      splitSentences(
        'Mr. Xu of BAIC Motor Corp. Ltd. said 3.5 % in the U.S. is low. “It will rise.” Will it? J. Li agrees!',
      ),
    ).toEqual([
      'Mr. Xu of BAIC Motor Corp. Ltd. said 3.5 % in the U.S. is low.',
      '“It will rise.”',
      'Will it?',
      'J. Li agrees!',
    ]);
  });

  it('of Chinese end at full-width stops and keep their closing quotation marks', () => {
    expect(splitSentences('徐和谊说：“产业要开放。”关税已经下调！股比呢？逐步放开……然后合作。')).toEqual([
      '徐和谊说：“产业要开放。”',
      '关税已经下调！',
      '股比呢？',
      '逐步放开……',
      '然后合作。',
    ]);
  });

  it('are offered as quotes paragraph by paragraph', () => {
    expect(quoteCandidates(english).map((one) => one.sentences.length)).toEqual([2, 2]);
    expect(quoteCandidates(chinese)[1]).toEqual({
      paragraph: '中国汽车产业正以前所未有的速度发展！',
      sentences: ['中国汽车产业正以前所未有的速度发展！'],
    });
  });
});

describe('an excerpt', () => {
  it('keeps whole sentences up to sixty words', () => {
    const sentence = 'This sentence has exactly seven words now.';
    expect(cutExcerpt(`${sentence} `.repeat(30)).split('now.')).toHaveLength(9);
  });

  it('keeps whole sentences up to a hundred and twenty Chinese characters', () => {
    const excerpt = cutExcerpt('中国汽车产业正以前所未有的速度发展。'.repeat(20));
    expect(excerpt).toHaveLength(108);
    expect(excerpt.endsWith('。')).toBe(true);
  });

  it('cuts a first sentence that is too long between words, or at a Chinese comma', () => {
    expect(cutExcerpt(`${'word '.repeat(80)}.`)).toBe(`${'word '.repeat(60).trim()} …`);
    expect(cutExcerpt(`${'汽车产业，'.repeat(40)}。`)).toBe(`${'汽车产业，'.repeat(24).slice(0, -1)}……`);
  });

  it('is the outlet’s own summary only when that is whole', () => {
    expect(excerptOf(makeClip({ excerpt: 'A whole summary.' }), english)).toBe('A whole summary.');
    expect(excerptOf(makeClip({ excerpt: 'Cut off in the mid…' }), english)).toMatch(/^Xu Heyi, Chairman/u);
    expect(excerptOf(makeClip({ excerpt: 'Cut off...' }), '')).toBe('Cut off...');
  });

  it('does not begin with the headline', () => {
    const clip = makeClip({ sourceTitle: 'Headline' });
    expect(excerptOf(clip, 'Headline\nThe text.')).toBe('The text.');
  });
});
