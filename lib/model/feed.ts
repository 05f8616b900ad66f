/** A feed of published posts, before it is written in one of the three forms. */

export type FeedKind = 'rss' | 'atom' | 'json';

export type FeedItem = {
  /** The same for ever: `urn:clipsheet:…`. */
  id: string;
  /** Where readers find it; empty when that is not known. */
  url: string;
  title: string;
  html: string;
  /** Plain text. */
  summary: string;
  author: string;
  /** ISO 8601 with time zone. */
  published: string;
  updated: string;
  tags: readonly string[];
  /** BCP 47. */
  language: string;
};

export type PostFeed = { title: string; url: string; language: string; items: readonly FeedItem[] };

/** The forms, with the names and types of their files. */
export const feedKinds: readonly { kind: FeedKind; name: string; file: string; type: string }[] = [
  { kind: 'rss', name: 'RSS 2.0', file: 'feed.xml', type: 'application/rss+xml' },
  { kind: 'atom', name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  { kind: 'json', name: 'JSON Feed', file: 'feed.json', type: 'application/feed+json' },
];
