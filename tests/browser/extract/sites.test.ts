import { describe, expect, test } from 'vitest';
import { followRule } from '../../../lib/extract/follow-rule';
import { makeDraft } from '../../../lib/extract/make-draft';
import { findNextPage } from '../../../lib/extract/next-page';
import { readPage } from '../../../lib/extract/read-page';
import { findRule } from '../../../lib/extract/sites/find-rule';
import { siteRules } from '../../../lib/extract/sites/registry';
import type { ClipDraft } from '../../../lib/model/clip';
import type { SiteRule } from '../../../lib/model/site-rule';
import { openPage } from './pages';

type Expected = {
  url: string;
  metadata: { title: string; byline: string | null; siteName: string; publishedAt: string };
  paragraphs: string[];
  images: { file: string; caption: string }[];
  next: [address: string, total: number] | null;
};
const sources = import.meta.glob<string>('../../fixtures/sites/*/source.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const expectations = import.meta.glob<Expected>('../../fixtures/sites/*/expected.json', {
  import: 'default',
  eager: true,
});
const path = (name: string, file: string) => `../../fixtures/sites/${name}/${file}`;
const now = () => performance.now();

/** A page read as in the extension, by a rule or without one. */
function read(html: string, rule: SiteRule | null): ClipDraft {
  const page = openPage(html);
  const find = rule
    ? (...given: [Parameters<typeof followRule>[0], Parameters<typeof followRule>[1]]) => followRule(...given, rule)
    : undefined;
  return makeDraft(readPage(page, { now, find }), { rule });
}

describe.each(siteRules.map((rule) => [rule.name, rule] as const))('the rule %s', (name, rule) => {
  const html = sources[path(name, 'source.html')] ?? '';
  const expected = expectations[path(name, 'expected.json')] as Expected;

  test('is the one for its pages', () => {
    expect(findRule(expected.url)).toBe(rule);
  });

  test('gives text, pictures with captions, and what the page says of itself', () => {
    const draft = read(html, rule);
    expect(draft.text.split('\n\n')).toEqual(expected.paragraphs);
    const images = draft.images.map(({ url, caption }) => ({ file: url.slice(url.lastIndexOf('/') + 1), caption }));
    expect(images).toEqual(expected.images);
    expect(draft).toMatchObject(expected.metadata);
    expect(draft).toMatchObject({ engine: 'rule', rule: { name, used: true } });
  });

  test('leads to the next page where there is one', () => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(findNextPage(page, expected.url, rule.next)).toEqual({
      next: expected.next?.[0] ?? null,
      total: expected.next?.[1] ?? null,
    });
  });

  test('has selectors that a browser knows', () => {
    const facts = Object.values(rule.facts ?? {})
      .flat()
      .map((selector) => selector.replace(/@[\w-]+$/u, ''));
    for (const selector of [rule.article, rule.drop, rule.captions, rule.images, rule.next, facts].flatMap(
      (list) => list ?? [],
    ))
      expect(() => document.querySelector(selector)).not.toThrow();
  });

  test('that finds nothing lets the general reader have the page, and says so', () => {
    const gone = { ...rule, article: ['.of-the-last-redesign'] };
    const draft = read(html, gone);
    expect(draft.rule).toEqual({ name, used: false });
    expect(draft.engine).toBe('readability');
  });
});

const article = (inside: string) =>
  `<title>A headline of some length</title><article><h1>A headline of some length</h1><div id="text">${inside}</div></article>`;
const paragraphs = Array.from(
  { length: 5 },
  (_, at) =>
    `<p>Paragraph ${at + 1} tells of the mill in so many words that nobody could take it for anything but a text.</p>`,
);
const rule: SiteRule = { name: 'mill', hosts: ['mill.example'], article: ['#text'] };

test('a rule whose selectors are broken does not break the reading', () => {
  const draft = read(article(paragraphs.join('')), {
    ...rule,
    article: ['#text', ':::'],
    drop: ['p['],
    captions: ['>'],
    facts: { title: ['h1!'] },
  });
  expect(draft.text).toContain('Paragraph 5');
});

test('a rule that would drop most of the text drops nothing', () => {
  expect(read(article(paragraphs.join('')), { ...rule, drop: ['p'] }).text.split('\n\n')).toHaveLength(5);
});

test('a text in several blocks is put together in the order of the page, and a gallery outside it follows', () => {
  const draft = read(
    `<title>Parts</title><div class="part">${paragraphs.slice(0, 2).join('')}</div><aside>Words of the side</aside><div class="part">${paragraphs.slice(2).join('')}</div><div class="photos"><img src="/images/leather-01.png" width="600"></div>`,
    { ...rule, article: ['.part'], images: ['.photos'] },
  );
  expect(draft.text.split('\n\n').map((line) => line.slice(0, 11))).toEqual(
    [1, 2, 3, 4, 5].map((at) => `Paragraph ${at}`),
  );
  expect(draft.images).toHaveLength(1);
});
