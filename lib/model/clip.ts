/** A clip: what a person kept of a page, and what is known of where it came from. */

import type { SafeHtml } from './article-html';
import type { ClipId, ImageId, StoryId } from './ids';

export type ClipStatus = 'inbox' | 'kept' | 'archived';
export const clipStatuses = ['inbox', 'kept', 'archived'] as const satisfies readonly ClipStatus[];

/** What was kept: the article, a selection of it, or only the address. */
export type ClipKind = 'article' | 'selection' | 'bookmark';

/** What is doubtful about a capture; each has a sentence and a remedy in the popup. */
export type CaptureWarning =
  | 'empty' // the page gave no text: saved as a bookmark
  | 'short' // less text than an article usually has
  | 'paywall' // the page says that the rest is behind a wall
  | 'login' // the page wants a person to sign in before it shows the rest
  | 'incomplete' // the page has, or says it has, more text than was read
  | 'more-pages' // the article goes on on another page
  | 'unsure' // what was read may not be the article
  | 'browser-page'
  | 'extension-store'
  | 'pdf'
  | 'media'
  | 'no-access' // the browser did not let us read the page
  | 'link-not-opened' // a link's target was saved without being opened
  | 'interrupted' // the page or the browser went away before the text could be read
  | 'failed' // extraction threw or ran out of time
  | 'not-stored'; // the text was read and the disk did not take it

export type CaptureReport = {
  /** `pending` from the click until the text has been read. */
  state: 'pending' | 'done';
  engine: Engine;
  /** Names of the extraction passes that changed something, in order. */
  passes: string[];
  warnings: CaptureWarning[];
  /** Milliseconds spent in the page. */
  durationMs: number;
} & CaptureDetails;

/**
 * What found the text: the general reader, the rule for its site, or a person who selected it, pointed at a block of
 * the page, or took the whole page; or the file of another program that it was imported from.
 */
export type Engine = 'readability' | 'rule' | 'selection' | 'block' | 'page' | 'import' | 'none';

/** What else is known of how a text was read; absent from clips that came another way. */
export type CaptureDetails = {
  /** The rule for the site, and whether it found the article; the general reader took over where it did not. */
  rule?: { name: string; used: boolean };
  /** Which statements of the page agree with each fact. */
  sources?: Partial<Record<SourcedFact, FactSource[]>>;
  /** The further pages of the article. */
  pages?: ArticlePages;
};

export type SourcedFact = 'title' | 'byline' | 'publishedAt';

/** The site's rule, the words people see, structured data (JSON-LD), and `<meta>` tags. */
export type FactSource = 'rule' | 'visible' | 'structured' | 'meta';

export type ArticlePages = {
  /** Addresses of the pages whose text was added to that of the first. */
  joined: string[];
  /** The next page that was not added; null when there is none. */
  next: string | null;
  /** How many pages there are in all, as far as the page shows it. */
  total: number | null;
};

/** What a page says of its article beside what a person may edit; absent where it says nothing. */
export type PageFacts = {
  /** ISO 8601, as exact as the page was; only when later than `publishedAt`. */
  modifiedAt?: string;
  /** What the page files the article under. */
  section?: string;
  /** The address or the name of the licence that the page declares. */
  licence?: string;
};

/** How long a text is: words for scripts that space them, characters without white space for those that don't. */
export type TextLength = { words: number; characters: number };

export type Clip = {
  id: ClipId;
  /** The address as visited. */
  url: string;
  /** The address the page names as its own, when it is one of the same site. */
  canonicalUrl: string | null;
  /** Normalised address: two clips of one page have one key. See `normaliseUrl`. */
  key: string;
  kind: ClipKind;
  /** The headline as the user keeps it. */
  title: string;
  /** The headline as the page had it: what the source line of a post cites. */
  sourceTitle: string;
  byline: string | null;
  siteName: string | null;
  /** ISO 8601, as exact as the page was: `2024-03-05` or `2024-03-05T09:30:00+08:00`. */
  publishedAt: string | null;
  /** BCP 47. */
  language: string | null;
  facts?: PageFacts;
  excerpt: string;
  length: TextLength;
  leadImage: ImageId | null;
  imageCount: number;
  /** What clips of one story, reprinted on several sites, have in common; none has it alone. */
  story?: StoryId;
  tags: string[];
  note: string;
  status: ClipStatus;
  starred: boolean;
  capture: CaptureReport;
  /** Milliseconds since the epoch, as all times below. */
  clippedAt: number;
  /** When a person first read it here. */
  readAt?: number;
  /** When the text was last read from the page again. */
  textUpdatedAt: number | null;
  createdAt: number;
  updatedAt: number;
  /** Set by delete, cleared by undo; a deleted clip is in no list until it is purged. */
  deletedAt: number | null;
};

/** The fields a person edits. */
export const personalFields = [
  'title',
  'tags',
  'note',
  'status',
  'starred',
  'byline',
  'siteName',
  'publishedAt',
  'language',
] as const satisfies readonly (keyof Clip)[];

export type ClipPatch = Partial<Pick<Clip, (typeof personalFields)[number]>>;

export type Body = { clipId: ClipId; html: SafeHtml; text: string; createdAt: number; updatedAt: number };

export type ImageBytes = { data: Uint8Array<ArrayBuffer>; type: string };

/** Where an image stood: before the text, in it, or in a gallery after it. */
export type ImageRole = 'lead' | 'body' | 'gallery';

export type ImageDraft = {
  /** Absolute address; also the `src` by which the body's HTML names this image. */
  url: string;
  role: ImageRole;
  caption: string;
  credit: string;
  alt: string;
  width: number | null;
  height: number | null;
};

export type ClipImage = ImageDraft & {
  id: ImageId;
  clipId: ClipId;
  /** Order in the article, from 0. */
  position: number;
  /** Who may use it and how, as written by a person; empty when unknown. */
  rights: string;
  bytes: ImageBytes | null;
  /** Its site refused to give it, or gave a stand-in; absent when it was never asked for, came, or did not answer. */
  withheld?: true;
  createdAt: number;
  updatedAt: number;
};

/** What extraction makes of a page, before it is stored. Plain JSON: it travels as the value of an injected script. */
export type ClipDraft = {
  kind: ClipKind;
  url: string;
  canonicalUrl: string | null;
  title: string;
  byline: string | null;
  siteName: string | null;
  publishedAt: string | null;
  language: string | null;
  facts?: PageFacts;
  excerpt: string;
  html: SafeHtml;
  text: string;
  length: TextLength;
  images: ImageDraft[];
  /** `url` of the image that stands for the clip. */
  leadImage: string | null;
  engine: Engine;
  passes: string[];
  warnings: CaptureWarning[];
  durationMs: number;
} & CaptureDetails;
