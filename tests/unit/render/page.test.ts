// @vitest-environment node
import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { HtmlValidate } from 'html-validate';
import ogs from 'open-graph-scraper';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { ResolvedPost } from '../../../lib/model/resolved-post';
import { renderPage, renderPreview } from '../../../lib/render/page';
import { pageScript, pageScriptHash } from '../../../lib/render/page-script';
import { pageStyle, pageStyleHash } from '../../../lib/render/page-style';
import { baicPost, barePost, chinaDaily, chinesePost, digestPost, hostilePost, image, payload, safe } from './posts';

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;
const attribute = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\b${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');

const withText = (html: string): ResolvedPost =>
  baicPost({ parts: [{ kind: 'text', html: safe(html), images: {}, source: chinaDaily }, { kind: 'share' }] });

const posts: [string, ResolvedPost][] = [
  ['the sample post', baicPost()],
  ['the sample post with its address known', baicPost({ canonicalUrl: 'https://blog.example.com/news/baic' })],
  ['a Chinese post', chinesePost()],
  ['an empty post', barePost()],
  ['a hostile post', hostilePost()],
  ['a digest', digestPost()],
  ['a post written from right to left', baicPost({ language: 'ar', canonicalUrl: 'https://blog.example.com/' })],
  ['a post in a language without labels of its own', baicPost({ language: 'de' })],
  ['a post with a single image', baicPost({ parts: [{ kind: 'gallery', title: '', images: [image(1)] }] })],
  [
    'a post with footnotes, tasks and tables',
    baicPost({
      parts: [
        { kind: 'commentary', markdown: '# One\n\n### Two[^a][^a]\n\n- [x] done\n- [ ] open\n\n[^a]: Note.' },
        { kind: 'commentary', markdown: 'Again[^a].\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n[^a]: Note.' },
      ],
    }),
  ],
  [
    'a text whose elements stand where they may not',
    withText(
      '<div><h2>A<div>b</div></h2><ul><p>x</p>y<li><h4>z</h4></li><ul><li>n</li></ul></ul><span><p>q</p></span><figcaption>c</figcaption><dd>d</dd><li>l</li><b><blockquote>e<hr>f</blockquote></b><dl>g<dt>h</dt></dl><dl><dt><h3>i</h3></dt><dd>j</dd></dl><a href="#x">k</a><a href="">m</a><h3></h3><p> <br> </p><table><td headers="x" colspan="0"><p>n</p></td></table><pre><div>o</div></pre><ol type="disc" start="x"><li>p</li></ol><time datetime="yesterday">r</time><ruby>漢<rt>kan</rt></ruby><p lang="??" dir="up">s</p></div>',
    ),
  ],
];

describe('an exported page', () => {
  test.each(posts)('is valid HTML: %s', async (_name, post) => {
    const report = await validator.validateString(renderPage(post));
    expect(report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId}: ${m.message}`))).toEqual([]);
  });

  test.each(posts)('names nothing to load but its own images: %s', (_name, post) => {
    const html = renderPage(post);
    expect(attribute(html, 'src').filter((src) => !src.startsWith('images/'))).toEqual([]);
    expect(html).not.toMatch(/srcset=|<(iframe|object|embed|video|audio|form|base|link rel="(?!canonical|alternate))/);
    expect(pageStyle).not.toMatch(/url\(|@import/);
  });

  test('has one style, under 8 KB, and one script, both allowed by hash', () => {
    const html = renderPage(baicPost());
    expect(Buffer.byteLength(pageStyle)).toBeLessThan(8192);
    expect(pageStyleHash).toBe(sha256(pageStyle));
    expect(pageScriptHash).toBe(sha256(pageScript));
    expect(html).toContain(`<style>${pageStyle}</style>`);
    expect(html).toContain(`<script>${pageScript}</script>`);
    expect(html.replaceAll('&#x27;', "'")).toContain(`style-src '${pageStyleHash}'; script-src '${pageScriptHash}'`);
    expect(html).not.toContain(' style=');
  });

  test('shows a digest with contents, and each source beside its report instead of in a list', () => {
    const html = renderPage(digestPost());
    expect(html).toContain('<li><a href="#group-2-2">Materials</a> (3)</li>');
    expect(html).toContain('<h2 id="group-2-2">Materials</h2>');
    expect(html).toMatch(
      /<h3><a href="https:\/\/news\.example\.com\/1"><span[^>]*>Headline 1 &amp; more<\/span><\/a><\/h3>/,
    );
    expect(html).toContain('Also covered by');
    expect(html).toContain('Why report 1 matters &lt;to us&gt;.');
    expect(count(html, /class="card"/g)).toBe(0);
    const short = digestPost({
      sources: [...digestPost().sources.slice(0, 2), { ...chinaDaily, url: 'https://x.example/' }],
    });
    expect(count(renderPage(short), /class="card"/g)).toBe(1);
  });

  test('names its versions in other languages, and what was corrected', () => {
    const html = renderPage(digestPost());
    expect(html).toContain('<link rel="alternate" hreflang="en" href="https://blog.example.com/week/">');
    expect(html).toContain('<link rel="alternate" hreflang="zh-CN" href="https://blog.example.com/zh/week/">');
    expect(html).toMatch(/<a href="https:\/\/blog\.example\.com\/zh\/week\/" hreflang="zh-CN" lang="zh-CN"[^>]*>中文/);
    expect(html).toMatch(/class="origin notice"><strong>Correction<\/strong>.*The tariff was 15 %, not 25 %\./);
  });

  test('shows the sample post in full and in order', () => {
    const html = renderPage(baicPost());
    const order = [
      '<h1>The Automobile Industry Should Deepen Its Openness &amp; Cooperation</h1>',
      'class="standfirst"',
      'By Mingxin Leather',
      '5 March 2026',
      'Originally published by',
      'Xu Heyi, Chairman of BAIC Group',
      '“change from strong to strong”',
      ...[1, 2, 3, 4, 5].map((nth) => `<figcaption>Automotive Leather Supplier in China 0${nth}`),
      'class="source"',
      'Read the original at China Auto Review',
      'Share this post',
    ].map((words) => html.indexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(count(html, /<img /g)).toBe(5);
    expect(count(html, /loading="lazy"/g)).toBe(4);
  });

  test('opens each gallery image by a link to its own place, with ways out and on', () => {
    const html = renderPage(baicPost());
    const ids = new Set(attribute(html, 'id'));
    expect(attribute(html, 'href').filter((href) => href.startsWith('#') && !ids.has(href.slice(1)))).toEqual([]);
    expect(html).toContain('aria-label="Enlarge image 3 of 5: Pebbled leather with a stitched seam, sample 03"');
    expect(count(html, /class="close"/g)).toBe(5);
  });

  test('says whose an image is', () => {
    expect(renderPage(baicPost())).toContain('<small>Image: Studio Ling · CC BY 4.0</small>');
  });

  test('adds the source when no part shows it', () => {
    const parts = baicPost().parts.filter((part) => part.kind !== 'source');
    const html = renderPage(baicPost({ parts }));
    expect(html.indexOf('class="source"')).toBeGreaterThan(0);
    expect(html.indexOf('class="source"')).toBeLessThan(html.indexOf('class="share"'));
  });

  test('has no links that lead nowhere while its address is unknown, and says so', () => {
    const html = renderPage(baicPost());
    expect(html).toContain('Once the page is on the web all of these work');
    expect(html).toContain('data-to="https://x.com/intent/post?url=PAGE_ADDRESS&#x26;text=');
    expect(attribute(html, 'href').filter((href) => href.includes('PAGE_ADDRESS'))).toEqual([]);
    expect(html).not.toContain('rel="canonical"');
  });

  test('links to every service and draws the QR code when its address is known', () => {
    const html = renderPage(chinesePost());
    for (const name of ['X', 'LinkedIn', 'Facebook', 'Reddit', 'WhatsApp', 'Telegram', '微博', '微信', '邮件'])
      expect(html).toContain(`</svg>${name}<`);
    expect(html).toContain('aria-label="本文网址的二维码"');
    expect(html).not.toContain('data-to=');
  });

  test('speaks the language of the post, and marks words in another', () => {
    const html = renderPage(chinesePost());
    expect(html).toContain('<html lang="zh-CN" dir="ltr">');
    expect(html).toContain('2026年4月5日');
    expect(html).toMatch(/<blockquote cite="https:\/\/news\.example\.com[^"]*" lang="en">/);
    expect(html).toMatch(/<cite lang="en" dir="ltr">BAIC chairman/);
    expect(renderPage(baicPost({ language: 'ar' }))).toContain('<html lang="ar" dir="rtl">');
    expect(renderPage(baicPost({ language: 'de' }))).toContain('aria-labelledby="share" lang="en">');
  });

  test('keeps the day on which a clip was made where its writer was', () => {
    expect(renderPage(baicPost())).toContain('Retrieved\u00a0<time datetime="2026-03-05">5 March 2026</time>');
  });

  test('takes the image a text begins with under the headline, once', () => {
    const html = renderPage(chinesePost());
    expect(count(html, /images\/01-lead\.png" alt/g)).toBe(1);
    expect(html.indexOf('class="lead"')).toBeLessThan(html.indexOf('我们的看法'));
  });

  test('lets nothing out of a text, an attribute or the data', () => {
    const html = renderPage(hostilePost());
    const found: Element[] = [];
    visit(unified().use(rehypeParse).parse(html), 'element', (element) => void found.push(element));
    const named = (name: string) => found.filter((element) => element.tagName === name);
    expect(named('script').map((script) => Object.values(script.properties))).toEqual([['application/ld+json'], []]);
    expect(named('img').map((img) => img.properties.src)).toEqual([
      'images/01-leather.png',
      'images/01-leather.png',
      'images/02-leather.png',
    ]);
    const names = new Set(found.flatMap((element) => Object.keys(element.properties)));
    expect([...names].filter((name) => /^on|^style$|^srcDoc$/.test(name))).toEqual([]);
    expect(found.filter((element) => /^\s*javascript:/i.test(String(element.properties.href)))).toEqual([]);
    expect(html).not.toContain('tracker.example');
    expect(html).not.toContain('\u0000');
  });
});

describe('what a page tells machines', () => {
  const dataOf = (post: ResolvedPost) => {
    const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(renderPage(post))?.[1];
    return JSON.parse(text ?? 'null');
  };

  test('is read back by a parser of Open Graph', async () => {
    const { result } = await ogs({ html: renderPage(chinesePost()) });
    expect(result).toMatchObject({
      ogTitle: chinesePost().title,
      ogDescription: chinesePost().standfirst,
      ogType: 'article',
      ogUrl: 'https://blog.example.com/news/xin-neng-yuan-qi-che/',
      ogLocale: 'zh_CN',
      ogSiteName: 'blog.example.com',
      articlePublishedTime: '2026-04-05T10:00:00+08:00',
      twitterCard: 'summary_large_image',
      ogImage: [
        {
          url: 'https://blog.example.com/news/xin-neng-yuan-qi-che/images/01-lead.png',
          width: '60',
          height: '40',
          type: 'image/png',
          alt: '工人检查皮革',
        },
      ],
    });
  });

  test('is a blog posting that names its sources', () => {
    expect(dataOf(baicPost({ canonicalUrl: 'https://blog.example.com/news/baic' }))).toMatchObject({
      '@type': 'BlogPosting',
      inLanguage: 'en',
      isBasedOn: chinaDaily.url,
      citation: [
        {
          '@type': 'NewsArticle',
          headline: chinaDaily.title,
          url: chinaDaily.url,
          publisher: { '@type': 'Organization', name: 'China Auto Review' },
        },
      ],
      image: [1, 2, 3, 4, 5].map((nth) => ({ url: `https://blog.example.com/news/baic/images/0${nth}-leather.png` })),
    });
  });

  test('keeps a headline with markup as text, at most 110 characters of it', () => {
    expect(dataOf(hostilePost()).citation[0].headline).toBe(payload.replaceAll('\u0000', ''));
    expect(Array.from(dataOf(baicPost({ title: '长标题'.repeat(60) })).headline)).toHaveLength(110);
  });

  test('is read back from a hostile post as the same text', async () => {
    const { result } = await ogs({ html: renderPage(hostilePost()) });
    expect(result.ogTitle).toBe(payload.replaceAll('\u0000', ''));
  });
});

describe('a preview of the page', () => {
  const preview = renderPreview(baicPost(), (path) => `blob:here/${path}`);

  test('has no script, and its images where they are', () => {
    expect(preview).not.toContain('<script');
    expect(attribute(preview, 'src').every((src) => src.startsWith('blob:here/images/'))).toBe(true);
    expect(preview).toContain(`<style>${pageStyle}</style>`);
  });

  test('has links within itself that work in a frame’s srcdoc, and none that replace it', () => {
    expect(preview).toContain('href="about:srcdoc#image-3"');
    expect(attribute(preview, 'href').filter((href) => href.startsWith('#'))).toEqual([]);
    expect(preview).toMatch(/<a href="https:\/\/news\.example\.com[^>]*target="_blank">/);
  });
});
