/** A post with everything it names filled in: what renderers and publishers work from. */

import type { SafeHtml } from './article-html';
import type { ImageBytes } from './clip';
import type { PostNotice } from './post';

/** Where a quoted text comes from; made from a clip's data, never typed. */
export type Source = {
  title: string;
  outlet: string;
  byline: string;
  publishedAt: string | null;
  url: string;
  language: string | null;
  clippedAt: number;
};

export type ResolvedImage = {
  /** Path in the exported folder: `images/01-leather.jpg`. */
  path: string;
  bytes: ImageBytes;
  width: number | null;
  height: number | null;
  caption: string;
  credit: string;
  alt: string;
  rights: string;
  /** The company's own, not one of a clip. */
  own?: true;
};

/** Reports of a digest: `title` is what they are called here, each with its own source and the others who have it. */
export type ResolvedGroup = {
  title: string;
  entries: { title: string; comment: string; source: Source; also: Source[] }[];
};

/** The same post in another language. */
export type Version = { language: string; title: string; url: string };

export type Part =
  | { kind: 'commentary'; markdown: string }
  | { kind: 'excerpt'; text: string; source: Source }
  /** `link` leads to the very words where the browser can (https://wicg.github.io/scroll-to-text-fragment/). */
  | { kind: 'quotes'; quotes: { text: string; comment: string; link: string }[]; source: Source }
  /** `images` are those that stay where they stand, by the address the HTML names them with. */
  | { kind: 'text'; html: SafeHtml; images: Record<string, ResolvedImage>; source: Source }
  | { kind: 'digest'; groups: ResolvedGroup[] }
  | { kind: 'gallery'; title: string; images: ResolvedImage[] }
  | { kind: 'standing'; markdown: string; images: ResolvedImage[] }
  | { kind: 'source' }
  | { kind: 'share' };

export type ResolvedPost = {
  id: string;
  title: string;
  slug: string;
  language: string;
  author: string;
  standfirst: string;
  tags: string[];
  canonicalUrl: string;
  /** ISO 8601 with time zone. */
  publishedAt: string;
  modifiedAt: string;
  parts: Part[];
  /** One for each clip used, in order, without repeats. */
  sources: Source[];
  /** Others who have the same story. */
  alsoCovered?: Source[];
  /** ISO 8601; a target that schedules holds the post back until then, every other refuses it. */
  notBefore?: string;
  /** What readers are told at the top, newest first; `at` as ISO 8601. */
  notices?: { kind: PostNotice['kind']; text: string; at: string }[];
  /** Those with an address. */
  versions?: Version[];
  /** Every image of the parts, each path once. */
  images: ResolvedImage[];
};
