/** How many clips of an answer each filter would leave: read from the index, never from the clips. */
import type { ClipFilter } from '../model/clip-filter';
import type { FilterNode, QueryNode, SearchQuery } from '../model/search-query';
import { joinConditions, withoutFilter } from '../search/conditions';
import { evaluate } from '../search/evaluate';
import { filterTerm, valueFilters } from '../search/filters';
import { countBoth } from '../search/hits';
import { passing } from '../search/sequence-check';
import type { Database } from './database';
import type { IndexReader } from './search-reader';
import { readIndexRow } from './search-segments';
import { withReader } from './search-session';
import type { TimeSpan } from './search-times';

/** Texts are looked into for phrases in so many clips; where there are more, counts are upper bounds, as the total is. */
const mostChecked = 50;

/** Conditions that have no list of their own in the index, by any name, and spans of the time of clipping. */
export type Asked = { conditions: readonly FilterNode[]; spans: readonly TimeSpan[] };

/** By tag (see `tagValue`), host, language and status; for conditions and spans in the order asked. What is missing is 0. */
export type AnswerCounts = {
  tags: ReadonlyMap<string, number>;
  sites: ReadonlyMap<string, number>;
  languages: ReadonlyMap<string, number>;
  statuses: ReadonlyMap<string, number>;
  conditions: readonly number[];
  spans: readonly number[];
};

/**
 * What each filter would find together with the query. A clip has one site, language, status and time: filters that
 * the query has of these are left out where their own kind is counted, since a further value would widen the answer.
 */
export function countFilters(
  db: Database,
  { where }: Pick<SearchQuery, 'where'>,
  within: ClipFilter,
  asked: Asked,
): Promise<AnswerCounts> {
  return withReader(db, async (reader) => {
    const answers = new Map<QueryNode | null, Promise<Int32Array>>();
    const without = (name: FilterNode['name'] | null) => {
      const left = name === null ? where : withoutFilter(where, name);
      const docs = answers.get(left) ?? docsOf(reader, left, within);
      answers.set(left, docs);
      return docs;
    };
    const [tags, sites, languages, statuses, conditions, spans] = await Promise.all([
      countTerms(reader, valueFilters.tag, await without(null)),
      countTerms(reader, valueFilters.host, await without('site')),
      countTerms(reader, valueFilters.language, await without('lang')),
      countTerms(reader, valueFilters.status, await without('status')),
      countConditions(reader, asked.conditions, await without(null), within),
      reader.times('clipped').then(async (clipped) => clipped.countClipped(await without('clipped'), asked.spans)),
    ]);
    return { tags, sites, languages, statuses, conditions, spans };
  });
}

/** How many clips answer a query. */
export function countMatches(db: Database, { where }: Pick<SearchQuery, 'where'>, within: ClipFilter): Promise<number> {
  return withReader(db, async (reader) => (await docsOf(reader, where, within)).length);
}

/** Another text whenever another answer is possible. Inside a live query it is read again when the index changes. */
export async function indexMark(db: Database): Promise<string> {
  const [index, last] = await db.transaction('r', [db.searchState, db.searchPending], () =>
    Promise.all([readIndexRow(db), db.searchPending.toCollection().last()]),
  );
  return `${index?.generation ?? 0} ${last?.seq ?? 0}`;
}

async function docsOf(reader: IndexReader, where: QueryNode | null, within: ClipFilter): Promise<Int32Array> {
  const { hits, checks } = await evaluate(reader, joinConditions(where, within), within.deleted);
  if (checks.length === 0 || hits.docs.length > mostChecked) return hits.docs;
  return Int32Array.from(await passing(reader, [...hits.docs], checks));
}

async function countTerms(reader: IndexReader, start: string, docs: Int32Array): Promise<Map<string, number>> {
  const from = filterTerm(start);
  const counts = await reader.counts({ from, to: `${from}\uffff` }, docs);
  return new Map([...counts].map(([term, count]) => [term.slice(from.length), count]));
}

async function countConditions(
  reader: IndexReader,
  conditions: readonly FilterNode[],
  docs: Int32Array,
  { deleted }: ClipFilter,
): Promise<number[]> {
  const answer = { docs, scores: new Float32Array(docs.length) };
  return Promise.all(
    conditions.map(async (condition) => countBoth(answer, (await evaluate(reader, condition, deleted)).hits)),
  );
}
