import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSlug, isSlug, slugify } from '../../../lib/compose/slug';
import { noon } from './make';

describe('a slug', () => {
  it.each([
    [
      'The Automobile Industry Should Deepen Its Openness & Cooperation',
      'en',
      'the-automobile-industry-should-deepen-its-openness',
    ],
    ['China’s 3.5 % growth: “strong”', 'en', 'chinas-3-5-growth-strong'],
    ['Größere Sitze für Škoda', 'de', 'groessere-sitze-fuer-skoda'],
    ['Größere Sitze', 'en', 'grossere-sitze'],
    ['汽车产业应深化开放合作', 'zh-CN', 'qi-che-chan-ye-ying-shen-hua-kai-fang-he-zuo'],
    ['重庆银行行长：真皮座椅 SUV 2026年上市', 'zh-CN', 'chong-qing-yin-hang-hang-zhang-zhen-pi-zuo-yi-suv-2026-nian'],
    ['女性车主', 'zh', 'nv-xing-che-zhu'],
    ['北汽 BJ40：ＡＢＣ全角', 'en', 'bei-qi-bj40-abc-quan-jiao'],
    ['中国 BMW の新車', 'ja', 'bmw'],
  ])('of “%s” in %s is %s', async (title, language, slug) => {
    expect(await slugify(title, language, noon)).toBe(slug);
  });

  it.each([
    ['', 'post-2026-11-22'],
    ['！！！ 🚗', 'post-2026-11-22'],
    ['Новости', 'post-2026-11-22'],
    ['CON', 'con-post'],
    ['com1', 'com1-post'],
  ])('of “%s” is %s, which every system takes', async (title, slug) => {
    expect(await slugify(title, 'en', noon)).toBe(slug);
  });

  it('is cut between words, and within a word only when that is all there is', async () => {
    expect(await slugify('supercalifragilistic '.repeat(5), 'en', noon)).toBe(
      'supercalifragilistic-supercalifragilistic',
    );
    expect(await slugify('x'.repeat(300), 'en', noon)).toHaveLength(60);
  });

  it('is a valid slug for any title in any language', async () => {
    const titles = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('aux', '龘'),
    );
    await fc.assert(
      fc.asyncProperty(titles, fc.constantFrom('en', 'zh-CN', 'ja', 'de', ''), async (title, language) => {
        expect(isSlug(await slugify(title, language, noon))).toBe(true);
      }),
    );
  });

  it.each(['', 'Über', 'a--b', '-a', 'a b', 'nul', '../x', 'x'.repeat(61)])('is not “%s”', (slug) => {
    expect(isSlug(slug)).toBe(false);
  });
});

describe('a slug that no other post has', () => {
  it('is the one wished for, or gets the next free number', () => {
    expect(freeSlug('leather', new Set())).toBe('leather');
    expect(freeSlug('leather', new Set(['leather']))).toBe('leather-2');
    expect(freeSlug('leather', new Set(['leather', 'leather-2']))).toBe('leather-3');
  });

  it('stays a valid slug where it is as long as one may be', () => {
    const longest = `${'a'.repeat(57)}-bc`;
    const free = freeSlug(longest, new Set([longest]));
    expect(free).toBe(`${'a'.repeat(57)}-2`);
    expect(isSlug(free)).toBe(true);
  });
});
