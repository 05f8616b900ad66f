import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostOf, isClippable, normaliseUrl, siteOf } from '../../../lib/model/url';

const onePage: [why: string, addresses: string[]][] = [
  [
    'tracking parameters',
    [
      'https://example.com/a?id=7',
      'https://example.com/a?id=7&utm_source=x&utm_medium=y',
      'https://example.com/a?fbclid=1&id=7&gclid=2&msclkid=3',
      'https://example.com/a?id=7&_ga=1.2&mc_cid=1&spm=a.b.c&vd_source=9',
    ],
  ],
  ['a fragment', ['https://example.com/a', 'https://example.com/a#section-2', 'https://example.com/a#:~:text=word']],
  ['a trailing slash', ['https://example.com/a', 'https://example.com/a/', 'https://example.com/a//']],
  ['the front page', ['https://example.com', 'https://example.com/', 'https://www.example.com/index.html']],
  [
    'http and https, www, default ports, capitals in the host',
    ['https://example.com/a', 'http://www.example.com:80/a', 'https://WWW.Example.com:443/a', 'https://example.com./a'],
  ],
  [
    'mobile variants',
    [
      'https://www.example.com/a',
      'https://m.example.com/a',
      'https://mobile.example.com/a',
      'https://wap.example.com/a',
    ],
  ],
  [
    'AMP variants',
    [
      'https://www.example.com/news/a',
      'https://www.example.com/news/a/amp/',
      'https://www.example.com/news/a?amp=1',
      'https://www.example.com/news/a?amp',
      'https://amp.example.com/news/a',
      'https://www.example.com/amp/news/a',
      'https://www-example-com.cdn.ampproject.org/c/s/www.example.com/news/a',
      'https://www.google.com/amp/s/www.example.com/news/a/amp/',
    ],
  ],
  ['an AMP file name', ['https://example.com/a.html', 'https://example.com/a.amp.html']],
  ['the order of parameters', ['https://example.com/a?b=2&a=1', 'https://example.com/a?a=1&b=2']],
  [
    'how Chinese is encoded in the path',
    [
      'https://example.com/新闻/皮革',
      'https://example.com/%E6%96%B0%E9%97%BB/%E7%9A%AE%E9%9D%A9',
      'https://example.com/%e6%96%b0%e9%97%bb/皮革/',
    ],
  ],
  [
    'how Chinese is encoded in the query',
    ['https://example.com/s?词=皮革', 'https://example.com/s?%E8%AF%8D=%E7%9A%AE%E9%9D%A9'],
  ],
  ['how accents are composed', ['https://example.com/caf\u00e9', 'https://example.com/cafe\u0301']],
  ['an internationalised host', ['https://新闻.example/a', 'https://xn--efvy88h.example/a']],
  ['encoding without need', ['https://example.com/a-b', 'https://example.com/a%2Db', 'https://example.com/a%2db']],
  [
    'what WeChat adds',
    [
      'https://mp.weixin.qq.com/s/AbCd',
      'https://mp.weixin.qq.com/s/AbCd?scene=21&from=timeline&isappinstalled=0#wechat_redirect',
      'http://mp.weixin.qq.com/s/AbCd?srcid=1&sharer_shareid=2&clicktime=3&enterid=4',
    ],
  ],
  [
    'sharing marks of Chinese sites',
    [
      'https://www.autohome.com.cn/news/1.html',
      'https://m.autohome.com.cn/news/1.html?from=singlemessage&isappinstalled=0',
      'https://www.autohome.com.cn/news/1.html?spm=1.2.3&share_token=x',
    ],
  ],
];

const otherPages: [why: string, a: string, b: string][] = [
  ['a parameter that is content', 'https://example.com/a?id=7', 'https://example.com/a?id=8'],
  ['a place named in `from`', 'https://example.com/trains?from=beijing', 'https://example.com/trains?from=wuhan'],
  ['a hash-bang', 'https://example.com/#!/a', 'https://example.com/#!/b'],
  ['capitals in the path', 'https://example.com/AbC', 'https://example.com/abc'],
  ['another port', 'https://example.com:8080/a', 'https://example.com/a'],
  ['another host of the site', 'https://news.example.com/a', 'https://sport.example.com/a'],
  ['a slash that is encoded', 'https://example.com/a%2Fb', 'https://example.com/a/b'],
  ['a plus that is encoded', 'https://example.com/s?q=a%2Bb', 'https://example.com/s?q=a+b'],
  ['an ampersand in a value', 'https://example.com/s?q=a%26b=c', 'https://example.com/s?q=a&b=c'],
  [
    'WeChat articles named in the query',
    'https://mp.weixin.qq.com/s?__biz=A&mid=1&idx=1',
    'https://mp.weixin.qq.com/s?__biz=A&mid=1&idx=2',
  ],
  ['a short site name that looks like a prefix', 'https://m.com/a', 'https://www.com/a'],
  ['a page about AMP', 'https://example.com/ampere', 'https://example.com/ere'],
  ['GBK-encoded words', 'https://example.com/s?w=%C6%A4%B8%EF', 'https://example.com/s?w=%C6%A4%B8%F0'],
];

describe('normaliseUrl', () => {
  test.each(onePage)('knows one page whatever is %s', (_, addresses) => {
    expect([...new Set(addresses.map((address) => normaliseUrl(address)))]).toHaveLength(1);
  });

  test.each(otherPages)('keeps two pages apart by %s', (_, a, b) => {
    expect(normaliseUrl(a)).not.toBe(normaliseUrl(b));
  });

  test('takes the canonical address of the same site', () => {
    const key = normaliseUrl('https://example.com/a');
    expect(normaliseUrl('https://m.example.com/read?id=9', 'https://www.example.com/a')).toBe(key);
    expect(normaliseUrl('https://example.com/read?id=9', '/a')).toBe(key);
  });

  test.each([
    ['of another site', 'https://elsewhere.org/a'],
    ['that is the front page', 'https://example.com/'],
    ['that is no address of the web', 'javascript:alert(1)'],
    ['that cannot be read', 'http://'],
  ])('ignores a canonical address %s', (_, canonical) => {
    expect(normaliseUrl('https://example.com/read?id=9', canonical)).toBe(
      normaliseUrl('https://example.com/read?id=9'),
    );
  });

  test('gives a key that stays the same when normalised as an address again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const key = normaliseUrl(url);
        expect(normaliseUrl(`https://${key}`)).toBe(key);
      }),
    );
  });

  test('never throws, whatever an address looks like', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (url, canonical) => typeof normaliseUrl(url, canonical) === 'string'),
    );
    expect(normaliseUrl('https://example.com/%E6%9')).toContain('example.com/');
  });
});

test.each([
  ['https://www.example.com/a', 'example.com'],
  ['https://m.example.co.uk/a', 'example.co.uk'],
  ['https://news.example.com:8080/a', 'news.example.com:8080'],
  ['https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a', 'example.com'],
  ['not an address', ''],
])('siteOf(%s) is %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});

test('hostOf is the host with its port', () => {
  expect(hostOf('https://WWW.example.com:8080/a')).toBe('www.example.com:8080');
  expect(hostOf('nonsense')).toBe('');
});

const clippable: [url: string, contentType: string | undefined, reason: string | null][] = [
  ['https://example.com/a', undefined, null],
  ['http://localhost:8080/a', undefined, null],
  ['chrome://extensions', undefined, 'browser-page'],
  ['chrome-extension://abcdef/library.html', undefined, 'browser-page'],
  ['edge://settings', undefined, 'browser-page'],
  ['about:addons', undefined, 'browser-page'],
  ['moz-extension://abcdef/library.html', undefined, 'browser-page'],
  ['view-source:https://example.com', undefined, 'browser-page'],
  ['devtools://devtools/bundled/x.html', undefined, 'browser-page'],
  ['data:text/html,hello', undefined, 'browser-page'],
  ['', undefined, 'browser-page'],
  ['https://chromewebstore.google.com/detail/x', undefined, 'extension-store'],
  ['https://chrome.google.com/webstore/detail/x', undefined, 'extension-store'],
  ['https://addons.mozilla.org/en-US/firefox/', undefined, 'extension-store'],
  ['https://microsoftedge.microsoft.com/addons/detail/x', undefined, 'extension-store'],
  ['file:///home/me/a.html', undefined, 'no-access'],
  ['file:///home/me/a.pdf', undefined, 'pdf'],
  ['https://example.com/report.PDF?page=2', undefined, 'pdf'],
  ['https://example.com/report', 'application/pdf', 'pdf'],
  ['https://example.com/photo.jpg', undefined, 'media'],
  ['https://example.com/photo', 'image/jpeg', 'media'],
  ['https://en.wikipedia.org/wiki/File:Hide.jpg', 'text/html', null],
  ['https://example.com/pdf/about', undefined, null],
];

test.each(clippable)('isClippable(%s, %s): %s', (url, contentType, reason) => {
  expect(isClippable(url, contentType)).toEqual(
    reason === null ? { ok: true, value: null } : { ok: false, failure: reason },
  );
});
