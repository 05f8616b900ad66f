/** Published posts as feeds: RSS 2.0 (https://www.rssboard.org/rss-specification), Atom (RFC 4287), JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import type { FeedItem, FeedKind, PostFeed } from '../model/feed';
import { webAddress } from './address';
import { cleanText } from './html';

/** The file of a feed; items in the order given, the newest first by custom. */
export function renderFeed(kind: FeedKind, feed: PostFeed): string {
  if (kind === 'json') return jsonFeed(feed);
  return `<?xml version="1.0" encoding="utf-8"?>\n${(kind === 'rss' ? rss(feed) : atom(feed)).join('\n')}\n`;
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => cleanText(text).replace(/[&<>"]/g, (sign) => references[sign] ?? '');
/** An element with text; nothing when there is no text. */
const element = (name: string, text: string, attributes = ''): string =>
  text ? `<${name}${attributes}>${escaped(text)}</${name}>` : '';
const there = (lines: readonly string[]): string[] => lines.filter(Boolean);

function rss({ title, url, language, items }: PostFeed): string[] {
  return [
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    ...there([
      element('title', title || url),
      element('link', url),
      // Required, and there is nothing else to say.
      element('description', title || url),
      element('language', language),
      element(
        'lastBuildDate',
        latest(items, (item) => new Date(item.updated).toUTCString()),
      ),
    ]),
    ...items.flatMap((item) => [
      '<item>',
      ...there([
        element('title', item.title),
        element('link', webAddress(item.url) ?? ''),
        element('guid', item.id, ' isPermaLink="false"'),
        element('pubDate', new Date(item.published).toUTCString()),
        element('dc:creator', item.author),
        ...item.tags.map((tag) => element('category', tag)),
        element('description', item.summary),
        element('content:encoded', item.html),
      ]),
      '</item>',
    ]),
    '</channel>',
    '</rss>',
  ];
}

function atom({ title, url, language, items }: PostFeed): string[] {
  return [
    `<feed xmlns="http://www.w3.org/2005/Atom"${language ? ` xml:lang="${escaped(language)}"` : ''}>`,
    ...there([
      element('title', title || url),
      url && `<link rel="alternate" href="${escaped(url)}"/>`,
      element('id', url || 'urn:clipsheet:feed'),
      element('updated', latest(items, (item) => item.updated) || '1970-01-01T00:00:00Z'),
    ]),
    ...items.flatMap((item) => [
      '<entry>',
      ...there([
        element('title', item.title || item.id),
        webAddress(item.url) ? `<link rel="alternate" href="${escaped(webAddress(item.url) ?? '')}"/>` : '',
        element('id', item.id),
        element('published', item.published),
        element('updated', item.updated),
        // An entry or its feed must name somebody.
        `<author>${element('name', item.author || title || url)}</author>`,
        ...item.tags.map((tag) => `<category term="${escaped(tag)}"/>`),
        element('summary', item.summary),
        `<content type="html"${item.language ? ` xml:lang="${escaped(item.language)}"` : ''}>${escaped(item.html)}</content>`,
      ]),
      '</entry>',
    ]),
    '</feed>',
  ];
}

function jsonFeed({ title, url, language, items }: PostFeed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: title || url,
    home_page_url: url,
    language,
    items: items.map((item) => ({
      id: item.id,
      url: webAddress(item.url) ?? '',
      title: item.title,
      content_html: item.html,
      summary: item.summary,
      date_published: item.published,
      date_modified: item.updated,
      authors: item.author ? [{ name: item.author }] : [],
      tags: item.tags,
      language: item.language,
    })),
  };
  const filled = (_key: string, value: unknown) => {
    if (typeof value === 'string') return cleanText(value) || undefined;
    return Array.isArray(value) && value.length === 0 && _key !== 'items' ? undefined : value;
  };
  return `${JSON.stringify(feed, filled, 2)}\n`;
}

function latest(items: readonly FeedItem[], say: (item: FeedItem) => string): string {
  const [newest] = items.toSorted((a, b) => Date.parse(b.updated) - Date.parse(a.updated));
  return newest ? say(newest) : '';
}
