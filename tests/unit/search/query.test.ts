import { describe, expect, test } from 'vitest';
import type { QueryNode, SearchQuery } from '../../../lib/model/search-query';
import { parseQuery } from '../../../lib/search/query';

/** A Monday at noon. */
const now = new Date(2026, 10, 23, 12).getTime();
const read = (typed: string): SearchQuery => parseQuery(typed, { now, locale: 'en-GB' });
const where = (typed: string) => read(typed).where;
const kinds = (typed: string) => read(typed).problems.map(({ kind }) => kind);
const term = (text: string, prefix = false): QueryNode => ({ kind: 'term', text, prefix });
const tag = (...values: string[]): QueryNode => ({ kind: 'filter', name: 'tag', values });

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
