/** What a look-up finds: a sorted list of documents, or a column where they are very many. */
import { Column } from './column';
import { bodyImpacts, metaImpacts, rarity } from './document';
import type { Entries } from './entries';
import { type Hits, hitsOf, hitsOfBoth, intersect, noHits, subtract, weigh } from './hits';
import { countInRuns } from './run-list';

export type Found = Hits | Column;

/** With more than one in so many a byte for each document costs less than joining lists. */
const oneIn = 16;
const isForColumn = (found: number, documents: number): boolean => found * oneIn > documents;

/** How large the library is: its documents, and a number above all of theirs. */
type Size = { documents: number; top: number };

/** A word by its lists of texts and of all else. */
export function findWord(text: Entries, rest: Entries, { documents, top }: Size): Found {
  if (isForColumn(text.items + rest.items, documents)) return Column.ofWord(text, rest, top, documents);
  const hits = hitsOfBoth(text.read(), bodyImpacts, rest.read(), metaImpacts);
  return weigh(hits, rarity(hits.docs.length, documents));
}

/** The documents that meet a condition. */
export function findCondition(entries: Entries, { documents, top }: Size): Found {
  let found = 0;
  entries.each((reader, runs) => {
    found += countInRuns(reader, runs);
  });
  return isForColumn(found, documents) ? Column.ofCondition(entries, top) : hitsOf(entries.read(), null);
}

export const countFound = (found: Found): number => (found instanceof Column ? found.count : found.docs.length);

export const hitsFound = (found: Found): Hits => (found instanceof Column ? found.hits() : found);

/** What is in all of them. */
export function allOf(parts: readonly Found[]): Found {
  const [only, ...more] = parts;
  return only && more.length === 0 ? only : meetAll(parts);
}

/** The documents that are in all of them. */
export function meetAll(parts: readonly Found[]): Hits {
  const [least = noHits, ...more] = [...parts].sort((a, b) => countFound(a) - countFound(b));
  if (least instanceof Column && more.every((part) => part instanceof Column)) return Column.meeting([least, ...more]);
  return more.reduce<Hits>(
    (hits, part) => (part instanceof Column ? part.meet(hits) : intersect(hits, part)),
    hitsFound(least),
  );
}

/** Those of `hits` that are not found. */
export function leaveOut(hits: Hits, found: Found): Hits {
  return found instanceof Column ? found.leave(hits) : subtract(hits, found);
}
