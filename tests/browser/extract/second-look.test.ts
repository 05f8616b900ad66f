import { describe, expect, test } from 'vitest';
import { lookAgain } from '../../../lib/extract/second-look/look-again';
import { openArticle } from './pages';

const options = { now: () => 0 };
const sentence = (at: number) =>
  `Part ${at}. The plant in the north orders hides for its seats, and says when they are to come.`;
const paragraphs = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `<p>${sentence(from + at)}</p>`).join('');

function onPage<T>(markup: string, run: () => T): T {
  const place = document.createElement('div');
  place.innerHTML = markup;
  document.body.append(place);
  try {
    return run();
  } finally {
    place.remove();
  }
}

describe('what nobody sees', () => {
  const look = (html: string, isDoubtful = false) => lookAgain(document, { html, isDoubtful }, options);
  const text = paragraphs(0, 12);

  test.each([
    ['is not displayed', '<p style="display:none">Copy this link</p>'],
    ['is invisible', '<p style="visibility:hidden">Copy this link</p>'],
    ['is far off the screen', '<p style="position:absolute;left:-9999px">Copy this link</p>'],
    [
      'has no size',
      '<p style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">Copy this link</p>',
    ],
  ])('goes when it %s', (_, hidden) => {
    const found = onPage(text + hidden, () => look(`${text}<p>Copy this link</p>`));
    expect(found?.pass).toBe('drop-invisible');
    expect(found?.text).not.toContain('Copy this link');
    expect(found?.text).toContain('Part 11.');
  });

  test('goes from within a paragraph that is seen', () => {
    const jammed = '<p>The hides came late<span style="display:none">jxq7 copy of</span> this year.</p>';
    const found = onPage(text + jammed, () => look(text + jammed));
    expect(found?.text).toContain('The hides came late this year.');
  });

  test.each([
    ['is seen elsewhere on the page', '<p style="display:none">Copy this link</p><p>Copy this link</p>'],
    ['is folded away', '<details><summary>More</summary><p>Copy this link</p></details>'],
    ['is not on the page any more', ''],
  ])('stays when it %s', (_, shown) => {
    expect(onPage(text + shown, () => look(`${text}<p>Copy this link</p>`))).toBeNull();
  });

  test('stays when it is the rest of an article', () => {
    const rest = paragraphs(12, 20);
    expect(onPage(`${text}<div style="display:none">${rest}</div>`, () => look(text + rest))).toBeNull();
  });
});

describe('another opinion', () => {
  const cookies = '<p>We use cookies to make this site better for you.</p>';

  test('is the block with the sentences of the page', () => {
    const page = openArticle('');
    page.body.innerHTML = `<nav><a href="/a">News</a></nav><div class="x">${cookies}</div><main><h1>Seats</h1><div class="y">${paragraphs(0, 12)}</div></main>`;
    const found = lookAgain(page, { html: cookies, isDoubtful: true }, options);
    expect(found).toMatchObject({ pass: 'second-opinion', isSure: false });
    expect(found?.text).toContain('Part 11.');
    expect(found?.text).not.toContain('cookies');
  });

  test('is what the page states as its text, even where it shows none of it', () => {
    const page = openArticle('');
    const body = Array.from({ length: 12 }, (_, at) => sentence(at)).join('\n');
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Seats', articleBody: body }).replaceAll(
      '<',
      '\\u003c',
    );
    page.body.innerHTML = `<script type="application/ld+json">${data}</script><h1>Seats</h1><div>${cookies}</div>`;
    const found = lookAgain(page, { html: cookies, isDoubtful: true }, options);
    expect(found).toMatchObject({ pass: 'second-opinion', isSure: true });
    expect(found?.html.match(/<p>/gu)).toHaveLength(12);
  });

  test('is not asked for where nothing is in doubt, and not taken where it is no better', () => {
    const page = openArticle('');
    page.body.innerHTML = `<main><h1>Seats</h1>${paragraphs(0, 12)}</main>`;
    expect(lookAgain(page, { html: cookies, isDoubtful: false }, options)).toBeNull();
    expect(lookAgain(page, { html: paragraphs(0, 12), isDoubtful: true }, options)).toBeNull();
  });
});
