/** What the script in a page hands over: the article, already clean, and what the page says of itself, as it says it. */
import type { SafeHtml } from './article-html';
import type { Engine, ImageDraft } from './clip';
import type { RuledFact } from './site-rule';

/** A short piece of the page that the page itself marks or names as author, outlet or time. */
export type Mark = {
  /** Its tag, `rel`, `itemprop`, class and id, separated by spaces. */
  kind: string;
  /** What it says to machines (`datetime`, `content`, `title`), and to readers. */
  value: string;
  text: string;
  /** Seen from the headline; `beside` is in the site's frame or in a list of other articles. */
  place: 'before' | 'after' | 'beside';
};

/** Raw statements about the article, cut to a size that travels; which of them to believe is decided elsewhere. */
export type Witnesses = {
  /** The headline as it is shown, and the `<title>`. */
  heading: string;
  documentTitle: string;
  /** The page's words, a line for each piece of text; and where among them the headline begins, or -1. */
  lines: string;
  headingAt: number;
  marks: Mark[];
  /** Languages declared on the document's root. */
  languages: string[];
  canonical: string;
  /** The address of the licence that the page declares. */
  licence: string;
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

/** What a second look at a page found better; `isSure` when the page itself says that this is its text. */
export type SecondLook = {
  html: SafeHtml;
  text: string;
  images: ImageDraft[];
  /** Written into the capture report. */
  pass: 'second-opinion' | 'drop-invisible';
  isSure: boolean;
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
  /** When the page was loaded, in milliseconds since the epoch: what its "yesterday" is counted from. */
  loadedAt: number;
  durationMs: number;
};

/** A clip's text with that of the next page behind it. */
export type JoinedPage = Pick<PageReading, 'html' | 'text' | 'images'> & Pick<PageSigns, 'next' | 'total'>;
