import { describe, expect, test } from 'vitest';
import { allowedTags, type SafeHtml } from '../../../lib/model/article-html';
import { mountSafeHtml, parseHtml, sanitizeArticle } from '../../../lib/sanitize';

describe('sanitizeArticle', () => {
  test('keeps what an article is made of', () => {
    const html =
      '<h2>Head</h2><p lang="en">A <a href="https://a.example/">link</a>, <em>stress</em>, H<sub>2</sub>O and <ruby>漢<rt>hàn</rt></ruby>.</p><figure><img src="https://a.example/b.jpg" alt="x" width="10" height="20"><figcaption>Caption <small>Credit</small></figcaption></figure><table><tbody><tr><td colspan="2">1</td></tr></tbody></table><ol start="3"><li>three</li></ol><time datetime="2024-03-05">5 March</time>';
    expect(sanitizeArticle(html)).toBe(html);
  });

  test('drops ids, classes, styles, data and srcset', () => {
    expect(
      sanitizeArticle(
        '<p id="a" class="b" style="color:red" data-x="1" name="n" slot="s">t <img src="https://a.example/b.jpg" srcset="https://a.example/c.jpg 2x" sizes="1px" loading="lazy" alt=""></p>',
      ),
    ).toBe('<p>t <img src="https://a.example/b.jpg" alt=""></p>');
  });

  test('lets each attribute stand only on its own elements', () => {
    expect(
      sanitizeArticle(
        '<p href="https://a.example/" width="3" start="2">t</p><img src="https://a.example/b.jpg" width="50%" height="20" cite="https://a.example/">',
      ),
    ).toBe('<p>t</p><img src="https://a.example/b.jpg" height="20">');
  });

  test('keeps only absolute addresses: links to the web and to mail, images from the web', () => {
    expect(
      sanitizeArticle(
        '<a href="/x">a</a> <a href="ftp://a.example/">b</a> <a href="mailto:a@b.example">c</a><img src="b.jpg"><img src="data:image/png;base64,AA"><img src="mailto:a@b.example">',
      ),
    ).toBe('a b <a href="mailto:a@b.example">c</a>');
  });

  test('turns a frame into a paragraph with a link, named by its title or its host', () => {
    expect(
      sanitizeArticle(
        '<div><iframe src="https://video.example/e/1" title="A film"></iframe></div><iframe src="//maps.example/2"></iframe><iframe src="about:blank"></iframe>',
      ),
    ).toBe(
      '<div><p><a href="https://video.example/e/1">A film</a></p></div><p><a href="https://maps.example/2">maps.example</a></p>',
    );
  });

  test('turns a refresh that would lead away into a link, and drops one that leads nowhere on the web', () => {
    expect(
      sanitizeArticle(
        `<p>a</p><meta http-equiv="Refresh" content="0; URL='https://next.example/x'"><meta http-equiv=refresh content="5"><meta http-equiv=refresh content="0;url=javascript:alert(1)"><meta http-equiv=refresh content="1,https://b.example/">`,
      ),
    ).toBe(
      '<p>a</p><p><a href="https://next.example/x">next.example</a></p><p><a href="https://b.example/">b.example</a></p>',
    );
  });

  test('drops forms, vector drawings and formulas with all that is in them', () => {
    expect(
      sanitizeArticle('a<form>b<input></form><svg><text>c</text></svg><math><mi>d</mi></math><button>e</button>f'),
    ).toBe('af');
  });

  test('keeps the words of elements it does not know, and block from block', () => {
    expect(sanitizeArticle('<header>a</header><x-y>b</x-y><h1>c</h1><center>d</center>')).toBe(
      '<div>a</div>b<h2>c</h2><div>d</div>',
    );
  });

  test('gives nodes back as they were', () => {
    const body = parseHtml('<p onclick="x()">t</p><iframe src="https://a.example/"></iframe>').body;
    const before = body.innerHTML;
    expect(sanitizeArticle(body)).toBe('<p>t</p><p><a href="https://a.example/">a.example</a></p>');
    expect(body.innerHTML).toBe(before);
  });

  test('is a fixed point on any nesting of its own elements', () => {
    for (const outer of allowedTags) {
      for (const inner of allowedTags) {
        const once = sanitizeArticle(`<${outer}>a<${inner}>b</${inner}>c</${outer}>`);
        expect(sanitizeArticle(once), `${outer} > ${inner}`).toBe(once);
      }
    }
  });
});

describe('mountSafeHtml', () => {
  const mount = (html: string, image?: (src: string) => string | null): HTMLElement => {
    const element = document.createElement('div');
    mountSafeHtml(element, html as SafeHtml, image ? { image } : {});
    return element;
  };

  test('cleans again, whatever the type says', () => {
    expect(mount('<p onclick="x()">a<script>b</script></p>').innerHTML).toBe('<p>a</p>');
  });

  test('replaces what was there', () => {
    const element = document.createElement('div');
    mountSafeHtml(element, '<p>a</p>' as SafeHtml);
    mountSafeHtml(element, '<p>b</p>' as SafeHtml);
    expect(element.innerHTML).toBe('<p>b</p>');
  });

  test('shows stored images and names the others, and asks no server', async () => {
    const asked: string[] = [];
    const element = mount(
      '<img src="https://a.example/1.jpg" alt="one"><figure><img src="https://a.example/2.jpg"><figcaption>Two</figcaption></figure>',
      (src) => {
        asked.push(src);
        return src.endsWith('1.jpg') ? 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' : 'https://a.example/2.jpg';
      },
    );
    expect(asked).toEqual(['https://a.example/1.jpg', 'https://a.example/2.jpg']);
    expect(element.querySelector('img')?.getAttribute('src')).toMatch(/^data:/u);
    expect(element.querySelectorAll('img')).toHaveLength(1);
    expect(element.querySelector('[data-image-placeholder]')?.getAttribute('aria-label')).toBe('Two');
    expect(element.querySelector('[data-image-placeholder]')?.getAttribute('data-image')).toBe(
      'https://a.example/2.jpg',
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    const requested = performance.getEntriesByType('resource').filter(({ name }) => name.includes('a.example'));
    expect(requested).toEqual([]);
  });

  test('opens links in a tab of their own and tells the target nothing', () => {
    const link = mount('<a href="https://a.example/">a</a>').querySelector('a');
    expect([link?.target, link?.rel]).toEqual(['_blank', 'noopener noreferrer']);
  });
});
