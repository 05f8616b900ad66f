import { expect, test } from 'vitest';
import { extractArticle } from '../../../lib/extract/extract-article';
import { articlePasses, pagePasses } from '../../../lib/extract/passes/registry';
import { kindOfDocument } from '../../../lib/extract/warnings';
import { openArticle, openPage } from './pages';

const now = () => performance.now();

test('documents of a browser’s own viewers are told from pages', () => {
  const types = [
    'application/pdf',
    'image/jpeg',
    'video/mp4',
    'audio/mpeg',
    'image/svg+xml',
    'text/html',
    'application/xhtml+xml',
  ];
  expect(types.map(kindOfDocument)).toEqual(['pdf', 'media', 'media', 'media', null, null, null]);
});

test('a page of links is a bookmark', () => {
  const links = Array.from(
    { length: 30 },
    (_, at) => `<li><a href="/${at}">The title of another article, number ${at}</a></li>`,
  );
  const draft = extractArticle(openPage(`<title>News</title><ul>${links.join('')}</ul>`), { now });
  expect(draft).toMatchObject({ kind: 'bookmark', warnings: ['empty'], title: 'News' });
});

test('a long article with many links in its sentences is no page of links', () => {
  const sentence =
    '<p>The plant ordered hides, and <a href="/a">the supplier promised</a> to deliver them before the spring of the year.</p>\n\n          ';
  const draft = extractArticle(openPage(`<title>Long</title><article><h1>Long</h1>${sentence.repeat(300)}</article>`), {
    now,
  });
  expect(draft.kind).toBe('article');
  expect(draft.text.split('\n\n')).toHaveLength(300);
});

test('a page laid out “with sidebar” is none: its headline and author are those of the article', () => {
  const page = openPage(
    `<title>Hides | A site</title><body class="single has-right-sidebar"><h1>Hides are getting rare</h1><span class="author-name">Lin Mei</span>
     <div class="text">${'<p>The plant ordered hides for its seats, and the supplier promised to deliver them before the spring of the year.</p>'.repeat(6)}</div>
     <div class="sidebar"><h1>About us</h1><span class="author-name">Somebody Else</span><p>Words.</p></div></body>`,
  );
  expect(extractArticle(page, { now })).toMatchObject({ title: 'Hides are getting rare', byline: 'Lin Mei' });
});

test('a short page is clipped, and says so', () => {
  const draft = extractArticle(
    openPage(
      '<title>Note</title><article><h1>Note</h1><p>The plant is closed on Friday. It opens again on Monday at eight.</p></article>',
    ),
    { now },
  );
  expect(draft).toMatchObject({ kind: 'article', warnings: ['short'] });
  expect(draft.text).toContain('closed on Friday');
});

test('text in a web component is read', () => {
  const page = openArticle('<x-note></x-note>');
  const host = page.querySelector('x-note');
  const shadow = host?.attachShadow({ mode: 'open' });
  const paragraph = page.createElement('p');
  paragraph.textContent = 'Words that stand in a shadow tree, long enough to be kept as a paragraph of their own.';
  shadow?.append(paragraph);
  expect(extractArticle(page, { now }).text).toContain('Words that stand in a shadow tree');
});

test('frames become links to what they showed', () => {
  const draft = extractArticle(
    openArticle('<iframe src="https://www.youtube.com/embed/abc" title="A film"></iframe>'),
    { now },
  );
  expect(draft.html).toContain('<p><a href="https://www.youtube.com/embed/abc">A film</a></p>');
});

test('every pass has a name of its own and a reason', () => {
  const passes = [...pagePasses, ...articlePasses];
  expect(new Set(passes.map(({ name }) => name)).size).toBe(passes.length);
  for (const { name, reason } of passes) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/u);
    expect(reason.length).toBeGreaterThan(30);
  }
});
