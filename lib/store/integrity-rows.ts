/** Whether a stored clip is whole, and what can be made of one that is not. */
import { type Clip, clipStatuses } from '../model/clip';
import { createStub } from '../model/clip-stub';
import { derive } from './clip-rows';
import type { ClipRow } from './database';

type Checks = { [Name in keyof Required<Clip>]?: (value: unknown) => boolean };

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const orNull = (is: (value: unknown) => boolean) => (value: unknown) => value === null || is(value);
const isOneOf = (values: readonly string[]) => (value: unknown) => values.includes(value as string);

const checks = {
  url: (value) => typeof value === 'string' && URL.canParse(value),
  canonicalUrl: orNull(isText),
  key: isText,
  kind: isOneOf(['article', 'selection', 'bookmark']),
  title: isText,
  sourceTitle: isText,
  byline: orNull(isText),
  siteName: orNull(isText),
  publishedAt: orNull(isText),
  language: orNull(isText),
  excerpt: isText,
  length: (value) => isObject(value) && isNumber(value.words) && isNumber(value.characters),
  leadImage: orNull(isText),
  imageCount: isNumber,
  tags: isTexts,
  note: isText,
  status: isOneOf(clipStatuses),
  starred: isFlag,
  capture: (value) =>
    isObject(value) &&
    isOneOf(['pending', 'done'])(value.state) &&
    isText(value.engine) &&
    isTexts(value.passes) &&
    isTexts(value.warnings),
  clippedAt: isNumber,
  textUpdatedAt: orNull(isNumber),
  createdAt: isNumber,
  updatedAt: isNumber,
  deletedAt: orNull(isNumber),
} satisfies Checks;

/** Whether every field that all clips have is there and of its kind. */
export function isWhole(row: ClipRow): boolean {
  const known = Object.entries(checks).every(([name, holds]) => holds(row[name as keyof typeof checks]));
  return known && isTexts(row.keys) && Array.isArray(row.lists) && isObject(row.found) && isObject(row.changed);
}

/** Whether a whole row stands in its lists, under its addresses and among those that wait, as it should. */
export function isInPlace(row: ClipRow): boolean {
  const { keys, lists, pendingSince } = derive(row);
  return same(keys, row.keys) && same(lists, row.lists) && pendingSince === row.pendingSince;
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set([...a, ...b]).size === new Set(a).size;

/** An address that leads nowhere, for a clip of which no other is left. */
const nowhere = (id: string): string => `https://address-lost.invalid/${id}`;

/** The row with what is left of it: each field that is not what it must be is as in a new bookmark. */
export function mendRow(row: ClipRow, hasText: boolean, now: number): ClipRow {
  const url = [row.url, row.canonicalUrl, row.key].find((address) => checks.url(address)) ?? nowhere(row.id);
  const made = isNumber(row.createdAt) ? row.createdAt : now;
  const usual: Pick<Clip, keyof typeof checks> = {
    ...createStub(row.id, { url, title: url }, made),
    kind: hasText ? 'article' : 'bookmark',
    ...(isText(row.sourceTitle) && { title: row.sourceTitle }),
    ...(isText(row.title) && { sourceTitle: row.title }),
    tags: Array.isArray(row.tags) ? row.tags.filter(isText) : [],
    capture: { state: 'done', engine: hasText ? 'readability' : 'none', passes: [], warnings: [], durationMs: 0 },
    updatedAt: now,
  };
  const kept = Object.entries(checks).filter(([name, holds]) => holds(row[name as keyof typeof checks]));
  const whole = { ...row, ...usual, ...Object.fromEntries(kept.map(([name]) => [name, row[name as keyof ClipRow]])) };
  const { byline, siteName, publishedAt, language } = whole;
  const found = isObject(row.found) ? row.found : { byline, siteName, publishedAt, language };
  const changed = isObject(row.changed) ? row.changed : {};
  return derive({ ...whole, keys: isTexts(row.keys) ? row.keys : [], lists: [], found, changed });
}
