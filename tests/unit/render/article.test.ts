// @vitest-environment node
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { allowedTags } from '../../../lib/model/article-html';
import type { ResolvedImage } from '../../../lib/model/resolved-post';
import { articleContent } from '../../../lib/render/article';
import { toHtml } from '../../../lib/render/html';
import { labelsFor } from '../../../lib/render/labels';
import { image, safe } from './posts';

const address = 'https://news.example.com/1.jpg';

function render(html: string, images: Record<string, ResolvedImage> = {}, topHeading = 2): string {
  return toHtml(
    articleContent(safe(html), {
      baseUrl: 'https://news.example.com/a/b.html',
      images,
      imageUrl: (path) => path,
      labels: labelsFor('en'),
      topHeading,
    }),
  );
}

describe('the text of a clip in a post', () => {
  test('is sanitised again, whatever it was called before', () => {
    expect(
      render(
        '<p onclick="x()" style="color:red" class="a" id="b">one</p><script>x()</script><style>p{}</style><iframe src="https://e.example"></iframe><a href="javascript:x()">two</a><svg><a href="x">y</a></svg><form><input></form>',
      ),
    ).toBe('<p>one</p><p>two</p>');
  });

  test('keeps the images of the post and drops all others with their captions', () => {
    const html = render(
      `<figure><img src="${address}"><figcaption>Automotive Leather Supplier in China 01</figcaption></figure><figure><img src="https://e.example/2.jpg"><figcaption>Gone</figcaption></figure><p>Text <img src="https://e.example/pixel.gif"></p>`,
      { [address]: image(1) },
    );
    expect(html).toBe(
      '<figure><img src="images/01-leather.png" alt="Pebbled leather with a stitched seam, sample 01" width="60" height="40" loading="lazy" decoding="async"><figcaption>Automotive Leather Supplier in China 01</figcaption></figure><p>Text </p>',
    );
  });

  test('lifts an image out of the line and the link it stands in', () => {
    const html = render(`<p>Before <a href="/big.jpg"><img src="${address}"></a> after</p>`, {
      [address]: image(1, { caption: '' }),
    });
    expect(html).toMatch(/^<p>Before <\/p><figure><img [^>]+><\/figure><p> after<\/p>$/);
  });

  test('keeps the links of a caption while it says the same, and takes a rewritten one', () => {
    const html = (caption: string) =>
      render(`<figure><img src="${address}"><figcaption>The <a href="/x">new</a> plant</figcaption></figure>`, {
        [address]: image(1, { caption, credit: 'Reuters' }),
      });
    expect(html('The new plant')).toContain(
      'The <a href="https://news.example.com/x">new</a> plant <small>Image: Reuters</small>',
    );
    expect(html('Our plant')).toContain('<figcaption>Our plant <small>Image: Reuters</small></figcaption>');
  });

  test('keeps several images of one figure together, each with its own words', () => {
    const second = 'https://news.example.com/2.jpg';
    const html = render(
      `<figure><figure><img src="${address}"></figure><figure><img src="${second}"></figure><figcaption>Both</figcaption></figure>`,
      { [address]: image(1), [second]: image(2) },
    );
    expect(html.match(/<figcaption>[^<]+/g)).toEqual([
      '<figcaption>Automotive Leather Supplier in China 01',
      '<figcaption>Automotive Leather Supplier in China 02',
      '<figcaption>Both',
    ]);
  });

  test('keeps a table, code or quotation in a figure that has no image', () => {
    expect(render('<figure><pre><code>a</code></pre><figcaption>Code</figcaption></figure>')).toBe(
      '<figure><pre><code>a</code></pre><figcaption>Code</figcaption></figure>',
    );
  });

  test('has headings below the post’s own, without gaps', () => {
    expect(render('<h2>a</h2><h5>b</h5><h4>c</h4><h2>d</h2><h6>e</h6>', {}, 3)).toBe(
      '<h3>a</h3><h4>b</h4><h4>c</h4><h3>d</h3><h4>e</h4>',
    );
  });

  test('resolves links against the page it comes from', () => {
    expect(render('<p><a href="/c?d=1#e">f</a> <a href="mailto:g@h.example">i</a></p>')).toBe(
      '<p><a href="https://news.example.com/c?d=1#e">f</a> <a href="mailto:g@h.example">i</a></p>',
    );
  });

  test('gives loose words a paragraph and wrappers without meaning no trace', () => {
    expect(render('<div>a<div><span>b</span></div><section><b>c</b> d<p>e</p></section></div>')).toBe(
      '<p>a</p><p>b</p><p><b>c</b> d</p><p>e</p>',
    );
  });

  test('keeps language and direction of parts, and what mathematics and chemistry need', () => {
    expect(render('<p lang="zh">中<span lang="en">x</span> H<sub>2</sub>O <bdo dir="rtl">y</bdo></p>')).toBe(
      '<p lang="zh">中<span lang="en">x</span> H<sub>2</sub>O <bdo dir="rtl">y</bdo></p>',
    );
  });

  test('is valid whatever allowed elements hold whatever others', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    const tag = fc.constantFrom(...allowedTags.filter((name) => !['img', 'br', 'hr', 'wbr', 'col'].includes(name)));
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6, depthSize: 'large' },
        fc.constantFrom(
          'text',
          ' ',
          '<br>',
          '<hr>',
          '<wbr>',
          `<img src="${address}">`,
          '<a href="https://e.example/">l</a>',
        ),
        fc
          .tuple(tag, fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, inside]) => `<${name}>${inside.join('')}</${name}>`),
      ),
    })).node;
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), async (parts) => {
        const body = render(parts.join(''), { [address]: image(1) });
        const page = `<!doctype html><html lang="en"><head><title>t</title></head><body><h1>t</h1>${body}</body></html>`;
        const report = await validator.validateString(page);
        expect(report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId}: ${m.message}`))).toEqual([]);
      }),
      // Found by earlier runs.
      { numRuns: 200, examples: [[['<a><a><ruby><rt></rt></ruby></a></a>', '<a></a>']]] },
    );
  }, 60_000);

  test('takes nesting that would overflow a careless reader', () => {
    expect(render(`${'<div>'.repeat(500)}<b>x</b>${'</div>'.repeat(500)}`)).toBe('<p><b>x</b></p>');
  });
});
