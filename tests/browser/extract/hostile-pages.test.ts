import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../lib/extract/extract-article';
import { openArticle, openPage } from './pages';

const now = () => performance.now();
const properties = [
  'appendChild',
  'attributes',
  'body',
  'childNodes',
  'children',
  'cloneNode',
  'contains',
  'createElement',
  'createTreeWalker',
  'documentElement',
  'firstChild',
  'firstElementChild',
  'getAttribute',
  'getElementsByTagName',
  'innerHTML',
  'localName',
  'nextElementSibling',
  'nextSibling',
  'nodeName',
  'nodeType',
  'ownerDocument',
  'parentNode',
  'previousElementSibling',
  'querySelector',
  'querySelectorAll',
  'remove',
  'removeAttribute',
  'replaceChild',
  'setAttribute',
  'tagName',
  'textContent',
  'title',
];
const makers: [string, (name: string) => string][] = [
  ['form control by name', (name) => `<form><input name="${name}"><p>inside a form</p></form>`],
  ['form control by id', (name) => `<form><button id="${name}">x</button></form>`],
  ['image in a form', (name) => `<form><img name="${name}" src="/a.jpg"></form>`],
  ['form', (name) => `<form name="${name}"></form>`],
  ['image', (name) => `<img name="${name}" id="${name}" src="/a.jpg">`],
  ['object', (name) => `<object id="${name}" name="${name}"></object>`],
  ['embed', (name) => `<embed name="${name}">`],
  ['iframe', (name) => `<iframe name="${name}" id="${name}"></iframe>`],
  [
    'output and fieldset',
    (name) => `<form><fieldset name="${name}"><output name="${name}"></output></fieldset></form>`,
  ],
];

describe('a page that hides DOM properties behind its elements', () => {
  test.each(makers)('is read all the same: %s', (_, make) => {
    for (const property of properties) {
      const draft = extractArticle(openArticle(make(property)), { now });
      expect(draft.text, property).toContain('Part 1.');
      expect(draft.text, property).toContain('Part 4.');
      expect(draft.title, property).toBe('A headline of some length');
    }
  });

  test('is read when the elements are in the live document', () => {
    const holder = document.createElement('div');
    for (const name of ['querySelectorAll', 'cloneNode', 'createTreeWalker', 'documentElement', 'contentType']) {
      const image = document.createElement('img');
      image.setAttribute('name', name);
      holder.append(image);
    }
    const text = document.createElement('article');
    for (let at = 0; at < 8; at++) {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Hides are sorted by grain, and each lot is cut to the pattern of the seat. '.repeat(4);
      text.append(paragraph);
    }
    document.body.append(holder, text);
    const draft = extractArticle(document, { now });
    holder.remove();
    text.remove();
    expect(draft.text).toContain('Hides are sorted by grain');
  });
});

describe('a page that is too much', () => {
  test('nested a hundred thousand deep, it still gives its words', () => {
    const page = openPage('<title>Deep</title><body></body>');
    let inner: Element = page.body;
    for (let depth = 0; depth < 100_000; depth++) {
      const div = page.createElement('div');
      inner.append(div);
      inner = div;
    }
    inner.textContent = 'At the bottom lies one sentence that is long enough to be taken for a paragraph.';
    const draft = extractArticle(page, { now });
    expect(draft.text).toContain('At the bottom lies one sentence');
    expect(draft.passes).toEqual(['paragraphs']);
    while (page.body.firstChild) page.body.firstChild.remove();
  });

  test('of more elements than Readability can take, it gives its paragraphs', () => {
    const page = openPage(
      `<title>Wide</title><body>${'<i></i>'.repeat(160_000)}<p>${'One paragraph among them. '.repeat(5)}</p></body>`,
    );
    const draft = extractArticle(page, { now });
    expect(draft.text).toContain('One paragraph among them.');
    expect(draft.title).toBe('Wide');
  });

  test('of many elements, it gives its paragraphs once reading it in full has taken a second', () => {
    let clock = 0;
    const slowly = () => {
      clock += 20;
      return clock;
    };
    const sentence = '<p>One sentence among many others, which is long enough to be kept.</p>';
    const large = openPage(`<title>Large</title><body>${`<div>${sentence}<b></b></div>`.repeat(5000)}</body>`);
    const draft = extractArticle(large, { now: slowly });
    expect(draft.passes).toEqual(['paragraphs']);
    expect(draft.text).toContain('One sentence among many others');
    const small = openPage(`<title>Small</title><body>${`<div>${sentence}<b></b></div>`.repeat(50)}</body>`);
    expect(extractArticle(small, { now: slowly }).engine).toBe('readability');
  });

  test.each([
    ['in containers that are called galleries', '<div class="gallery caption">'],
    ['in lists of links', '<ul class="related"><li><a href="/x">'],
    ['in tables', '<table><tr><td>'],
  ])('of sixty thousand elements, nested %s, it is read or falls back in bounded time', (_, open) => {
    const sentence =
      '<p>One sentence among many others, which is long enough to be kept.</p><img src="/a.jpg" width="400">';
    const tag = open.match(/<\w+/gu) ?? [];
    const close = [...tag].reverse().map((it) => `</${it.slice(1)}>`);
    const nested = `${open.repeat(40)}${sentence}${close.join('').repeat(40)}`;
    const page = openPage(`<title>Nested</title><body>${nested.repeat(Math.ceil(60_000 / (40 * tag.length)))}</body>`);
    const draft = extractArticle(page, { now });
    expect(draft.text).toContain('One sentence among many others');
    // Some hundred milliseconds on a machine that does nothing else; without a bound it would be minutes.
    expect(draft.durationMs).toBeLessThan(10_000);
  });

  test.each([
    ['a thousand paragraphs', 1000],
    ['one paragraph', 1],
  ])(
    'of fifty megabytes in %s, it gives its first words in bounded time',
    (_, count) => {
      const sentence = 'One sentence among many others, which is long enough to be kept. ';
      const paragraph = `<p>${sentence.repeat(800_000 / count)}</p>`;
      const page = openPage(`<title>Long</title><body><article>${paragraph.repeat(count)}</article></body>`);
      const draft = extractArticle(page, { now });
      expect(draft.text).toContain('One sentence among many others');
      expect(draft.passes).toEqual(['paragraphs']);
      // About a second; read in full it took a minute.
      expect(draft.durationMs).toBeLessThan(15_000);
    },
    60_000,
  );

  test('with labels, frames and structured data that lead back to themselves, it is read', () => {
    const data =
      '{"@graph":[{"@id":"#a","@type":"NewsArticle","headline":"Round","author":{"@id":"#b"},"image":{"@id":"#a"}},{"@id":"#b","name":"Lin Mei","author":{"@id":"#a"}}]}';
    const page = openPage(
      `<title>Round</title><script type="application/ld+json">${data}</script><body><article id="a" aria-labelledby="b" aria-owns="b"><h1 id="b" aria-labelledby="a">Round</h1>
       <label for="a" id="l" aria-labelledby="l">Label</label><a href="#a">Itself</a>${'<p>One sentence among many others, which is long enough to be kept.</p>'.repeat(9)}</article></body>`,
    );
    expect(extractArticle(page, { now })).toMatchObject({ title: 'Round', byline: 'Lin Mei', kind: 'article' });
  });

  test.each([
    ['an empty page', ''],
    ['a frameset', '<frameset><frame src="a.html"></frameset>'],
    ['JSON-LD that is no JSON', '<script type="application/ld+json">{"@type": NewsArticle,,</script>'],
    [
      'JSON-LD of the wrong types',
      '<script type="application/ld+json">[null, 7, {"@type":["NewsArticle",3],"headline":{"a":[]},"author":[[{"name":4}]],"image":{"url":[]}}]</script>',
    ],
    [
      'addresses that are none',
      '<base href="http://"><link rel="canonical" href="http://["><meta property="og:url" content="::"><img src="http://[">',
    ],
  ])('%s becomes a bookmark that says so', (_, html) => {
    const draft = extractArticle(openPage(html), { now });
    expect(draft).toMatchObject({
      kind: 'bookmark',
      html: '',
      text: '',
      engine: 'none',
      warnings: ['empty'],
      images: [],
    });
  });

  test('without a root element, nothing throws', () => {
    const page = openPage('');
    page.documentElement.remove();
    expect(extractArticle(page, { now }).kind).toBe('bookmark');
  });
});
