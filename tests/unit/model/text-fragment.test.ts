import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkToText } from '../../../lib/model/text-fragment';

const url = 'https://news.example.com/a';
const text = [
  'The plant in Wuhu will take hides from three tanneries, said Lin Mei on Monday.',
  'A low-cost, well-made seat & cover is sewn by hand in the old town of Wuhu.',
  'Nobody knows when it will open. The plant in Wuhu will take hides from two tanneries.',
].join('\n');
const chinese = '这家工厂将从三家制革厂采购皮革。座椅由人工缝制，林梅说。\n欧洲工厂何时开业，没有人知道，也没有人问。';

/** What the directive says, as a browser reads it. */
function directive(link: string) {
  const parts = link.slice(link.indexOf(':~:text=') + 8).split(',');
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  const [start, end] = parts.map(decodeURIComponent);
  return { prefix: prefix && decodeURIComponent(prefix), start, end, suffix: suffix && decodeURIComponent(suffix) };
}

describe('the link to a quote', () => {
  test('names words that stand there once', () => {
    const link = linkToText(url, 'said Lin Mei on Monday', text);
    expect(directive(link)).toMatchObject({ start: 'said Lin Mei on Monday', end: undefined });
  });

  test('encodes the signs that part a directive', () => {
    const link = linkToText(url, 'low-cost, well-made seat & cover', text);
    expect(link).toBe(`${url}#:~:text=low%2Dcost%2C%20well%2Dmade%20seat%20%26%20cover`);
  });

  test('tells the same words apart by those around them', () => {
    const wanted = 'The plant in Wuhu will take hides from';
    const second = directive(linkToText(url, wanted, text, { prefix: 'it will open. ', suffix: ' two' }));
    expect(second).toMatchObject({ start: wanted, prefix: 'it will open.', suffix: 'two tanneries.' });
    expect(directive(linkToText(url, wanted, text)).prefix).toBeUndefined();
  });

  test('names a passage of several blocks by its first and last words', () => {
    const passage = text.split('\n').slice(0, 2).join(' ');
    expect(directive(linkToText(url, passage, text))).toMatchObject({
      start: 'The plant in Wuhu',
      end: 'old town of Wuhu.',
    });
  });

  test('widens Chinese words to whole ones', () => {
    expect(directive(linkToText(url, '座椅由人工缝', chinese)).start).toMatch(/^座椅由人工缝制?$/u);
    expect(directive(linkToText(url, '没有人知道', chinese)).start).toBe('没有人知道');
  });

  test('keeps the fragment of the page, without an older directive', () => {
    const link = linkToText(`${url}#top:~:text=old`, 'when it will open', text);
    expect(link).toContain(`${url}#top:~:text=`);
    expect(link).not.toContain('old,');
    expect(link.split(':~:')).toHaveLength(2);
  });

  test('is the plain address when the words are not there', () => {
    expect(linkToText(url, 'words nobody wrote', text)).toBe(url);
    expect(linkToText(url, '  ', text)).toBe(url);
    expect(linkToText('', 'Wuhu', text)).toBe('');
  });

  test('leads to the very words, wherever they stand among the same', () => {
    const words = fc.array(fc.constantFrom('hide', 'seat', 'plant', 'the', '皮革'), {
      minLength: 12,
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(20), (all, from, count) => {
        const body = all.join(' ');
        const flat = body.replace(/\s+/gu, ' ').trim();
        const start = flat.indexOf(' ', from % Math.max(1, flat.length - 8)) + 1;
        const quote = flat.slice(start, start + 4 + count).replace(/\s\S*$/u, '');
        const around = flat.slice(Math.max(0, start - 20), start + quote.length + 20);
        fc.pre(quote.length > 3 && quote.trim() === quote && / |^$/u.test(flat.charAt(start + quote.length)));
        fc.pre(flat.indexOf(around) === flat.lastIndexOf(around));
        const prefix = flat.slice(Math.max(0, start - 32), start);
        const suffix = flat.slice(start + quote.length, start + quote.length + 32);
        const found = firstMatch(flat, directive(linkToText(url, quote, body, { prefix, suffix })));
        expect(found).toEqual({ at: start, words: quote });
      }),
    );
  });
});

/** What a browser takes: the first place where everything agrees. */
function firstMatch(flat: string, { prefix, start, end, suffix }: ReturnType<typeof directive>) {
  const written = (part?: string) => (part ?? '').replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const before = prefix ? `(?<=${written(prefix)}\\s*)` : '';
  const after = suffix ? `(?=\\s*${written(suffix)})` : '';
  const match = new RegExp(`${before}${written(start)}${end ? `.*?${written(end)}` : ''}${after}`, 'su').exec(flat);
  return match && { at: match.index, words: match[0] };
}
