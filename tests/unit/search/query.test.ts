import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueryNode, SearchQuery } from '../../../lib/model/search-query';
import { parseQuery } from '../../../lib/search/query';
import { printQuery } from '../../../lib/search/query-print';

/** A Monday at noon. */
const now = new Date(2026, 10, 23, 12).getTime();
const read = (typed: string): SearchQuery => parseQuery(typed, { now, locale: 'en-GB' });
const where = (typed: string) => read(typed).where;
const kinds = (typed: string) => read(typed).problems.map(({ kind }) => kind);
const term = (text: string, prefix = false): QueryNode => ({ kind: 'term', text, prefix });
const tag = (...values: string[]): QueryNode => ({ kind: 'filter', name: 'tag', values });
const day = (year: number, month: number, date = 1) => new Date(year, month - 1, date).getTime();
const span = (typed: string) => {
  const node = where(`clipped:${typed}`);
  if (node?.kind !== 'filter' || node.name !== 'clipped') throw new Error(`no span: ${typed}`);
  return [node.from, node.to];
};

describe('words', () => {
  test('must all be found; the last one typed is a beginning until something follows it', () => {
    expect(where('leather seat')).toEqual({ kind: 'and', nodes: [term('leather'), term('seat', true)] });
    expect(where('leather ')).toEqual(term('leather'));
    expect(where('leath* seats ')).toEqual({ kind: 'and', nodes: [term('leath', true), term('seats')] });
    expect(where('皮革')).toEqual(term('皮革', true));
  });

  test('keep what belongs to them and lose the punctuation around them', () => {
    expect(where("C++ AT&T co-operate 9:30 1,000 U.S. don't ")).toEqual({
      kind: 'and',
      nodes: ['C++', 'AT&T', 'co-operate', '9:30', '1,000', 'U.S', "don't"].map((text) => term(text)),
    });
    expect(where('…leather, (seats)! ')).toEqual({ kind: 'and', nodes: [term('leather'), term('seats')] });
    expect(where('真皮座椅，《汽车周刊》：降价。 ')).toEqual({
      kind: 'and',
      nodes: ['真皮座椅', '汽车周刊', '降价'].map((text) => term(text)),
    });
  });

  test('a pasted headline with a colon is words, without complaint', () => {
    expect(where('Toyota: the future ')).toEqual({ kind: 'and', nodes: [term('Toyota'), term('the'), term('future')] });
    expect(where('专访作家：皮革 ')).toEqual({ kind: 'and', nodes: [term('专访作家'), term('皮革')] });
    expect(kinds('Toyota:the future')).toEqual([]);
  });

  test('a pasted address asks for its clip', () => {
    expect(where('https://example.com/a?b=1')).toEqual({
      kind: 'filter',
      name: 'url',
      values: ['https://example.com/a?b=1'],
    });
  });

  test('signs alone are told, not searched', () => {
    expect(read('? —')).toMatchObject({ where: null, problems: [] });
    expect(kinds('€€')).toEqual(['no-words']);
    expect(kinds('R & D')).toEqual([]);
  });
});

describe('phrases, or, not, brackets', () => {
  test('phrases in any quotation marks', () => {
    for (const typed of ['"car  seat"', '“car seat”', '「car seat」', '＂car seat＂'])
      expect(where(typed)).toEqual({ kind: 'phrase', text: 'car seat' });
    expect(where('""')).toBeNull();
  });

  test('a phrase being typed is searched with its last word as a beginning', () => {
    expect(where('"car interior de')).toEqual({
      kind: 'and',
      nodes: [{ kind: 'phrase', text: 'car interior' }, term('de', true)],
    });
    expect(where('"lea')).toEqual(term('lea', true));
    expect(where('-"car de')).toEqual({ kind: 'not', node: { kind: 'phrase', text: 'car de' } });
    expect(kinds('"lea')).toEqual(['open-quote']);
  });

  test('or binds closer than a space, however it is written', () => {
    for (const or of ['or', 'OR', '|', '||', '或', '｜'])
      expect(where(`leather ${or} vinyl seats `)).toEqual({
        kind: 'and',
        nodes: [{ kind: 'or', nodes: [term('leather'), term('vinyl')] }, term('seats')],
      });
  });

  test('or with nothing beside it is left out and told', () => {
    expect(read('or leather ')).toMatchObject({
      where: term('leather'),
      problems: [{ kind: 'stray-or', from: 0, to: 2 }],
    });
    expect(read('leather or ')).toMatchObject({ where: term('leather'), problems: [{ kind: 'stray-or' }] });
    expect(where('leather or or vinyl ')).toEqual({ kind: 'or', nodes: [term('leather'), term('vinyl')] });
    expect(kinds('leather or or vinyl ')).toEqual(['stray-or']);
  });

  test('a minus excludes what follows it, and is part of a word elsewhere', () => {
    expect(where('-vinyl -"faux fur" －tag:a ')).toEqual({
      kind: 'and',
      nodes: [
        { kind: 'not', node: term('vinyl') },
        { kind: 'not', node: { kind: 'phrase', text: 'faux fur' } },
        { kind: 'not', node: tag('a') },
      ],
    });
    expect(where('a - b -- ')).toEqual({ kind: 'and', nodes: [term('a'), term('b')] });
    expect(where('NOT vinyl ')).toEqual({ kind: 'not', node: term('vinyl') });
  });

  test('brackets group, in both widths, and need no partner', () => {
    const grouped = { kind: 'or', nodes: [{ kind: 'and', nodes: [term('a'), term('b')] }, term('c')] };
    expect(where('(a b) or c ')).toEqual(grouped);
    expect(where('（a b）或 c ')).toEqual(grouped);
    expect(read('(a b')).toMatchObject({ problems: [{ kind: 'open-bracket', from: 0 }] });
    expect(read('a) b ')).toMatchObject({
      where: { kind: 'and', nodes: [term('a'), term('b')] },
      problems: [{ kind: 'stray-bracket', from: 1, to: 2 }],
    });
    expect(where('()')).toBeNull();
  });
});

describe('operators', () => {
  test('take one value or several, in quotation marks where they hold spaces', () => {
    expect(where('tag:leather,"car interiors",#皮革')).toEqual(tag('leather', 'car interiors', '皮革'));
    expect(where('标签：皮革，内饰、“真皮 座椅”')).toEqual(tag('皮革', '内饰', '真皮 座椅'));
    expect(where('TAG:a,a')).toEqual(tag('a'));
    expect(where('site:https://www.autonews.com/news site:"Automotive News"')).toEqual({
      kind: 'and',
      nodes: [
        { kind: 'filter', name: 'site', values: ['autonews.com'] },
        { kind: 'filter', name: 'site', values: ['Automotive News'] },
      ],
    });
    expect(where('lang:zh-CN,English,日文')).toEqual({ kind: 'filter', name: 'lang', values: ['zh', 'en', 'ja'] });
    expect(where('状态:收件箱 是：星标 有:图片,备注 -has:tag')).toMatchObject({
      nodes: [
        { name: 'status', values: ['inbox'] },
        { name: 'is', values: ['starred'] },
        { name: 'has', values: ['image', 'note'] },
        { kind: 'not', node: { name: 'has', values: ['tag'] } },
      ],
    });
  });

  test('sort does not narrow; the last one counts', () => {
    expect(read('sort:title a sort:最早')).toMatchObject({ sort: 'oldest', where: term('a') });
  });

  test('what they do not know is said, with a guess, and the rest is run', () => {
    expect(read('is:stared,published x ')).toMatchObject({
      where: { nodes: [{ name: 'is', values: ['published'] }, term('x')] },
      problems: [{ kind: 'unknown-value', text: 'stared', operator: 'is', near: 'starred', from: 3, to: 9 }],
    });
    expect(read('tga:leather ')).toMatchObject({
      where: { nodes: [term('tga'), term('leather')] },
      problems: [{ kind: 'unknown-operator', near: 'tag', from: 0, to: 3 }],
    });
    expect(read('tag: leather ')).toMatchObject({
      where: term('leather'),
      problems: [{ kind: 'missing-value', operator: 'tag', from: 0, to: 4 }],
    });
    expect(kinds('lang:klingonisch sort:size clipped:soon')).toEqual(['unknown-value', 'unknown-value', 'bad-date']);
    expect(read('clipped:tody')).toMatchObject({ where: null, problems: [{ kind: 'bad-date', near: 'today' }] });
  });
});

describe('times', () => {
  test('are days, months and years in every usual writing', () => {
    for (const typed of ['2026-10-05', '2026/10/5', '2026.10.05', '20261005', '2026年10月5日', '２０２６－１０－０５'])
      expect([typed, span(typed)]).toEqual([typed, [day(2026, 10, 5), day(2026, 10, 6)]]);
    for (const typed of ['2026-10', '2026年10月', '10月', '202610'])
      expect([typed, span(typed)]).toEqual([typed, [day(2026, 10), day(2026, 11)]]);
    expect(span('12月')).toEqual([day(2025, 12), day(2026, 1)]);
    expect(span('2026')).toEqual([day(2026, 1), day(2027, 1)]);
    for (const typed of ['2026-13', '2026-02-30', '99', '2026-1-', 'x', '20261', '5月32日'])
      expect([typed, kinds(`clipped:${typed}`)]).toEqual([typed, ['bad-date']]);
  });

  test('are words, in local time, with weeks that begin where people begin them', () => {
    expect(span('today')).toEqual([day(2026, 11, 23), day(2026, 11, 24)]);
    expect(span('昨天')).toEqual([day(2026, 11, 22), day(2026, 11, 23)]);
    expect(span('this-week')).toEqual([day(2026, 11, 23), day(2026, 11, 30)]);
    expect(span('"last week"')).toEqual([day(2026, 11, 16), day(2026, 11, 23)]);
    expect(span('上个月')).toEqual([day(2026, 10), day(2026, 11)]);
    expect(parseQuery('clipped:week', { now, locale: 'en-US' }).where).toMatchObject({ from: day(2026, 11, 22) });
    expect(parseQuery('clipped:week', { now, locale: '?' }).where).toMatchObject({ from: day(2026, 11, 23) });
  });

  test('are so many days back, today with them; > and < then speak of age', () => {
    expect(span('1d')).toEqual([day(2026, 11, 23), null]);
    expect(span('7d')).toEqual([day(2026, 11, 17), null]);
    expect(span('2周')).toEqual([day(2026, 11, 10), null]);
    expect(span('1m')).toEqual([day(2026, 10, 23), null]);
    expect(span('1y')).toEqual([day(2025, 11, 23), null]);
    expect(span('<7d')).toEqual([day(2026, 11, 17), null]);
    expect(span('>7d')).toEqual([null, day(2026, 11, 17)]);
    const march = new Date(2026, 2, 31, 12).getTime();
    expect(parseQuery('clipped:1m', { now: march, locale: 'en' }).where).toMatchObject({ from: day(2026, 2, 28) });
  });

  test('are ranges, open or closed, and comparisons', () => {
    expect(span('2026-10..2026-11')).toEqual([day(2026, 10), day(2026, 12)]);
    expect(span('2026-10..')).toEqual([day(2026, 10), null]);
    expect(span('..2026-10')).toEqual([null, day(2026, 11)]);
    expect(span('2026年9月至今天')).toEqual([day(2026, 9), day(2026, 11, 24)]);
    expect(span('30d..7d')).toEqual([day(2026, 10, 25), null]);
    expect(span('>2026-10-05')).toEqual([day(2026, 10, 6), null]);
    expect(span('>=2026-10')).toEqual([day(2026, 10), null]);
    expect(span('＜2026')).toEqual([null, day(2026, 1)]);
    expect(span('<=2026')).toEqual([null, day(2027, 1)]);
    expect(read('published:2026-11..2026-10')).toMatchObject({
      where: { name: 'published', from: day(2026, 10), to: day(2026, 12) },
      problems: [{ kind: 'reversed-range' }],
    });
    expect(kinds('clipped:..')).toEqual(['bad-date']);
  });
});

/** Text that is likely to mean something to the language. */
const pieces = fc.constantFrom(
  ...[
    'leather',
    '皮革',
    'or',
    '或',
    '|',
    '-',
    '－',
    '(',
    ')',
    '（',
    '"',
    '“',
    '「',
    'tag:',
    '标签：',
    'is:starred',
    ' ',
    ',',
  ],
  ...[
    'clipped:',
    '7d',
    '2026-10',
    '..',
    '>',
    'sort:title',
    'AND',
    'NOT',
    '*',
    ':',
    'https://a.b/c',
    "'",
    'a:b',
    '\u3000',
  ],
  ...['site:', 'www.x.com', 'lang:zh', '9:30', '…', '?', '--', 'Or', 'foo:or', '\ud800'],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(' ')),
);

describe('any text', () => {
  test('is a query, and its problems point into it', () => {
    fc.assert(
      fc.property(texts, (typed) => {
        for (const { from, to } of read(typed).problems) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(typed.length);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('printed and read again is the same query, and prints the same', () => {
    fc.assert(
      fc.property(texts, (typed) => {
        const first = read(typed);
        const printed = printQuery(first);
        const second = read(printed);
        expect({ where: second.where, sort: second.sort }).toEqual({ where: first.where, sort: first.sort });
        expect(second.problems).toEqual([]);
        expect(printQuery(second)).toBe(printed);
      }),
      { numRuns: 5000 },
    );
  });

  test('of any length and depth is read at once', () => {
    for (const typed of [
      '('.repeat(50_000),
      '-'.repeat(50_000),
      'a or '.repeat(20_000),
      'tag:"'.repeat(20_000),
      '9:'.repeat(50_000),
    ]) {
      const start = performance.now();
      expect(read(typed).problems.map(({ kind }) => kind)).toContain('too-long');
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});
