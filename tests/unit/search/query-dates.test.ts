import { describe, expect, test } from 'vitest';
import type { SearchQuery } from '../../../lib/model/search-query';
import { parseQuery } from '../../../lib/search/query';

/** A Monday at noon. */
const now = new Date(2026, 10, 23, 12).getTime();
const read = (typed: string): SearchQuery => parseQuery(typed, { now, locale: 'en-GB' });
const where = (typed: string) => read(typed).where;
const kinds = (typed: string) => read(typed).problems.map(({ kind }) => kind);
const day = (year: number, month: number, date = 1) => new Date(year, month - 1, date).getTime();
const span = (typed: string) => {
  const node = where(`clipped:${typed}`);
  if (node?.kind !== 'filter' || node.name !== 'clipped') throw new Error(`no span: ${typed}`);
  return [node.from, node.to];
};

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
