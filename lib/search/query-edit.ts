/** Changes to a query as text: what clickable filters do to what a person has typed, whose words stay as they are. */

import type { QueryProblem } from '../model/search-query';
import { mergeTags, tagKey } from '../model/tag';
import { foldText } from '../model/text-query';
import { type Place, readTokens } from './query-lexer';
import { printOperator } from './query-print';
import type { Operator } from './query-words';

/** A filter as written: values in the order typed. */
export type WrittenFilter = Place & { operator: Operator; values: readonly string[]; excluded: boolean };

/**
 * The filters that narrow the whole query, in order: those in brackets or beside an `or` are part of something else and
 * are left to the keyboard.
 */
export function writtenFilters(typed: string): WrittenFilter[] {
  const tokens = readTokens(typed);
  const found: WrittenFilter[] = [];
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (token.kind !== 'filter' || depth > 0 || token.values.length === 0) continue;
    const before = tokens[i - 1];
    const excluded = before?.kind === 'not';
    if ((excluded ? tokens[i - 2] : before)?.kind === 'or' || tokens[i + 1]?.kind === 'or') continue;
    const { operator, to } = token;
    const from = excluded ? (before?.from ?? token.from) : token.from;
    found.push({ operator, values: token.values.map(({ text }) => text), excluded, from, to });
  }
  return found;
}

/** Whether the query asks for this value of an operator. */
export function hasFilter(typed: string, operator: Operator, value: string): boolean {
  return filtersOf(typed, operator).some(({ values }) => values.some((other) => isSame(operator, other, value)));
}

/**
 * Takes the value away where the query has it, else adds it. A clip has many tags, so tags narrow together; it has one
 * site, one language …, so further values of those widen; a time takes the place of another.
 */
export function toggleFilter(typed: string, operator: Operator, value: string): string {
  const filters = filtersOf(typed, operator);
  const holder = filters.find(({ values }) => values.some((other) => isSame(operator, other, value)));
  if (holder) {
    const left = holder.values.filter((other) => !isSame(operator, other, value));
    return replace(typed, holder, left.length > 0 ? printOperator(operator, left) : '');
  }
  const [first] = filters;
  if (!first || operator === 'tag' || operator === 'is' || operator === 'has')
    return addInFront(typed, printOperator(operator, [value]));
  const single = operator === 'clipped' || operator === 'published' || operator === 'sort';
  return replace(typed, first, printOperator(operator, single ? [value] : [...first.values, value]));
}

/** Sets an operator to one value, or takes it away for null. */
export function setFilter(typed: string, operator: Operator, value: string | null): string {
  const bare = filtersOf(typed, operator).reduceRight((text, filter) => replace(text, filter, ''), typed);
  return value === null ? bare : addInFront(bare, printOperator(operator, [value]));
}

/** The query without one of its filters, as `writtenFilters` gave it. */
export function removeFilter(typed: string, filter: WrittenFilter): string {
  return replace(typed, filter, '');
}

/** The query without its filters: the words stay. */
export function removeFilters(typed: string): string {
  return writtenFilters(typed).reduceRight((text, filter) => replace(text, filter, ''), typed);
}

/** The query with `to` wherever it asks for one of the tags `from` (keys), also in brackets and where it excludes. */
export function renameTags(typed: string, from: readonly string[], to: string): string {
  const isRenamed = (value: string) => from.includes(tagKey(value));
  return readTokens(typed).reduceRight((text, token) => {
    if (token.kind !== 'filter' || token.operator !== 'tag' || !token.values.some((value) => isRenamed(value.text)))
      return text;
    const values = token.values.map((value) => (isRenamed(value.text) ? to : value.text));
    return replace(text, token, printOperator('tag', mergeTags([], values)));
  }, typed);
}

/** The query with what was probably meant in place of what was typed. */
export function fixProblem(typed: string, { from, to, near }: QueryProblem): string {
  return near === undefined ? typed : typed.slice(0, from) + near + typed.slice(to);
}

const filtersOf = (typed: string, operator: Operator) =>
  writtenFilters(typed).filter((filter) => filter.operator === operator && !filter.excluded);

function isSame(operator: Operator, a: string, b: string): boolean {
  return operator === 'tag' ? tagKey(a) === tagKey(b) : foldText(a) === foldText(b);
}

/** Filters stand before the words, so that the last word is still being typed. */
function addInFront(typed: string, text: string): string {
  const [first] = readTokens(typed);
  const written = writtenFilters(typed);
  let at = 0;
  if (first?.kind === 'filter' || first?.kind === 'not')
    for (const { from, to } of written) if (typed.slice(at, from).trim() === '') at = to;
  const rest = typed.slice(at).trimStart();
  return `${typed.slice(0, at).trimEnd()}${at > 0 ? ' ' : ''}${text}${rest ? ` ${rest}` : ' '}`;
}

/** One space where something was taken out, none at the start. */
function replace(typed: string, { from, to }: Place, text: string): string {
  if (text) return typed.slice(0, from) + text + typed.slice(to);
  const [before, after] = [typed.slice(0, from).trimEnd(), typed.slice(to).trimStart()];
  return before && after ? `${before} ${after}` : before ? `${before} ` : after;
}
