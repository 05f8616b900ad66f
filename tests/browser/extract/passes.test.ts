import { expect, test } from 'vitest';
import { extractArticle } from '../../../lib/extract/extract-article';
import { openArticle, openFixture } from './pages';

const now = () => performance.now();
const picture = (name: string) => `<img src="/p/${name}.jpg" width="800" height="500">`;
const hidden = 'style="display:none"';

/** A pass, a part of a page that needs it, and one that looks alike and does not. */
const cases: [name: string, needs: string, doesNot: string][] = [
  [
    'cut-overlays',
    '<div class="cookie-bar"><p>We use cookies.</p></div>',
    '<p class="cookie-story">Cookies are baked at two hundred degrees for as long as it takes to read this page.</p>',
  ],
  [
    'recover-noscript',
    '<img class="lazy" src="data:image/gif;base64,R0lG"><noscript><img src="/p/a.jpg"></noscript>',
    '<noscript><img src="/tr?id=1" width="1" height="1"></noscript>',
  ],
  ['resolve-lazy-images', '<img src="/blank.gif" data-src="/p/a.jpg">', picture('a')],
  [
    'unhide-slides',
    `<div class="carousel"><div ${hidden}>${picture('a')}</div></div>`,
    `<div class="note"><div ${hidden}>${picture('a')}</div></div>`,
  ],
  [
    'keep-captions',
    `<div>${picture('a')}<p class="image-caption">A hall</p></div>`,
    '<p class="image-caption">No picture near</p>',
  ],
  [
    'choose-blocks',
    '<p><a href="/other">Read more: the plant in the north orders fewer hides than last year</a></p>',
    '<p>Subscribe to our view or not, the plant will be built, and the town will have to live with it for a long time to come, as it did with the last one. Nobody asked.</p>',
  ],
];

test.each(cases)('%s changes the page that needs it, and no other', (name, needs, doesNot) => {
  expect(extractArticle(openArticle(needs), { now }).passes).toContain(name);
  expect(extractArticle(openArticle(doesNot), { now }).passes).not.toContain(name);
});

test('a dialog goes, an article about cookies stays', () => {
  const draft = extractArticle(
    openArticle(
      '<div role="dialog"><p>Agree to all of it.</p></div><p class="cookie-story">Cookies are baked for as long as it takes to read this page.</p>',
    ),
    { now },
  );
  expect(draft.text).not.toContain('Agree to all');
  expect(draft.text).toContain('Cookies are baked');
});

/** Places before the text of an article. */
function openWithHeader(header: string): Document {
  const page = openArticle('');
  const heading = page.querySelector('h1');
  const holder = openArticle(header).querySelector('.text > :not(p)');
  if (heading && holder) heading.after(page.importNode(holder, true));
  return page;
}

test('recover-figures takes the figure below the headline, not an avatar', () => {
  const lead = extractArticle(openWithHeader(`<header><figure>${picture('lead')}</figure></header>`), { now });
  expect(lead.images.map(({ role }) => role)).toEqual(['lead']);
  const avatar = extractArticle(
    openWithHeader('<header><figure><img src="/avatar.jpg" width="80"></figure></header>'),
    { now },
  );
  expect(avatar.passes).not.toContain('recover-figures');
  expect(avatar.images).toEqual([]);
});

test('choose-blocks takes the byline before the text, and leaves the first sentence', () => {
  const draft = extractArticle(openWithHeader('<div><div>Industry</div><div>By Lin Mei</div></div>'), { now });
  expect(draft.text).toMatch(/^Part 1\./u);
});

test('a byline that names its author is no text, and neither is the section above it', async () => {
  const draft = extractArticle(await openFixture('baic-components'), { now });
  expect(draft.text).toMatch(/^Xu Heyi, Chairman/u);
});
