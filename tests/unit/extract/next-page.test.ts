import { describe, expect, test } from 'vitest';
import { findNextPage } from '../../../lib/extract/next-page';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const link = (href: string, text: string) => `<a href="${href}">${text}</a>`;

describe('the next page of an article', () => {
  test.each([
    ['https://n.example/story', '/story?page=2', 'Next', 'https://n.example/story?page=2'],
    ['https://n.example/story?page=2&x=1', '/story?x=1&page=3', 'Next page ›', 'https://n.example/story?x=1&page=3'],
    ['https://n.example/story?utm_source=mail#top', '/story?page=2', 'Next', 'https://n.example/story?page=2'],
    ['https://n.example/a/c123-4567.html', '/a/c123-4567-2.html', '下一页', 'https://n.example/a/c123-4567-2.html'],
    ['https://n.example/content.htm', 'content_2.htm', '下一页>>', 'https://n.example/content_2.htm'],
    ['https://n.example/content_2.htm', 'content_3.htm', '下一頁', 'https://n.example/content_3.htm'],
    ['https://n.example/2024/story/', '/2024/story/2/', '2', 'https://n.example/2024/story/2/'],
    ['https://n.example/2024/story', '/2024/story/page/2', '»', 'https://n.example/2024/story/page/2'],
    ['https://n.example/story/index.html', '/story/index_2.html', '2', 'https://n.example/story/index_2.html'],
  ])('of %s is at %s, called "%s"', (url, href, text, next) => {
    expect(findNextPage(page(link(href, text)), url).next).toBe(next);
  });

  test.each([
    ['another article', '/another-story', 'Next'],
    ['the next article of a numbered series', '/story-78', 'Next'],
    ['another site', 'https://other.example/story?page=2', 'Next'],
    ['the page before', '/story?page=1', 'Next'],
    ['a later page that is not the next', '/story?page=5', '5'],
    ['a link whose words say something else', '/story?page=2', 'Comments'],
    ['a script', 'javascript:next()', 'Next'],
    ['a number that is not the page’s', '/story?page=2', '7'],
  ])('is not %s', (_, href, text) => {
    expect(findNextPage(page(link(href, text)), 'https://n.example/story').next).toBeNull();
  });

  test('is not that of the comments', () => {
    const html = `<div class="comments-pager">${link('/story?page=2', 'Next')}</div>`;
    expect(findNextPage(page(html), 'https://n.example/story').next).toBeNull();
  });

  test('may be declared only; a next article that is declared is none', () => {
    const declared = (href: string) => page(`<head><link rel="next" href="${href}"></head>`);
    expect(findNextPage(declared('/story?page=2'), 'https://n.example/story').next).toBe(
      'https://n.example/story?page=2',
    );
    expect(findNextPage(declared('/newer-story'), 'https://n.example/story').next).toBeNull();
  });

  test('is counted by the highest page that is linked', () => {
    const html =
      [2, 3, 4, 5].map((at) => link(`/story?page=${at}`, String(at))).join('') + link('/story?page=2', 'Next');
    expect(findNextPage(page(html), 'https://n.example/story')).toEqual({
      next: 'https://n.example/story?page=2',
      total: 5,
    });
    expect(findNextPage(page(html), 'https://n.example/story?page=5')).toEqual({ next: null, total: null });
  });

  test('is where the site’s rule points, whatever its address, but never this page', () => {
    const html = page(`<a class="on" href="/other-address">Onward</a><a class="self" href="#top">Top</a>`);
    expect(findNextPage(html, 'https://n.example/story', ['.on']).next).toBe('https://n.example/other-address');
    expect(findNextPage(html, 'https://n.example/story', ['.self']).next).toBeNull();
  });
});
