/** What the script in a page hands over: the article, already clean, and what the page says of itself, as it says it. */
import type { SafeHtml } from './article-html';
import type { CaptureReport, ImageDraft } from './clip';

/** Raw statements about the article, cut to a size that travels; which of them to believe is decided elsewhere. */
export type Witnesses = {
  /** The headline as it is shown, and the `<title>`. */
  heading: string;
  documentTitle: string;
  /** The words from the headline on, for a short way: where outlet, author and time are written. */
  head: string;
  /** An element marked as the byline, and one marked as the time. */
  byline: string;
  time: string;
  /** Languages declared on the document's root. */
  languages: string[];
  canonical: string;
  /** Names (separated by spaces) and content of each `<meta>`. */
  meta: [names: string, content: string][];
  /** The text of each JSON-LD script. */
  jsonLd: string[];
  /** What Readability takes for headline and byline. */
  readerTitle: string;
  readerByline: string;
};

/** Plain JSON: it travels as the value of an injected script. */
export type PageReading = {
  url: string;
  /** What relative addresses of the page are relative to. */
  base: string;
  contentType: string;
  engine: CaptureReport['engine'];
  html: SafeHtml;
  text: string;
  images: ImageDraft[];
  passes: string[];
  /** Whether the page holds something that looks like a paywall. */
  hasWall: boolean;
  witnesses: Witnesses;
  durationMs: number;
};
