import { describe, expect, test } from 'vitest';
import { makeDraft } from '../../../lib/extract/make-draft';
import type { SafeHtml } from '../../../lib/model/article-html';
import type { PageReading, PageSigns } from '../../../lib/model/page-reading';
import { aReading } from '../clip-maker';

const sentence = 'The mill took its second line into service on Monday. ';
const reading = (sentences: number, fields: Partial<PageReading> = {}) =>
  aReading({
    text: sentence.repeat(sentences).trim(),
    html: `<p>${sentence.repeat(sentences)}</p>` as SafeHtml,
    ...fields,
  });
const signs = (fields: Partial<PageSigns> = {}): PageSigns => ({
  wantsLogin: false,
  isCut: false,
  paragraphs: 0,
  next: null,
  total: null,
  ...fields,
});
const witnesses = (jsonLd: object) => ({ ...aReading().witnesses, jsonLd: [JSON.stringify(jsonLd)] });

describe('doubts about a text', () => {
  test('there are none about an article of usual length', () => {
    expect(makeDraft(reading(40), { signs: signs() }).warnings).toEqual([]);
  });

  test('a short text behind a wall says which wall', () => {
    expect(makeDraft(reading(20, { hasWall: true }), { signs: signs({ wantsLogin: true }) }).warnings).toEqual([
      'paywall',
    ]);
    expect(makeDraft(reading(20), { signs: signs({ wantsLogin: true }) }).warnings).toEqual(['login']);
    expect(makeDraft(reading(20), { signs: signs({ isCut: true }) }).warnings).toEqual(['incomplete']);
  });

  test('a whole text is not doubted for a wall that stands on every page', () => {
    const everything = signs({ wantsLogin: true, isCut: true });
    expect(makeDraft(reading(80, { hasWall: true }), { signs: everything }).warnings).toEqual([]);
  });

  test('a page without text that wants a login says so instead of being empty', () => {
    const empty = reading(0, { text: '', html: '' as SafeHtml });
    expect(makeDraft(empty, { signs: signs({ wantsLogin: true }) }).warnings).toEqual(['login']);
    expect(makeDraft(empty, { signs: signs() }).warnings).toEqual(['empty']);
  });

  test('a page whose own data has much more text says that some is missing', () => {
    const article = { '@type': 'NewsArticle', headline: 'H', articleBody: sentence.repeat(120) };
    expect(makeDraft(reading(40, { witnesses: witnesses(article) })).warnings).toEqual(['incomplete']);
    const same = { ...article, articleBody: sentence.repeat(42) };
    expect(makeDraft(reading(40, { witnesses: witnesses(same) })).warnings).toEqual([]);
    const counted = { '@type': 'NewsArticle', headline: 'H', wordCount: 1800 };
    expect(makeDraft(reading(40, { witnesses: witnesses(counted) })).warnings).toEqual(['incomplete']);
  });

  test('a page that says it is free is believed more than its names and its counts', () => {
    const free = { '@type': 'NewsArticle', headline: 'H', isAccessibleForFree: true };
    expect(makeDraft(reading(20, { hasWall: true, witnesses: witnesses(free) })).warnings).toEqual([]);
    const counted = witnesses({ ...free, wordCount: 1800 });
    expect(makeDraft(reading(40, { witnesses: counted })).warnings).toEqual([]);
    expect(makeDraft(reading(40, { witnesses: counted }), { signs: signs({ isCut: true }) }).warnings).toEqual([
      'incomplete',
    ]);
  });

  test('a long text of which more must be paid for says so', () => {
    const paid = { '@type': 'NewsArticle', headline: 'H', isAccessibleForFree: false, wordCount: 1800 };
    expect(makeDraft(reading(40, { witnesses: witnesses(paid) })).warnings).toEqual(['paywall']);
  });

  test('the data of several articles claims nothing for this one', () => {
    const list = [{ articleBody: sentence.repeat(120) }, { articleBody: sentence.repeat(130) }];
    expect(makeDraft(reading(40, { witnesses: witnesses(list) })).warnings).toEqual([]);
  });

  test('a small part of a page full of sentences may not be the article, unless the site’s rule found it', () => {
    const full = signs({ paragraphs: 40_000 });
    expect(makeDraft(reading(40), { signs: full }).warnings).toEqual(['unsure']);
    expect(makeDraft(reading(40, { engine: 'rule' }), { signs: full }).warnings).toEqual([]);
  });

  test('an article that goes on names its next page', () => {
    const draft = makeDraft(reading(40), { signs: signs({ next: 'https://www.example.com/news/1?page=2', total: 3 }) });
    expect(draft.warnings).toEqual(['more-pages']);
    expect(draft.pages).toEqual({ joined: [], next: 'https://www.example.com/news/1?page=2', total: 3 });
  });

  test('a selection is what a person wanted', () => {
    const draft = makeDraft(reading(1, { engine: 'selection' }), { signs: signs({ isCut: true, wantsLogin: true }) });
    expect(draft.warnings).toEqual([]);
  });
});

describe('what the report says of the facts', () => {
  const rule = { name: 'mill', hosts: ['example.com'], article: ['#text'] };

  test('each fact has the statements of the page that agree with it', () => {
    const given = reading(40, {
      witnesses: {
        ...witnesses({
          '@type': 'NewsArticle',
          headline: 'The headline of the page',
          datePublished: '2024-03-05T09:30:00Z',
          author: { name: 'Ann Author' },
        }),
        lines: 'The headline of the page\nBy Ann Author\n5 March 2024',
        headingAt: 0,
        meta: [['author', 'Ann Author']],
      },
    });
    expect(makeDraft(given).sources).toEqual({
      title: ['visible', 'structured', 'meta'],
      byline: ['visible', 'structured', 'meta'],
      publishedAt: ['visible', 'structured'],
    });
  });

  test('a fact that the page has nowhere has none', () => {
    expect(makeDraft(reading(40)).sources).toEqual({ title: ['visible', 'meta'] });
  });

  test('what the site’s rule points at comes first, where it reads as what it should be', () => {
    const ruled = {
      title: 'The rule’s headline',
      byline: '责任编辑：周航',
      outlet: '来源：海港日报',
      date: '2024年03月05日 09:30',
    };
    const given = reading(40, { engine: 'rule', witnesses: { ...aReading().witnesses, ruled } });
    const draft = makeDraft(given, { rule });
    expect(draft).toMatchObject({
      title: 'The rule’s headline',
      byline: '周航',
      siteName: '海港日报',
      publishedAt: '2024-03-05T09:30:00',
    });
    expect(draft).toMatchObject({ rule: { name: 'mill', used: true }, sources: { title: ['rule'] } });
    const odd = { outlet: '09:30', date: 'yesterday' };
    const kept = makeDraft(reading(40, { witnesses: { ...aReading().witnesses, ruled: odd } }), { rule });
    expect(kept).toMatchObject({ siteName: 'example.com', publishedAt: null, rule: { name: 'mill', used: false } });
  });
});
