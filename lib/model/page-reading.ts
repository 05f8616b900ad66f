/** What the script in a page hands over: the article, already clean, and what the page says of itself, as it says it. */
import type { SafeHtml } from './article-html';
import type { Engine, ImageDraft } from './clip';
import type { RuledFact } from './site-rule';

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
  /** What Readability takes for the byline. */
  readerByline: string;
  /** What the rule for the site points at. */
  ruled?: Partial<Record<RuledFact, string>>;
};

/** What around the text says that it may not be all; read beside it, so that reading stays small and quick. */
export type PageSigns = {
  /** The page wants a person to sign in before it shows the rest. */
  wantsLogin: boolean;
  /** The page holds back a part of the text: "continue reading", 展开全文. */
  isCut: boolean;
  /** Characters in all paragraphs that are not beside the article. */
  paragraphs: number;
  /** The next page of the same article, and how many there are in all. */
  next: string | null;
  total: number | null;
};

/** Plain JSON: it travels as the value of an injected script. */
export type PageReading = {
  url: string;
  /** What relative addresses of the page are relative to. */
  base: string;
  contentType: string;
  engine: Engine;
  html: SafeHtml;
  text: string;
  images: ImageDraft[];
  passes: string[];
  /** Whether the page holds something that looks like a paywall. */
  hasWall: boolean;
  witnesses: Witnesses;
  durationMs: number;
};
