// @vitest-environment node
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Part } from '../../../lib/model/resolved-post';
import { renderMarkdown } from '../../../lib/render/markdown';
import { baicPost, barePost, chinaDaily, chinesePost, hostilePost, image, payload, safe } from './posts';

const bodyOf = (markdown: string): string => markdown.replace(/^---\n.*?\n---\n/s, '');
const frontOf = (markdown: string) => parse(/^---\n(.*?)\n---\n/s.exec(markdown)?.[1] ?? '');

/** Markdown as a plain CommonMark and GFM reader understands it: what it makes of raw HTML is kept apart. */
function read(markdown: string): { root: Root; raw: string[]; all: (tag: string) => Element[] } {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true });
  const root = parser.runSync(parser.parse(markdown));
  const raw: string[] = [];
  visit(root, 'raw', (node: { value: string }) => void raw.push(node.value));
  const all = (tag: string) => {
    const found: Element[] = [];
    visit(root, 'element', (element) => void (element.tagName === tag && found.push(element)));
    return found;
  };
  return { root, raw, all };
}

const clip = (html: string, images = {}): Part => ({ kind: 'text', html: safe(html), images, source: chinaDaily });
const written = (...parts: Part[]) => bodyOf(renderMarkdown(baicPost({ parts, standfirst: '' })));

describe('Markdown of a post', () => {
  test('closes emphasis beside Chinese characters and punctuation', () => {
    const bold = ['“座舱”', '真皮。', '（环保）', '他说：', 'ABC'];
    const html = bold.map((words) => `<p>这是<strong>${words}</strong>说明</p>`).join('');
    const { all, root } = read(written(clip(html)));
    expect(all('strong').map((strong) => textOf(strong))).toEqual(bold);
    expect(textOf(root)).not.toContain('**');
  });

  test('takes emphasis that a writer puts beside Chinese punctuation', () => {
    const { all, root } = read(written({ kind: 'commentary', markdown: '这意味着**“座舱”**竞争，*真皮*供应商。' }));
    expect(all('strong').map((strong) => textOf(strong))).toEqual(['“座舱”']);
    expect(all('em').map((em) => textOf(em))).toEqual(['真皮']);
    expect(textOf(root)).not.toContain('*');
  });

  test('keeps markup that is text as text', () => {
    const { raw, root } = read(
      written(clip('<p>The &lt;tag&gt; and &lt;!-- --&gt; &amp;amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>'), {
        kind: 'commentary',
        markdown: 'Typed <b onclick="x()">bold</b>\n\n<div>\nblock\n</div>',
      }),
    );
    expect(raw).toEqual([]);
    expect(textOf(root)).toContain('The <tag> and <!-- --> &amp; <script>alert(1)</script>');
    expect(textOf(root)).toContain('Typed <b onclick="x()">bold</b>');
  });

  test('has no live markup, scripts or foreign images when everything in the post is hostile', () => {
    const { raw, all, root } = read(bodyOf(renderMarkdown(hostilePost())));
    expect(raw).toEqual([]);
    expect(all('a').filter((a) => !/^https?:/.test(String(a.properties.href)))).toEqual([]);
    expect(all('img').map((img) => img.properties.src)).toEqual([
      'images/01-leather.png',
      'images/01-leather.png',
      'images/02-leather.png',
    ]);
    expect(textOf(root)).toContain('<img src=x onerror=alert(1)>');
  });

  test('keeps a fence of code with back ticks in it', () => {
    const code = 'const a = `b`;\n```\nnot the end\n```';
    const { all } = read(written(clip(`<pre><code>${code}</code></pre>`)));
    expect(textOf(all('code')[0] as Element)).toBe(`${code}\n`);
  });

  test('writes tables with their caption, spans as empty cells, lists and bars inside cells', () => {
    const { all, root } = read(
      written(
        clip(
          '<table><caption>Sales</caption><thead><tr><th>a</th><th colspan="2">b</th></tr></thead><tbody><tr><td>1|2</td><td><p>x</p><p>y</p></td><td><ul><li>p</li><li>q</li></ul></td></tr></tbody></table>',
        ),
      ),
    );
    const rows = all('tr').map((row) =>
      row.children.filter((cell) => cell.type === 'element').map((cell) => textOf(cell).trim().replace(/\s+/g, ' ')),
    );
    expect(rows).toEqual([
      ['a', 'b', ''],
      ['1|2', 'x y', 'p q'],
    ]);
    expect(textOf(root)).toMatch(/Sales\s*a/);
  });

  test('keeps nested lists', () => {
    const { all } = read(
      written(clip('<ul><li>a<ol start="3"><li>b</li><li><p>c</p><p>d</p></li></ol></li><li>e</li></ul>')),
    );
    expect(all('li')).toHaveLength(4);
    expect(all('ol')[0]?.properties.start).toBe(3);
  });

  test('shows figures as an image with its caption in emphasis', () => {
    const address = 'https://news.example.com/1.jpg';
    const body = written(
      clip(`<figure><a href="/big"><img src="${address}"></a><figcaption>x</figcaption></figure>`, {
        [address]: image(1, { credit: 'Reuters' }),
      }),
    );
    expect(body).toContain(
      '![Pebbled leather with a stitched seam, sample 01](images/01-leather.png)\n\n*Automotive Leather Supplier in China 01 Image: Reuters*\n',
    );
  });

  test('has the five images and captions of the sample in order, its quotes and its source', () => {
    const body = bodyOf(renderMarkdown(baicPost()));
    expect([...body.matchAll(/\n\*(Automotive Leather Supplier in China 0\d)/g)].map((match) => match[1])).toEqual(
      [1, 2, 3, 4, 5].map((nth) => `Automotive Leather Supplier in China 0${nth}`),
    );
    expect(body).toContain('## Source\n\n[BAIC chairman: the automobile industry');
    expect(body).not.toMatch(/^# /m);
  });

  test('numbers footnotes so that those of two parts do not meet', () => {
    const { all, root } = read(
      written(
        { kind: 'commentary', markdown: 'One[^a].\n\n[^a]: First note.' },
        { kind: 'commentary', markdown: 'Two[^a].\n\n[^a]: Second note.' },
      ),
    );
    const notes = all('section').flatMap((section) => (section.properties.dataFootnotes ? [textOf(section)] : []));
    expect(notes.join()).toMatch(/First note\..*Second note\./s);
    expect(textOf(root)).not.toContain('[^');
  });

  test('writes indices and readings with the characters there are for them', () => {
    expect(
      written(
        clip(
          '<p>H<sub>2</sub>O, m<sup>2</sup>, E<sup>abc</sup>, <ruby>漢<rt>kan</rt></ruby>, <mark>m</mark>, <u>u</u></p>',
        ),
      ),
    ).toContain('H₂O, m², Eabc, 漢（kan）, m, u');
  });

  test('leaves template engines nothing to run', () => {
    const markdown = renderMarkdown(
      baicPost({ parts: [clip('<p>{{ site.secret }} {% include "x" %} {{&lt; x >}} <a href="/{{a}}">l</a></p>')] }),
    );
    expect(bodyOf(markdown)).not.toMatch(/\{[{%]/);
    expect(textOf(read(bodyOf(markdown)).root)).toContain('{{ site.secret }} {% include "x" %} {{< x >}}');
    expect(frontOf(markdown)).not.toHaveProperty('templateEngineOverride');
    const withCode = renderMarkdown(baicPost({ parts: [clip('<pre><code>{{ x }}</code></pre>')] }));
    expect(frontOf(withCode)).toMatchObject({
      templateEngineOverride: 'md',
      disableNunjucks: true,
      render_with_liquid: false,
    });
  });
});

describe('front matter', () => {
  test('says what the post is, in the order people read it', () => {
    const front = frontOf(renderMarkdown(chinesePost()));
    expect(Object.keys(front)).toEqual([
      'title',
      'date',
      'slug',
      'description',
      'tags',
      'author',
      'lang',
      'canonical',
      'sources',
    ]);
    expect(front.sources[1]).toEqual({
      title: chinaDaily.title,
      outlet: 'China Auto Review',
      author: 'Li Wen',
      date: '2026-03-03T08:30:00+08:00',
      url: chinaDaily.url,
      lang: 'en',
      retrieved: '2026-03-05T01:30:00+08:00',
    });
  });

  test('leaves out what is unknown', () => {
    expect(frontOf(renderMarkdown(barePost()))).toEqual({
      title: 'Untitled',
      date: '2026-03-05T09:00:00Z',
      slug: 'untitled',
      lang: 'en',
    });
  });

  test.each([
    'yes',
    '2026',
    '2026-03-05',
    'null',
    '~',
    '0x1F',
    '1e3',
    '- a',
    'a: b # c',
    '"quoted" \'both\'',
    '---\ntitle: injected',
    '*anchor &alias !tag',
    '{{ x }} {% y %}',
    '| literal',
    'line\nbreak\ttab\\',
    '制造业：“新”#标签',
    payload.replace('\u0000', ''),
  ])('gives back the same string: %j', (text) => {
    const front = frontOf(renderMarkdown(baicPost({ title: text, tags: [text, 'b'], author: text })));
    expect([front.title, front.tags, front.author]).toEqual([text, [text, 'b'], text]);
    expect(Object.keys(front)).not.toContain('injected');
  });
});
