import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchQuery } from '../../../lib/model/search-query';
import { parseQuery } from '../../../lib/search/query';
import { printQuery } from '../../../lib/search/query-print';

/** A Monday at noon. */
const now = new Date(2026, 10, 23, 12).getTime();
const read = (typed: string): SearchQuery => parseQuery(typed, { now, locale: 'en-GB' });
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
