import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../lib/extract/extract-article';
import { openArticle, openPage } from './pages';

const now = () => performance.now();
const at = (path: string) => new URL(path, location.origin).href;
const extract = (inside: string, head = '') => extractArticle(openArticle(inside, head), { now });

describe('the address of an image', () => {
  test.each([
    ['data-src without a file ending', '<img data-src="/mmbiz/abc/640?wx_fmt=jpeg">', '/mmbiz/abc/640?wx_fmt=jpeg'],
    ['data-original beside a stand-in', '<img src="/img/blank.gif" data-original="/a/photo.jpg">', '/a/photo.jpg'],
    [
      'an attribute of any name that ends as a file does',
      '<img src="/img/loading.gif" data-hires="/a/big.webp">',
      '/a/big.webp',
    ],
    ['the widest of srcset', '<img src="/a/s.jpg" srcset="/a/s.jpg 300w, /a/l.jpg 1600w, /a/m.jpg 800w">', '/a/l.jpg'],
    ['no wider than a screen', '<img src="/a/s.jpg" srcset="/a/m.jpg 1200w, /a/xxl.jpg 9000w">', '/a/m.jpg'],
    [
      'data-srcset',
      '<img src="data:image/gif;base64,R0lGODlhAQAB" data-srcset="/a/1.jpg 1x, /a/2.jpg 2x">',
      '/a/2.jpg',
    ],
    [
      'a set under a loader’s own name',
      '<img src="data:image/svg+xml;base64,PHN2Zy8+" data-flickity-lazyload-srcset="/p/?url=a 1x, /p/?url=b 2x">',
      '/p/?url=b',
    ],
    [
      'addresses with commas in srcset',
      '<img srcset="/w_400,c_fit/a.jpg 400w, /w_900,c_fit/a.jpg 900w">',
      '/w_900,c_fit/a.jpg',
    ],
    ['a source of picture', '<picture><source srcset="/a/p.jpg 900w"><img alt="x"></picture>', '/a/p.jpg'],
    ['a picture without img', '<picture><source srcset="/a/p.jpg 900w"></picture>', '/a/p.jpg'],
    [
      'a copy in noscript',
      '<img class="lazy" src="data:image/gif;base64,R0lGODlhAQAB"><noscript><img src="/a/real.jpg"></noscript>',
      '/a/real.jpg',
    ],
    ['a relative src', '<img src="../b/c.jpg">', '/b/c.jpg'],
  ])('is found: %s', (_, image, path) => {
    const draft = extract(`<figure>${image}<figcaption>A caption</figcaption></figure>`);
    expect(draft.images.map(({ url, caption }) => ({ url, caption }))).toEqual([
      { url: at(path), caption: 'A caption' },
    ]);
    expect(draft.html).toContain(`src="${at(path).replaceAll('&', '&amp;')}"`);
  });

  test('of a tracker, an avatar, an icon or a spinner is left out', () => {
    const ornaments =
      '<img src="/t/pixel.gif" width="1" height="1"><img src="/u/avatar.jpg"><img src="/i/share-icon.png" width="32"><img src="/i/spinner.gif"><noscript><img src="https://track.example/tr?id=1" width="1" height="1"></noscript>';
    expect(extract(`<p>${ornaments} text beside them</p>`).images).toEqual([]);
  });
});

describe('captions', () => {
  test('in plain containers become captions, and a marked credit stands apart', () => {
    const draft = extract(
      '<div class="wp-caption"><img src="/a.jpg" width="600"><p class="wp-caption-text">Hides on a table <span class="credit">Photo: Lin Mei</span></p></div>',
    );
    expect(draft.images).toMatchObject([{ caption: 'Hides on a table', credit: 'Photo: Lin Mei' }]);
    expect(draft.html).toContain('<figcaption>');
  });

  test('are not part of the text', () => {
    expect(extract('<figure><img src="/a.jpg"><figcaption>Only a caption</figcaption></figure>').text).not.toContain(
      'Only a caption',
    );
  });
});

const words =
  `<p>${'Seats are sewn by hand, and a good worker finishes three of them in a day of eight hours. '.repeat(5)}</p>`.repeat(
    4,
  );
const figures = [1, 2, 3]
  .map((n) => `<figure><img src="/g/${n}.jpg" width="800" height="600"><figcaption>Picture ${n}</figcaption></figure>`)
  .join('');

describe('pictures outside the node of the text', () => {
  test.each([
    [
      'beside it',
      `<article><h1>Sewing</h1><div class="text">${words}</div><div class="gallery">${figures}</div></article>`,
    ],
    [
      'in a section',
      `<article><h1>Sewing</h1><div><div class="text">${words}</div></div><section class="media-block">${figures}</section></article>`,
    ],
    [
      'in a slideshow of divs',
      `<article><h1>Sewing</h1><div class="text">${words}</div><div class="slideshow">${[1, 2, 3].map((n) => `<div class="slide" ${n > 1 ? 'style="display: none"' : ''}><img data-src="/g/${n}.jpg" width="800"><div class="slide-caption">Picture ${n}</div></div>`).join('')}</div></article>`,
    ],
  ])('a gallery %s comes with its captions', (_, body) => {
    const draft = extractArticle(openPage(`<title>Sewing seats</title><body><main>${body}</main></body>`), { now });
    expect(draft.images.map(({ caption, role }) => `${role} ${caption}`)).toEqual([
      'gallery Picture 1',
      'gallery Picture 2',
      'gallery Picture 3',
    ]);
    expect(draft.passes).toContain('recover-figures');
  });

  test('the figure that opens the page above its headline comes first, one of another article does not', () => {
    const draft = extractArticle(
      openPage(
        `<title>Sewing</title><body><main><figure><img src="/opener.jpg" width="1200"><figcaption>The hall</figcaption></figure><a href="/other"><figure><img src="/other.jpg" width="1200"></figure></a><div class="story"><h1>Sewing</h1><div class="text">${words}</div></div></main></body>`,
      ),
      { now },
    );
    expect(draft.images).toMatchObject([{ url: at('/opener.jpg'), role: 'lead', caption: 'The hall' }]);
  });

  test('the picture that the page names comes with the caption that it has above the article', () => {
    const draft = extractArticle(
      openPage(
        `<title>Sewing</title><meta property="og:image" content="/named-picture.jpg"><body><div class="teaser-image"><figure><img src="/named-picture.jpg"><figcaption>The hall</figcaption></figure></div><h1>Sewing</h1><article>${words}</article></body>`,
      ),
      { now },
    );
    expect(draft.images).toMatchObject([{ url: at('/named-picture.jpg'), role: 'lead', caption: 'The hall' }]);
  });

  test('the lead picture of the header comes first', () => {
    const draft = extractArticle(
      openPage(
        `<title>Sewing</title><body><article><header><h1>Sewing</h1><figure><img src="/lead.jpg" width="1200"><figcaption>The hall</figcaption></figure></header><div class="text">${words}</div></article></body>`,
      ),
      { now },
    );
    expect(draft.images).toMatchObject([{ url: at('/lead.jpg'), role: 'lead', caption: 'The hall' }]);
    expect(draft.html.indexOf('lead.jpg')).toBeLessThan(draft.html.indexOf('Seats are sewn'));
  });

  test('cards of other articles stay out', () => {
    const cards = [1, 2, 3]
      .map(
        (n) =>
          `<div class="card"><a href="/n/${n}"><img src="/c/${n}.jpg" width="400"></a><h3><a href="/n/${n}">Another ${n}</a></h3></div>`,
      )
      .join('');
    const draft = extractArticle(
      openPage(
        `<title>Sewing</title><body><main><h1>Sewing</h1><div class="text">${words}</div><section class="related-gallery">${cards}</section></main></body>`,
      ),
      { now },
    );
    expect(draft.images).toEqual([]);
  });

  test('the image that the page names leads, without a second copy', () => {
    const draft = extract(
      '<figure><img src="/a/other.jpg"></figure><figure><img src="/a/hall-800x600.jpg"></figure>',
      '<meta property="og:image" content="/a/hall.jpg">',
    );
    expect(draft.leadImage).toBe(at('/a/hall-800x600.jpg'));
    expect(draft.images).toHaveLength(2);
  });
});
