import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMatches, marksOf, wordsOf } from '../../../lib/search/matched-words';
import { parseQuery } from '../../../lib/search/query';
import { cutSnippet } from '../../../lib/search/snippet';

const words = (typed: string) => wordsOf(parseQuery(typed, { now: 0, locale: 'en' }).where);
const marked = (text: string, marks: { from: number; to: number }[]) =>
  marks.reduceRight((made, { from, to }) => `${made.slice(0, from)}[${made.slice(from, to)}]${made.slice(to)}`, text);
const inTitle = (text: string, typed: string) => marked(text, marksOf(findMatches(text, words(typed))));
const snippet = (text: string, typed: string) => {
  const cut = cutSnippet(text, words(typed));
  return cut && marked(cut.text, cut.marks);
};

describe('matched words', () => {
  test('are whole words, or the beginning of the last one, whatever case and accents', () => {
    expect(inTitle('Leather and leatherette in Arzignàno', 'LEATHER arzignano ')).toBe(
      '[Leather] and leatherette in [Arzignàno]',
    );
    expect(inTitle('Leatherette', 'leather')).toBe('[Leather]ette');
    expect(inTitle('Artificial leather', 'ficial')).toBe('Artificial leather');
    expect(inTitle('The car seat, a seat', '"car seat"')).toBe('The [car seat], a seat');
  });

  test('are marked anywhere in Chinese, and as one mark where they touch', () => {
    expect(inTitle('北汽集团董事长', '集团 董事')).toBe('北汽[集团董事]长');
    expect(inTitle('宝马BMW降价', 'bmw')).toBe('宝马[BMW]降价');
  });

  test('are found behind characters that fold into several', () => {
    expect(inTitle('½ price leather', 'leather')).toBe('½ price [leather]');
    expect(inTitle('ﬁne Ｌeather', 'leather')).toBe('ﬁne [Ｌeather]');
    expect(inTitle(`${'½ '.repeat(2000)}leather`, 'leather').slice(-9)).toBe('[leather]');
    expect(inTitle('Cafe\u0301 leather', 'café leather ')).toBe('[Cafe\u0301] [leather]');
  });

  test('are not those that are excluded', () => {
    expect(inTitle('Leather and vinyl', 'leather -vinyl')).toBe('[Leather] and vinyl');
    expect(wordsOf(parseQuery('tag:a is:starred', { now: 0, locale: 'en' }).where)).toEqual([]);
  });
});

const article = `Ford opened a plant. The plant makes seats for three markets.

Dr. Ann Smith visited on Monday. She said that leather from Arzignano would be used in every seat. Prices rise in May. ${'Nothing else happened that week, according to people in town. '.repeat(6)}

A last word on leather.`;

describe('a snippet', () => {
  test('is whole sentences of the paragraph that holds most of the words', () => {
    expect(snippet(article, 'leather seat arzignano ')).toBe(
      'She said that [leather] from [Arzignano] would be used in every [seat]. Prices rise in May. Nothing else happened that week, according to people in town. Nothing else happened that week, according to people in town.',
    );
    expect(snippet(article, 'plant ')).toBe('Ford opened a [plant]. The [plant] makes seats for three markets.');
    expect(snippet(article, 'smith ')).toMatch(/^Dr\. Ann \[Smith\] visited on Monday\. She said/u);
  });

  test('is cut at Chinese sentence ends, with room counted by width', () => {
    const text = `北京四月二十四日电。与会代表普遍认为，全球汽车产业正处在变革之中。${'开放的供应体系比短期的价格更加重要。'.repeat(8)}真皮座椅的需求仍在增长！完。`;
    expect(snippet(text, '真皮')).toMatch(/^(开放的供应体系比短期的价格更加重要。)*\[真皮\]座椅的需求仍在增长！完。$/u);
    expect(snippet(text, '代表')).toMatch(/^(北京四月二十四日电。)?与会\[代表\]普遍认为/u);
  });

  test('of an endless sentence is cut between words, with ellipses', () => {
    const text = `${'and so on '.repeat(100)}leather ${'for ever '.repeat(100)}`;
    const cut = snippet(text, 'leather ') ?? '';
    expect(cut).toMatch(/^…(and|so|on) .*\[leather\] for ever.*(for|ever)…$/u);
    expect(cut.length).toBeLessThan(240);
    const chinese = snippet(`${'供应体系'.repeat(200)}真皮${'变革之中'.repeat(200)}`, '真皮') ?? '';
    expect(chinese).toMatch(/^….+\[真皮\].+…$/u);
    expect(chinese.length).toBeLessThan(130);
  });

  test('has its white space tidied and its marks in place', () => {
    expect(snippet('One   two\t leather\u00a0 seat .', 'leather seat ')).toBe('One two [leather] [seat] .');
  });

  test('is none where no word is', () => {
    expect(cutSnippet(article, words('vinyl'))).toBeNull();
    expect(cutSnippet('', words('vinyl'))).toBeNull();
    expect(cutSnippet(article, [])).toBeNull();
  });

  test('holds a word that is looked for, whatever the text', () => {
    const piece = fc.constantFrom(
      'leather',
      '真皮',
      '½',
      'ﬁ',
      '\n',
      '. ',
      '。',
      ' ',
      'x',
      'É',
      '\u0301',
      '\ud83d\ude00',
      'and ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (parts) => {
        const text = parts.join('');
        const cut = cutSnippet(text, words('leather or 真皮 '));
        if (!cut) return;
        expect(cut.marks.length).toBeGreaterThan(0);
        for (const { from, to } of cut.marks) expect(cut.text.slice(from, to)).toMatch(/leather|真皮/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('of a very long text is there at once', () => {
    const text = `${'é leather and Ärger, '.repeat(50_000)}`;
    const start = performance.now();
    expect(snippet(text, 'leather and ')).toContain('[leather]');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
