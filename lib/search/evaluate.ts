/** Answers a query from the index: which documents, how well each fits, and what is still to be checked in their text. */
import type { FilterNode, QueryNode } from '../model/search-query';
import { Column } from './column';
import { Entries } from './entries';
import { bodyFamily, metaFamily } from './families';
import { deletedClip, everyClip, filterTerm, termsFor } from './filters';
import { allOf, countFound, type Found, findCondition, findWord, hitsFound, leaveOut, meetAll } from './found';
import { filterHits, type Hits, intersect, noHits, union } from './hits';
import { exactly, rangesOf, type SearchIndex } from './search-index';
import { passing, type SequenceCheck } from './sequence-check';
import { isOneToken, type Lookup, lookupsOf, sequenceOf } from './tokens';
import { nearWords } from './typos';

export type Answer = {
  hits: Hits;
  /** What each hit must still pass: pairs of characters and words of a phrase may stand apart. */
  checks: readonly SequenceCheck[];
  /** False when a check was given up because it concerned too many documents. */
  exact: boolean;
  /** Words found in place of misspelled ones. */
  corrections: readonly string[];
};

/** More documents than this are not read to see whether a phrase under `or` or `not` is in them. */
const mostChecked = 500;

/** Evaluates `where`; deleted clips are left out, or with `deleted` nothing but them is looked at. */
export async function evaluate(index: SearchIndex, where: QueryNode | null, deleted = false): Promise<Answer> {
  const evaluation = new Evaluation(index);
  const tree = where && apart(where);
  await evaluation.load(tree);
  const bin = evaluation.filter(deletedClip);
  const found = tree ? await evaluation.answer(tree, null, true) : evaluation.filter(everyClip);
  const hits = deleted ? meetAll([found, bin]) : leaveOut(hitsFound(found), bin);
  const { checks, exact, corrections } = evaluation;
  return { hits, checks, exact, corrections: [...corrections] };
}

/** The same query with each value of `is:` a condition of its own, since some are terms and some are not. */
function apart(node: QueryNode): QueryNode {
  if (node.kind === 'and' || node.kind === 'or') return { kind: node.kind, nodes: node.nodes.map(apart) };
  if (node.kind === 'not') return { kind: 'not', node: apart(node.node) };
  if (node.kind !== 'filter' || node.name !== 'is' || node.values.length < 2) return node;
  return { kind: 'or', nodes: node.values.map((value) => ({ kind: 'filter', name: 'is', values: [value] })) };
}

class Evaluation {
  private readonly lookups = new Map<string, Lookup>();
  private readonly words = new Map<string, Found>();
  private readonly filters = new Map<string, Found>();
  private readonly others = new Map<FilterNode, Hits>();
  readonly checks: SequenceCheck[] = [];
  readonly corrections = new Set<string>();
  exact = true;

  private readonly index: SearchIndex;

  constructor(index: SearchIndex) {
    this.index = index;
  }

  filter(name: string): Found {
    return this.filters.get(name) ?? noHits;
  }

  /** Reads everything the query names at once. */
  async load(where: QueryNode | null): Promise<void> {
    const forgiving = new Set<string>();
    const filters = new Set([deletedClip]);
    const others: FilterNode[] = [];
    if (!where || needsAll(where)) filters.add(everyClip);
    if (where) this.collect(where, forgiving, filters, others);
    await Promise.all([
      this.findAll(filters),
      ...others.map(async (filter) => this.others.set(filter, await this.readOther(filter))),
    ]);
    await Promise.all([...forgiving].map((key) => this.correct(key)));
  }

  /** All words and these conditions, in one read: but for those that an earlier search has left. */
  private async findAll(filters: ReadonlySet<string>): Promise<void> {
    const { index } = this;
    const { kept } = index; // as it is now: what is read is not for those who find another
    const take = (into: Map<string, Found>, name: string, key: string) => {
      const column = kept.get(key);
      if (column) into.set(name, column);
      return column !== undefined;
    };
    const keep = (into: Map<string, Found>, name: string, key: string, found: Found) => {
      into.set(name, found);
      if (found instanceof Column) kept.keep(key, found);
    };
    const words = [...this.lookups].filter(([key]) => !take(this.words, key, key));
    const names = [...filters].filter((name) => !take(this.filters, name, filterTerm(name)));
    const ranges = words.flatMap(([, lookup]) => rangesOf(lookup));
    const lists = await index.read([...ranges, ...names.map((name) => exactly(filterTerm(name)))]);
    for (const [i, [key]] of words.entries()) keep(this.words, key, key, this.wordIn(lists, 2 * i));
    for (const [i, name] of names.entries())
      keep(this.filters, name, filterTerm(name), findCondition(lists[ranges.length + i] ?? nothing, index));
  }

  private wordIn(lists: readonly Entries[], at: number): Found {
    return findWord(lists[at] ?? nothing, lists[at + 1] ?? nothing, this.index);
  }

  private collect(node: QueryNode, forgiving: Set<string>, filters: Set<string>, others: FilterNode[]): void {
    if (node.kind === 'and' || node.kind === 'or') {
      for (const each of node.nodes) this.collect(each, forgiving, filters, others);
    } else if (node.kind === 'not') this.collect(node.node, new Set(), filters, others);
    else if (node.kind === 'filter') {
      const terms = termsFor(node);
      if (!terms) others.push(node);
      for (const term of terms?.flat() ?? []) filters.add(term);
    } else {
      const lookups = lookupsOf(node.text, node.kind === 'term' && node.prefix);
      for (const lookup of lookups) this.lookups.set(keyOf(lookup), lookup);
      const [only] = lookups;
      if (node.kind === 'term' && lookups.length === 1 && only?.spaced) forgiving.add(keyOf(only));
    }
  }

  private readOther(filter: FilterNode): Promise<Hits> {
    if (filter.name === 'clipped' || filter.name === 'published')
      return this.index.within(filter.name, filter.from, filter.to);
    return this.index.special(filter);
  }

  /** A word that is nowhere is taken for the words nearest to it. */
  private async correct(key: string): Promise<void> {
    const lookup = this.lookups.get(key);
    if (!lookup || countFound(this.words.get(key) ?? noHits) > 0) return;
    for await (const near of nearWords(lookup.key, (ranges) => this.index.words(ranges))) {
      const lists = await this.index.read(
        near.flatMap((word) => [exactly(bodyFamily + word), exactly(metaFamily + word)]),
      );
      const hits = near.map((_, i) => hitsFound(this.wordIn(lists, 2 * i)));
      const found = hits.reduce(union, noHits);
      if (found.docs.length === 0) continue;
      near.forEach((word, i) => {
        if ((hits[i] ?? noHits).docs.length > 0) this.corrections.add(word);
      });
      this.words.set(key, found);
      return;
    }
  }

  /** The documents of a node. `within`: no others matter. `last`: what is left unchecked is checked at the end. */
  async answer(node: QueryNode, within: Hits | null, last: boolean): Promise<Found> {
    switch (node.kind) {
      case 'term':
      case 'phrase':
        return this.answerWords(node, within, last);
      case 'filter':
        return this.answerFilter(node);
      case 'not':
        return leaveOut(hitsFound(this.filter(everyClip)), await this.answer(node.node, within, false));
      case 'or': {
        let all = noHits;
        for (const each of node.nodes) all = union(all, hitsFound(await this.answer(each, within, false)));
        return all;
      }
      case 'and':
        return this.answerAll(node.nodes, within, last);
    }
  }

  /** Simple conditions first, so that those that have to read texts read few. */
  private async answerAll(nodes: readonly QueryNode[], within: Hits | null, last: boolean): Promise<Hits> {
    const excluded = nodes.filter((node) => node.kind === 'not');
    const simple = nodes.filter((node) => node.kind !== 'not' && node.kind !== 'or' && node.kind !== 'and');
    const nested = nodes.filter((node) => node.kind === 'or' || node.kind === 'and');
    const parts: Found[] = [];
    for (const node of simple) parts.push(await this.answer(node, within, last));
    let found = parts.length > 0 ? meetAll(parts) : null;
    for (const node of nested) {
      const part = await this.answer(node, found ?? within, last);
      found = found ? meetAll([found, part]) : hitsFound(part);
    }
    found ??= hitsFound(this.filter(everyClip));
    for (const node of excluded) found = leaveOut(found, await this.answer(node.node, found, false));
    return found;
  }

  private async answerWords(
    node: Extract<QueryNode, { kind: 'term' | 'phrase' }>,
    within: Hits | null,
    last: boolean,
  ): Promise<Found> {
    const prefix = node.kind === 'term' && node.prefix;
    const lookups = lookupsOf(node.text, prefix);
    if (lookups.length === 0) return this.filter(everyClip);
    const parts = lookups.map((lookup) => this.words.get(keyOf(lookup)) ?? noHits);
    if (isOneToken(node.text)) return allOf(parts);
    const found = meetAll(parts);
    const check = { sequence: sequenceOf(node.text), prefix };
    if (last) {
      this.checks.push(check);
      return found;
    }
    const candidates = within ? intersect(found, within) : found;
    if (candidates.docs.length > mostChecked) {
      this.exact = false;
      return candidates;
    }
    const passed = new Set(await passing(this.index, [...candidates.docs], [check]));
    return filterHits(candidates, (doc) => passed.has(doc));
  }

  private answerFilter(node: FilterNode): Found {
    const terms = termsFor(node);
    if (!terms) return this.others.get(node) ?? noHits;
    const any = terms.map((all) => (all.length > 0 ? allOf(all.map((term) => this.filter(term))) : noHits));
    return any.length === 1 ? (any[0] ?? noHits) : any.map(hitsFound).reduce(union, noHits);
  }
}

/** A query that excludes only, or whose words are signs, starts from all clips. */
function needsAll(node: QueryNode): boolean {
  if (node.kind === 'not') return true;
  if (node.kind === 'and') return node.nodes.every((each) => each.kind === 'not') || node.nodes.some(needsAllInside);
  if (node.kind === 'or') return node.nodes.some(needsAll);
  return (node.kind === 'term' || node.kind === 'phrase') && lookupsOf(node.text, false).length === 0;
}

const needsAllInside = (node: QueryNode): boolean => node.kind !== 'not' && needsAll(node);

const keyOf = ({ key, prefix }: Lookup): string => `${prefix ? '^' : '='}${key}`;
const nothing = new Entries();
