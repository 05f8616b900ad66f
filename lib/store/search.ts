/** Searches: a query's clips, the best first, one page at a time. */
import type { Clip } from '../model/clip';
import type { ClipFilter } from '../model/clip-filter';
import type { SearchQuery, SearchSort } from '../model/search-query';
import { looksForWords } from '../model/search-query';
import { joinConditions } from '../search/conditions';
import { type Answer, evaluate } from '../search/evaluate';
import { filterTerm, siteOrder, titleOrder } from '../search/filters';
import { bestOf, type Order, type Place, readPlace, writePlace } from '../search/rank';
import { passing } from '../search/sequence-check';
import { clipOf } from './clip-rows';
import type { ClipRow, Database } from './database';
import type { IndexReader } from './search-reader';
import { withReader } from './search-session';
import { type IndexProgress, indexProgress } from './search-upkeep';

export type ClipSearch = {
  clips: Clip[];
  /** How many there are; with `exact` false at most, because not all texts have been looked into. */
  total: number;
  exact: boolean;
  /** Asks for the page after this one; null on the last. */
  next: string | null;
  /** Words found in place of misspelled ones, folded. */
  corrections: readonly string[];
  /** How far the index is, while it is being made anew: until then clips are missing. */
  progress: IndexProgress | null;
};

export type SearchPage = {
  limit: number;
  /** The `next` of the page before. */
  after?: string | null;
  /** The list that is searched; its `text` is not looked at. */
  within?: ClipFilter;
};

/** The clips that answer a query. Inside a live query it is asked again when clips or the index change. */
export async function searchClips(db: Database, query: SearchQuery, page: SearchPage): Promise<ClipSearch> {
  const [{ answer, places, more, checked }, progress] = await Promise.all([
    rank(db, query, page.within ?? {}, page),
    indexProgress(db),
  ]);
  const rows = await rowsOf(db, places);
  const last = places.at(-1);
  return {
    clips: rows.flatMap((row) => (row ? clipOf(row) : [])),
    total: checked ?? answer.hits.docs.length,
    exact: answer.exact && (answer.checks.length === 0 || checked !== null),
    next: more && last ? writePlace(last) : null,
    corrections: answer.corrections,
    progress,
  };
}

/** The ids of every clip that answers a query, newest first, without reading the clips: for acting on all that is found. */
export async function searchAllIds(db: Database, query: SearchQuery, within: ClipFilter = {}): Promise<Clip['id'][]> {
  const ids: Clip['id'][] = [];
  for (let after: string | null = null, more = true; more; ) {
    const found: Ranked = await rank(db, { ...query, sort: 'newest' }, within, { limit: 2000, after });
    ids.push(...(await idsOf(db, found.places)));
    const last = found.places.at(-1);
    after = last ? writePlace(last) : null;
    more = found.more && last !== undefined;
  }
  return ids;
}

function idsOf(db: Database, places: readonly Place[]): Promise<Clip['id'][]> {
  return db.transaction('r', db.clips, async () => {
    const keys = await Promise.all(places.map(({ doc }) => db.clips.where({ doc }).primaryKeys()));
    return keys.flat() as Clip['id'][];
  });
}

type Ranked = {
  answer: Answer;
  places: Place[];
  more: boolean;
  /** How many passed all checks, when every one has been looked at. */
  checked: number | null;
};

/** The numbers of the documents of a page, without their clips. */
export function rank(
  db: Database,
  query: SearchQuery,
  within: ClipFilter,
  { limit, after = null }: Pick<SearchPage, 'limit' | 'after'>,
): Promise<Ranked> {
  return withReader(db, async (reader) => {
    const [answer, order] = await Promise.all([
      evaluate(reader, joinConditions(query.where, within), within.deleted),
      orderOf(reader, query),
    ]);
    const start = after === null ? null : readPlace(after);
    if (answer.checks.length > 0) return checkedPage(reader, answer, order, start, limit);
    const places = bestOf(answer.hits, order, start, limit + 1);
    return { answer, places: places.slice(0, limit), more: places.length > limit, checked: null };
  });
}

/** Looks into the texts of the best until a page is full. */
async function checkedPage(
  reader: IndexReader,
  answer: Answer,
  order: Order,
  start: Place | null,
  limit: number,
): Promise<Ranked> {
  const places: Place[] = [];
  for (let after = start; ; ) {
    const candidates = bestOf(answer.hits, order, after, limit + 1);
    const docs = candidates.map(({ doc }) => doc);
    const passed = new Set(await passing(reader, docs, answer.checks));
    places.push(...candidates.filter(({ doc }) => passed.has(doc)));
    const ended = candidates.length <= limit;
    if (places.length <= limit && !ended) after = candidates.at(-1) ?? null;
    else {
      const checked = start === null && ended && places.length <= limit ? places.length : null;
      return { answer, places: places.slice(0, limit), more: places.length > limit, checked };
    }
  }
}

async function orderOf(reader: IndexReader, { where, sort }: SearchQuery): Promise<Order> {
  const clipped = await reader.times('clipped');
  const chosen: SearchSort = sort ?? (looksForWords(where) ? 'relevance' : 'newest');
  const tie = (doc: number) => clipped.at(doc);
  switch (chosen) {
    case 'relevance':
      return { by: null, tie };
    case 'newest':
      return { by: tie, tie };
    case 'oldest':
      return { by: (doc) => -clipped.at(doc), tie: () => 0 };
    case 'published': {
      const published = await reader.times('published');
      return { by: (doc) => published.at(doc), tie };
    }
    default: {
      const places = await alphabetical(reader, chosen === 'title' ? titleOrder : siteOrder);
      return { by: (doc) => -(places.get(doc) ?? Number.MAX_SAFE_INTEGER), tie };
    }
  }
}

/** The place of each document in the order of the terms that begin with `order`. */
async function alphabetical(reader: IndexReader, order: string): Promise<Map<number, number>> {
  const from = filterTerm(order);
  const terms = await reader.entries({ from, to: `${from}\uffff` });
  const places = new Map<number, number>();
  [...terms.keys()].sort().forEach((term, place) => {
    const list = terms.get(term);
    for (let i = 0; i < (list?.length ?? 0); i++) places.set(list?.docs[i] ?? 0, place);
  });
  return places;
}

/** The clips of ranked documents; those that went meanwhile are missing. */
function rowsOf(db: Database, places: readonly Place[]): Promise<(ClipRow | undefined)[]> {
  return db.transaction('r', db.clips, () => Promise.all(places.map(({ doc }) => db.clips.get({ doc }))));
}
