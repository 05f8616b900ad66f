import { describe, expect, test } from 'vitest';
import { joinPages } from '../../../lib/extract/join-pages';

const body = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
const sentence = 'The second line of the mill runs since Monday.';

function join(earlier: string, later: string, headlines: string[] = []) {
  const first = body(earlier);
  const isNew = joinPages(first, body(later), headlines);
  return { isNew, html: first.innerHTML };
}

describe('joining the pages of an article', () => {
  test('puts the later behind the earlier', () => {
    expect(join('<p>One</p>', `<h2>Two</h2><p>${sentence}</p>`)).toEqual({
      isNew: true,
      html: `<p>One</p><h2>Two</h2><p>${sentence}</p>`,
    });
  });

  test('leaves out blocks and pictures that are there, the headline, and lines of page numbers', () => {
    const later = `<h1>Headline</h1><p>${sentence.toUpperCase()}</p><figure><img src="https://n.example/a.jpg?w=300"><figcaption>A</figcaption></figure>
      <p>New words</p><p>1 2 3 下一页</p><p>Page 2 of 4</p><p>第2页</p>`;
    const { html } = join(`<p>${sentence}</p><img src="https://n.example/a.jpg?w=800">`, later, ['Headline']);
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(html).toContain('<p>New words</p>');
    expect(html).not.toMatch(/Headline|下一页|Page 2|第2页/);
  });

  test('keeps short lines that come twice, such as answers in an interview', () => {
    expect(join('<p>No.</p>', `<p>No.</p><p>${sentence}</p>`).html).toBe(`<p>No.</p><p>No.</p><p>${sentence}</p>`);
  });

  test('says when a page has nothing new', () => {
    expect(join(`<p>${sentence}</p>`, `<div><p>${sentence}</p></div>`)).toEqual({
      isNew: false,
      html: `<p>${sentence}</p>`,
    });
  });
});
