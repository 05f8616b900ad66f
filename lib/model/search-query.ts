/** A search as a tree: what `parseQuery` makes of typed text and what the index answers. Plain data, no text positions but in problems. */
import type { ClipStatus } from './clip';

/** A condition of the clips looked for. */
export type QueryNode =
  /**
   * Words as typed (NFC, unfolded). When the index splits `text` into several tokens (`co-operate`, `皮革展会`), they
   * must stand next to each other. `prefix`: the last token is a beginning (`leath` finds `leather`). May have typos.
   */
  | { kind: 'term'; text: string; prefix: boolean }
  /** Exactly these words next to each other, in this order, without typos. */
  | { kind: 'phrase'; text: string }
  /** All of them; at least two nodes. */
  | { kind: 'and'; nodes: readonly QueryNode[] }
  /** Any of them; at least two nodes. */
  | { kind: 'or'; nodes: readonly QueryNode[] }
  | { kind: 'not'; node: QueryNode }
  | FilterNode;

export type FilterNode = ValueFilter | DateFilter;

/** Any of the values, of which there is at least one. */
export type ValueFilter =
  | { kind: 'filter'; name: TextFilterName; values: readonly string[] }
  | { kind: 'filter'; name: 'status'; values: readonly ClipStatus[] }
  | { kind: 'filter'; name: 'is'; values: readonly IsValue[] }
  | { kind: 'filter'; name: 'has'; values: readonly HasValue[] };

/**
 * `tag`: a tag's name, compared by `tagKey`. `site`: a host (`news.example.com`; its subdomains too) or the outlet's name,
 * folded. `by`: words of the byline, folded. `lang`: a primary language subtag (`zh`). `import`: the name of a file or
 * folder that was imported, folded. `url`: an address as pasted, compared by `normaliseUrl`.
 */
export type TextFilterName = 'tag' | 'site' | 'by' | 'lang' | 'import' | 'url';

export const isValues = ['starred', 'annotated', 'published', 'bookmark', 'article', 'selection', 'duplicate'] as const;
/** `annotated`: has a note or highlights; `published`: used by a post; `duplicate`: has the same story as another. */
export type IsValue = (typeof isValues)[number];

export const hasValues = ['image', 'note', 'highlight', 'tag'] as const;
export type HasValue = (typeof hasValues)[number];

/**
 * From `from` to before `to`, milliseconds since the epoch; null is without that bound, but never both. For
 * `published` compare `publishedTime(clip)`. `typed` is the value as a person wrote it, so that `7d` stays `7d`.
 */
export type DateFilter = {
  kind: 'filter';
  name: 'clipped' | 'published';
  typed: string;
  from: number | null;
  to: number | null;
};

export const searchSorts = ['relevance', 'newest', 'oldest', 'published', 'title', 'site'] as const;
/** `newest` and `oldest` by when clipped; `published` newest first; ties by when clipped, newest first. */
export type SearchSort = (typeof searchSorts)[number];

export type QueryProblemKind =
  /** An operator that does not exist but is near one that does: searched as words. */
  | 'unknown-operator'
  /** An operator without a value: left out. */
  | 'missing-value'
  /** A value the operator does not know: left out; the others stand. */
  | 'unknown-value'
  /** Not a day, month, year, number of days or word: left out. */
  | 'bad-date'
  /** A range that ends before it begins: its ends change places. */
  | 'reversed-range'
  /** A quotation mark without its partner: closed at the end. */
  | 'open-quote'
  /** A bracket without its partner: closed at the end, or left out. */
  | 'open-bracket'
  | 'stray-bracket'
  /** `or` with nothing on one side: left out. */
  | 'stray-or'
  /** Signs only, nothing an index could hold. */
  | 'no-words'
  /** Longer or deeper than anybody types: the rest is left out. */
  | 'too-long';

/** What is wrong with a query, and where in the typed text (UTF-16 units, `to` exclusive). The query runs all the same. */
export type QueryProblem = {
  kind: QueryProblemKind;
  from: number;
  to: number;
  /** The part in question, as typed. */
  text: string;
  /** The operator whose value it is, by its English name. */
  operator?: string;
  /** What was probably meant. */
  near?: string;
};

export type SearchQuery = {
  /** Null: every clip. */
  where: QueryNode | null;
  /** Null: by relevance where words are looked for, else newest first. */
  sort: SearchSort | null;
  /** In the order of the text. */
  problems: readonly QueryProblem[];
};

/** Whether words are looked for, so that relevance means something. */
export function looksForWords(node: QueryNode | null): boolean {
  switch (node?.kind) {
    case 'term':
    case 'phrase':
      return true;
    case 'and':
    case 'or':
      return node.nodes.some(looksForWords);
    default:
      return false; // what is excluded ranks nothing
  }
}

/** When an article was published, milliseconds since the epoch: a date alone is that day's local midnight. Null when unknown. */
export function publishedTime({ publishedAt }: { publishedAt: string | null }): number | null {
  if (!publishedAt) return null;
  const day = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(publishedAt);
  const time = day
    ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3] ?? 1)).getTime()
    : Date.parse(publishedAt);
  return Number.isNaN(time) ? null : time;
}
