// @vitest-environment node
import RssParser from 'rss-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { FeedItem, PostFeed } from '../../../lib/model/feed';
import { renderFeed } from '../../../lib/render/feeds';
import { renderFragment } from '../../../lib/render/fragment';
import { cleanText } from '../../../lib/render/html';
import { chinesePost, hostilePost, payload } from './posts';

const chinese = chinesePost();
const item = (changes: Partial<FeedItem> = {}): FeedItem => ({
  id: `urn:clipsheet:${chinese.id}`,
  url: chinese.canonicalUrl,
  title: chinese.title,
  html: renderFragment(chinese, () => ''),
  summary: chinese.standfirst,
  author: chinese.author,
  published: chinese.publishedAt,
  updated: '2026-04-06T08:00:00+08:00',
  tags: chinese.tags,
  language: 'zh-CN',
  ...changes,
});
const feed = (...items: FeedItem[]): PostFeed => ({
  title: '明新 & Co',
  url: 'https://blog.example.com/news/?a=1&b=2',
  language: 'zh-CN',
  items,
});
const trap = `${payload} ]]> \u0008 \u001b \ud800 \uffff & <b>`;
const hostile = item({
  id: `urn:clipsheet:${trap}`,
  url: 'javascript:alert(1)',
  title: trap,
  html: renderFragment(hostilePost(), () => ''),
  summary: trap,
  author: trap,
  tags: [trap, '"'],
});

/** Fails where a strict parser of XML with namespaces does. */
function checkXml(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

describe.each(['rss', 'atom'] as const)('the %s feed', (kind) => {
  test('is well-formed XML whatever the posts say, and with no post at all', () => {
    for (const one of [feed(item()), feed(hostile, item()), feed()]) checkXml(renderFeed(kind, one));
  });

  test('is read back by a reader of feeds', async () => {
    const read = await new RssParser().parseString(renderFeed(kind, feed(item(), hostile)));
    expect(read).toMatchObject({ title: '明新 & Co', link: 'https://blog.example.com/news/?a=1&b=2' });
    const [first, second] = read.items;
    expect(first).toMatchObject({
      title: chinese.title,
      link: chinese.canonicalUrl,
      isoDate: '2026-04-05T02:00:00.000Z',
    });
    const content = kind === 'rss' ? first?.['content:encoded'] : first?.content;
    expect(content?.trim()).toBe(item().html.trim());
    expect(second?.title).toBe(cleanText(trap).trim());
    expect(second?.link).toBeUndefined();
  });
});

describe('the JSON feed', () => {
  const read = (...items: FeedItem[]) => JSON.parse(renderFeed('json', feed(...items)));

  test('is version 1.1 with what the standard asks for', () => {
    expect(read(item())).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: '明新 & Co',
      home_page_url: 'https://blog.example.com/news/?a=1&b=2',
      language: 'zh-CN',
      items: [
        {
          id: 'urn:clipsheet:post-2',
          url: chinese.canonicalUrl,
          title: chinese.title,
          content_html: item().html,
          summary: chinese.standfirst,
          date_published: '2026-04-05T10:00:00+08:00',
          date_modified: '2026-04-06T08:00:00+08:00',
          authors: [{ name: chinese.author }],
          tags: chinese.tags,
          language: 'zh-CN',
        },
      ],
    });
  });

  test('has no address that runs, no control character, and may be empty', () => {
    const [one] = read(hostile).items;
    expect(one).not.toHaveProperty('url');
    expect(one.title).toBe(cleanText(trap));
    expect(read().items).toEqual([]);
  });
});
