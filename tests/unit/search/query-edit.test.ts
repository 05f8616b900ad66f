import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../lib/search/query';
import { complete, typingAt } from '../../../lib/search/query-complete';
import {
  fixProblem,
  hasFilter,
  removeFilter,
  removeFilters,
  setFilter,
  toggleFilter,
  writtenFilters,
} from '../../../lib/search/query-edit';

const read = (typed: string) => parseQuery(typed, { now: 0, locale: 'en' });

describe('a clicked filter', () => {
  test('is written before the words, which stay as typed', () => {
    expect(toggleFilter('', 'tag', 'leather')).toBe('tag:leather ');
    expect(toggleFilter('seat cov', 'tag', 'car interiors')).toBe('tag:"car interiors" seat cov');
    expect(toggleFilter('tag:a seat', 'tag', 'b')).toBe('tag:a tag:b seat');
    expect(toggleFilter('-tag:a seat', 'site', 'x.com')).toBe('-tag:a site:x.com seat');
    expect(toggleFilter('标签：皮革 座椅', 'lang', 'zh')).toBe('标签：皮革 lang:zh 座椅');
  });

  test('is taken away by a second click, however it was typed', () => {
    expect(toggleFilter('tag:leather seat', 'tag', 'Leather')).toBe('seat');
    expect(toggleFilter('seat tag:a,leather cov', 'tag', 'leather')).toBe('seat tag:a cov');
    expect(toggleFilter('seat 标签：皮革', 'tag', '皮革')).toBe('seat ');
  });

  test('widens what a clip has one of, and replaces a time', () => {
    expect(toggleFilter('site:a.com x', 'site', 'b.com')).toBe('site:a.com,b.com x');
    expect(toggleFilter('clipped:today x', 'clipped', '7d')).toBe('clipped:7d x');
    expect(setFilter('a sort:title b', 'sort', 'oldest')).toBe('sort:oldest a b');
    expect(setFilter('a sort:title', 'sort', null)).toBe('a ');
  });

  test('leaves alone what stands beside an or, in brackets or after a minus', () => {
    for (const typed of ['tag:a or tag:b', '(tag:a x)', '-tag:a']) {
      expect(hasFilter(typed, 'tag', 'a')).toBe(false);
      expect(toggleFilter(typed, 'tag', 'a')).toContain('tag:a ');
      expect(read(toggleFilter(typed, 'tag', 'a')).where).toMatchObject({ kind: 'and' });
    }
    expect(writtenFilters('-tag:a')).toMatchObject([{ excluded: true, from: 0, to: 6 }]);
    expect(removeFilter('x -tag:a y', writtenFilters('x -tag:a y')[0] as never)).toBe('x y');
  });

  test('all of them go and the words stay', () => {
    expect(removeFilters('tag:a leather site:x.com "car seat" is:starred')).toBe('leather "car seat" ');
  });

  test('on, off again and the query is what it was', () => {
    const words = fc.array(fc.constantFrom('leather', '皮革', '"a b"', 'tag:x', '-y', '(a or b)'), { maxLength: 5 });
    const value = fc.constantFrom('a', 'car seats', '内饰', 'C++', "it's", 'x:y', 'a,b');
    fc.assert(
      fc.property(words, value, (parts, chosen) => {
        const typed = parts.join(' ');
        const on = toggleFilter(typed, 'tag', chosen);
        expect(hasFilter(on, 'tag', chosen)).toBe(true);
        expect(read(on).problems).toEqual([]);
        expect(toggleFilter(on, 'tag', chosen).trim()).toBe(typed);
      }),
    );
  });
});

test('a probable slip is put right in place', () => {
  const typed = 'leather is:stared 座椅';
  expect(fixProblem(typed, read(typed).problems[0] as never)).toBe('leather is:starred 座椅');
});

describe('a suggestion', () => {
  const typed = 'leather tag:car,se 座椅';

  test('is for the word or value before the caret', () => {
    expect(typingAt(typed, 3)).toMatchObject({ kind: 'word', text: 'lea', from: 0, to: 7 });
    expect(typingAt(typed, 18)).toMatchObject({ kind: 'value', operator: 'tag', text: 'se', taken: ['car'] });
    expect(typingAt('tag:', 4)).toMatchObject({ kind: 'value', text: '', from: 4, to: 4 });
    expect(typingAt('标签：', 3)).toMatchObject({ kind: 'value', operator: 'tag', text: '' });
    expect(typingAt('tag:"car in', 11)).toMatchObject({ kind: 'value', text: 'car in', from: 4, to: 11 });
    expect(typingAt('tag:a ', 6)).toBeNull();
    expect(typingAt('"leather se', 11)).toBeNull();
  });

  test('takes its place', () => {
    const at = (text: string, caret: number) => typingAt(text, caret) as never;
    expect(complete('lea ta', at('lea ta', 6), { operator: 'tag' })).toEqual({ typed: 'lea tag:', caret: 8 });
    expect(complete(typed, at(typed, 18), { operator: 'tag', value: 'car seats' })).toEqual({
      typed: 'leather tag:car,"car seats"  座椅'.replace('  ', ' '),
      caret: 28,
    });
    expect(complete('tag:', at('tag:', 4), { operator: 'tag', value: '皮革' })).toEqual({
      typed: 'tag:皮革 ',
      caret: 7,
    });
  });

  test('can be asked for anywhere in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, caret) => {
        const typing = typingAt(text, Math.min(caret, text.length));
        if (typing) expect(typing.from).toBeLessThanOrEqual(typing.to);
      }),
    );
  });
});
