/** What importers are given and what they give: the one contract of everything that comes in from elsewhere. */
import type { HighlightColour } from '../model/annotation';
import type { ClipStatus } from '../model/clip';

/** A file that was chosen or dropped, or one inside an archive. Nothing in it is to be trusted. */
export type SourceFile = {
  /** Within the folder or archive: `/` between parts, never absolute, never `..`. */
  path: string;
  /** In bytes, unpacked. */
  size: number;
  /**
   * The text from its start, in pieces of at most some hundred thousand characters, decoded by what the bytes are
   * (UTF-8, UTF-16, GB18030), without byte order mark and with `\n` for every line end. Throws `DamagedSource`.
   */
  pieces(): AsyncIterable<string>;
  /** The raw bytes. Throws `DamagedSource`. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
};

/** What is imported at once: a file, the files of an archive, or a folder. */
export type ImportSource = {
  /** As the person knows it. */
  name: string;
  files: readonly SourceFile[];
};

/** The beginnings of some of a source's files: enough to tell what it is. */
export type Sample = {
  /** Every path in the source. */
  paths: readonly string[];
  /** The first few files that are text, each to at most 64 Ki characters; the largest beginnings first in `paths` order. */
  heads: readonly { path: string; head: string }[];
};

/** How sure an importer is that a source is its own, by what is in it and never by its name alone. */
export type Certainty = 'no' | 'possible' | 'certain';

export type ImportedHighlight = {
  /** The words that were marked. */
  quote: string;
  note: string;
  tags: string[];
  /** Null where the source has no colours, or another than ours. */
  colour: HighlightColour | null;
  /** Milliseconds since the epoch. */
  at: number | null;
};

/** The text of a page as the other program kept it. Never clean: HTML and Markdown go through the sanitiser. */
export type ImportedText = { kind: 'html' | 'markdown' | 'text'; value: string };

/** One page out of a source, as plain data; `null` and empty where the source says nothing. */
export type ImportedClip = {
  kind: 'clip';
  /** An absolute http(s) address. */
  url: string;
  title: string;
  byline: string | null;
  siteName: string | null;
  /** ISO 8601, as exact as the source. */
  publishedAt: string | null;
  /** BCP 47. */
  language: string | null;
  excerpt: string;
  tags: string[];
  /** The folders or collections it was in, outermost first: tags only if the person wants that. */
  folders: string[];
  note: string;
  highlights: ImportedHighlight[];
  status: ClipStatus | null;
  starred: boolean;
  /** When it was saved there, in milliseconds since the epoch. */
  savedAt: number | null;
  /** Only when asked for. */
  text: ImportedText | null;
  /** Where it was found: the line counts from 1. */
  at: Place;
};

/** `file` is null when the source has one file only. */
export type Place = { file: string | null; line: number | null };

/** Why something could not be read; each has a sentence in every language. */
export const problemReasons = [
  'no-address', // an entry without an address
  'bad-address', // an address that is not of a web page (javascript:, file:, place: …)
  'bad-entry', // a line or entry that is not what the format says
  'too-large', // beyond what is read of one entry
  'too-deep', // nested beyond reason
  'no-columns', // the columns that the format needs are missing
  'damaged', // the file ends in the middle or is not what it says it is
] as const;
export type ProblemReason = (typeof problemReasons)[number];

export type ImportProblem = {
  kind: 'problem';
  reason: ProblemReason;
  at: Place;
  /** What was there, for a person to find it again; at most 200 characters. */
  detail: string;
};

export type ReadOptions = {
  /** Whether texts of pages are wanted: a preview does without. */
  texts: boolean;
};

export type Importer = {
  /** The name of its file. */
  id: string;
  /** Keys of its name, and of what the file is and where to get it. */
  label: `import_format_${string}`;
  hint: `import_format_${string}_hint`;
  recognise(sample: Sample): Certainty;
  /**
   * Everything in the source, in its order. Never throws: what cannot be read is a problem, and one bad line costs one
   * line. Gives way to the page between items and pieces.
   */
  read(source: ImportSource, options: ReadOptions): AsyncIterable<ImportedClip | ImportProblem>;
};

/** Thrown while reading a file whose bytes are not what they should be; `reading/` turns it into a problem. */
export class DamagedSource extends Error {
  override name = 'DamagedSource';
  readonly reason: Extract<ProblemReason, 'damaged' | 'too-large'>;
  constructor(reason: DamagedSource['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
