import { describe, expect, test } from 'vitest';
import { readSigns } from '../../../lib/extract/read-signs';

const signs = (html: string) => readSigns(new DOMParser().parseFromString(html, 'text/html'));

describe('signs around a text', () => {
  test.each([
    '<p>Sign in to continue reading this article.</p>',
    '<div>登录后查看全文</div>',
    '<div class="article-login-mask"></div>',
    '<p>Create a free account to read more</p>',
  ])('of a wall that wants a login: %s', (html) => {
    expect(signs(html).wantsLogin).toBe(true);
  });

  test.each(['<a>Log in</a>', '<p>He wanted to log in to the machine.</p>', '<a>登录</a><a>注册</a>'])(
    'are not every word of logging in: %s',
    (html) => {
      expect(signs(html).wantsLogin).toBe(false);
    },
  );

  test.each([
    '<button>Continue reading</button>',
    '<div class="expand-btn">展开全文</div>',
    '<a href="#">阅读全文 »</a>',
    '<a class="open-app">打开新闻APP阅读全文</a>',
    '<div role="button">Show full article</div>',
  ])('of a text held back: %s', (html) => {
    expect(signs(`<article><p>Text</p>${html}</article>`).isCut).toBe(true);
  });

  test.each([
    '<li><a>Read more</a></li>',
    '<div class="card"><a>Continue reading</a></div>',
    '<aside><a>阅读全文</a></aside>',
    '<a>Read more about the mill in our long report. It is here.</a>',
  ])('are not the links to other texts: %s', (html) => {
    expect(signs(html).isCut).toBe(false);
  });

  test('count the sentences of the page, but not those beside the article', () => {
    const sentence = 'The mill has been running day and night since the order came in.';
    expect(signs(`<p>${sentence}</p><p>short</p><div class="comments"><p>${sentence}</p></div>`).paragraphs).toBe(
      sentence.length,
    );
  });
});
