/** The ways in which sites put pictures beside an article, each with what must be kept of it. */
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../lib/extract/extract-article';
import { openPage } from './pages';

const now = () => performance.now();
const paragraph = `<p>${'Seats are sewn by hand, and a good worker finishes three of them in a day of eight hours. '.repeat(5)}</p>`;
const words = paragraph.repeat(4);
const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const five = [1, 2, 3, 4, 5];
const captioned = (n: number) =>
  `<figure><img src="/p/${n}.jpg" width="800" height="600"><figcaption>Picture ${n}</figcaption></figure>`;
const figures = five.map(captioned).join('');
const all = five.map((n) => `${n}.jpg Picture ${n}`);
const one = ['1.jpg Picture 1'];

/** `file caption` of each image, in order. */
function read(body: string, head = ''): string[] {
  const page = openPage(
    `<!doctype html><html lang="en"><head><title>How seats are sewn in Harbour</title>${head}</head><body>${body}</body></html>`,
  );
  return extractArticle(page, { now }).images.map(({ url, caption }) =>
    `${decodeURIComponent(url).replace(/^.*\//u, '')} ${caption}`.trim(),
  );
}

const article = (inside: string): string =>
  `<main><article><h1>How seats are sewn in Harbour</h1><div class="text">${paragraph}${inside}${words}</div></article></main>`;
const figure = (image: string): string => article(`<figure>${image}<figcaption>Picture 1</figcaption></figure>`);

describe('one picture in the text', () => {
  test.each([
    ['in a figure', '<img src="/p/1.jpg" width="800">'],
    ['with data-src', `<img src="${dot}" data-src="/p/1.jpg">`],
    ['with data-original', `<img src="${dot}" data-original="/p/1.jpg">`],
    ['with data-srcset', `<img src="${dot}" data-srcset="/p/1-s.jpg 400w, /p/1.jpg 1200w">`],
    ['as a picture with a source only', '<picture><source srcset="/p/1.jpg 1200w"></picture>'],
    ['with a copy in noscript', `<img src="${dot}"><noscript><img src="/p/1.jpg"></noscript>`],
    ['as an AMP image', '<amp-img src="/p/1.jpg" width="800" height="600"></amp-img>'],
    [
      'as an element of a framework that draws it later',
      '<brick-image-v3 data-src="/p/1.jpg"><!----></brick-image-v3>',
    ],
    ['in an element of a framework that has drawn it', '<a-img src="/p/0.jpg"><img src="/p/1.jpg"></a-img>'],
    ['with a shape in the place of a size', '<img src="/p/1.jpg" width="16" height="9">'],
    ['with the caption inside the picture element', '<picture><img src="/p/1.jpg"></picture>'],
  ])('%s', (_, image) => {
    expect(read(figure(image))).toEqual(one);
  });

  test.each([
    [
      'behind the proxy of a framework, in noscript',
      `<img src="${dot}"><noscript><img src="/_next/image?url=%2Fp%2F1.jpg&w=1920&q=75"></noscript>`,
    ],
    ['behind the proxy of a framework', '<img src="/_next/image?url=%2Fp%2F1.jpg&w=1920&q=75">'],
    ['behind a resizing service', '<img src="/cdn-cgi/image/width=896,quality=80/p/1.jpg">'],
  ])('%s, at its own address', (_, image) => {
    expect(read(figure(image))).toEqual(one);
  });

  test('of WeChat, without a file ending', () => {
    const image = '<img data-src="https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg" data-w="1080">';
    expect(read(article(`<section>${image}</section>`))).toEqual(['640?wx_fmt=jpeg']);
  });

  test.each([
    ['hidden from those who hear the alt text', '<figcaption aria-hidden="true">Picture 1</figcaption>'],
    ['called a footer', '<figcaption class="image-footer"><span class="title">Picture 1</span></figcaption>'],
    ['in a span', '<span class="image-caption">Picture 1</span>'],
    ['in a small without a name', '<div><small>Picture 1</small></div>'],
  ])('with a caption that is %s', (_, caption) => {
    expect(read(article(`<figure><img src="/p/1.jpg" width="800">${caption}</figure>`))).toEqual(one);
  });

  test.each([
    [
      'in a container without a name',
      '<div class="x1"><div class="x2"><img src="/p/1.jpg"></div><div>Picture 1</div></div>',
    ],
    [
      'in a block that is called a caption',
      '<p class="caption"><span><img src="/p/1.jpg"></span><span>Picture 1</span></p>',
    ],
    ['outside of any figure', '<div class="box"><img src="/p/1.jpg"><figcaption>Picture 1</figcaption></div>'],
    ['centred below it', '<p><img src="/p/1.jpg"></p><p style="text-align: center">Picture 1</p>'],
  ])('with a caption %s', (_, block) => {
    expect(read(article(block))).toEqual(one);
  });

  test('with a Chinese caption below it that says what it is', () => {
    expect(read(article('<p><img src="/p/1.jpg"></p><p>▲图片来自视频截图。</p>'))).toEqual([
      '1.jpg ▲图片来自视频截图。',
    ]);
  });
});

describe('the lead picture', () => {
  const lead = captioned(1);
  test.each([
    [
      'before the node of the text',
      `<article><h1>How seats are sewn in Harbour</h1>${lead}<div class="text">${words}</div></article>`,
    ],
    [
      'in the header',
      `<article><header><h1>How seats are sewn in Harbour</h1>${lead}</header><div>${words}</div></article>`,
    ],
    [
      'before the headline',
      `<main><article>${lead}<h1>How seats are sewn in Harbour</h1><div>${words}</div></article></main>`,
    ],
  ])('%s', (_, body) => {
    expect(read(body)).toEqual(one);
  });

  test('that is nowhere in the page, but named by it', () => {
    const head = '<meta property="og:image" content="/p/1.jpg">';
    expect(read(article(''), head)).toEqual(['1.jpg']);
    expect(read(figure('<img src="/p/1.jpg">'), '<meta property="og:image" content="/p/site-logo.png">')).toEqual(one);
  });
});

describe('five pictures', () => {
  const text = `<h1>How seats are sewn in Harbour</h1><div class="text">${words}</div>`;
  const slides = five.map(
    (n) =>
      `<div class="slide"><img data-src="/p/${n}.jpg" width="800"><div class="slide-caption">Picture ${n}</div></div>`,
  );
  const hidden = five.map(
    (n) => `<div class="carousel-item" ${n > 1 ? 'aria-hidden="true" style="display:none"' : ''}>${captioned(n)}</div>`,
  );
  test.each([
    ['at the end of the text', article(figures)],
    ['in a gallery beside the text', `<article>${text}<div class="gallery">${figures}</div></article>`],
    ['in a section outside', `<article><div>${text}</div><section class="media-block">${figures}</section></article>`],
    ['in a slideshow of lazy slides', `<article>${text}<div class="slideshow">${slides.join('')}</div></article>`],
    ['in a carousel that hides its slides', `<article>${text}<div class="carousel">${hidden.join('')}</div></article>`],
    [
      'in a swiper',
      `<article>${text}<div class="swiper-wrapper">${five.map((n) => `<div class="swiper-slide">${captioned(n)}</div>`).join('')}</div></article>`,
    ],
    [
      'from one resizing service',
      `<article>${text}<div class="gallery">${five.map((n) => captioned(n).replace(`/p/${n}.jpg`, `https://dims.example/resize/90/?url=https%3A%2F%2Fa.example%2Fp%2F${n}.jpg`)).join('')}</div></article>`,
    ],
  ])('%s', (_, body) => {
    expect(read(body)).toEqual(all);
  });

  test.each([
    ['in a list', `<ul>${five.map((n) => `<li><img src="/p/${n}.jpg" width="800"></li>`).join('')}</ul>`],
    [
      'as thumbnails that open them',
      five.map((n) => `<p><a href="/full/${n}.jpg"><img src="/p/${n}.jpg" width="400"></a></p>`).join(''),
    ],
    ['in centred paragraphs', five.map((n) => `<p align="center"><img src="/p/${n}.jpg" width="800"></p>`).join('')],
  ])('%s, without captions', (_, block) => {
    expect(read(article(block))).toEqual(five.map((n) => `${n}.jpg`));
  });

  test('of a photo story with little text', () => {
    const story = five.map(
      (n) => `${captioned(n)}<p>A few words on picture ${n}, which shows a worker at the machine.</p>`,
    );
    expect(read(`<article><h1>How seats are sewn in Harbour</h1>${paragraph}${story.join('')}</article>`)).toEqual(all);
  });
});

test('pictures that lead to other articles are left out, with a caption or without', () => {
  const teasers = five.map(
    (n) => `<div class="card"><a href="/other-${n}"><img src="/p/${n}.jpg" width="400"></a><p>Another ${n}</p></div>`,
  );
  expect(read(article(teasers.join('')))).toEqual([]);
});

test('a thumbnail between paragraphs that leads to another article goes, one that opens the picture stays', () => {
  const thumbnail = (href: string) => `<p><a href="${href}"><img src="/p/1.jpg" width="400"></a></p>`;
  const passesOf = (href: string) => extractArticle(openPage(article(thumbnail(href))), { now }).passes;
  expect(passesOf('/other-article')).toContain('drop-teaser-images');
  expect(passesOf('/full/1.jpg')).not.toContain('drop-teaser-images');
});
