/** What a search asks of an index, wherever that is kept. */
import type { FilterNode } from '../model/search-query';
import type { Column } from './column';
import type { Entries } from './entries';
import { bodyFamily, metaFamily } from './families';
import type { Hits } from './hits';
import type { Recent } from './recent';
import type { Lookup } from './tokens';
import type { WordRange } from './words';

/** Terms from `from` to before `to`. */
export type TermRange = { from: string; to: string };

/** What a search reads of the index; all of it may have to come from disk. */
export type SearchIndex = {
  /** How many clips there are, about. */
  documents: number;
  /** Above every document's number. */
  top: number;
  /** Columns of earlier searches; another object as soon as they are no longer right. */
  kept: Recent<Column>;
  /** For each range the lists of all its terms, in any order. */
  read: (ranges: readonly TermRange[]) => Promise<Entries[]>;
  /** Words of the vocabulary in these ranges, or all. */
  words: (ranges: readonly WordRange[] | 'all') => Promise<string[]>;
  /** Documents clipped or published in a span of time. */
  within: (name: 'clipped' | 'published', from: number | null, to: number | null) => Promise<Hits>;
  /** Documents that meet a condition only other tables know. */
  special: (filter: FilterNode) => Promise<Hits>;
  /** Every text of each document that words are looked for in; null for one that is gone. */
  texts: (docs: readonly number[]) => Promise<(readonly string[] | null)[]>;
};

/** A shorter beginning is completed in headlines, tags and names only: of a text it would be every third word. */
export const shortestBeginning = 3;

/** Where a look-up reads: in the texts, then in all else. */
export function rangesOf({ key, prefix, spaced }: Lookup): [TermRange, TermRange] {
  const inText = prefix && (!spaced || key.length >= shortestBeginning);
  const range = (family: string, open: boolean) =>
    open ? { from: family + key, to: `${family}${key}\uffff` } : exactly(family + key);
  return [range(bodyFamily, inText), range(metaFamily, prefix)];
}

/** One term. */
export function exactly(term: string): TermRange {
  return { from: term, to: `${term}\0` };
}
