/** What variables give and filters take, and the kinds of it that are known before a template is used. */
import type { Annotation } from '../../model/annotation';
import type { Clip, ClipImage } from '../../model/clip';
import type { ClipId, StandingId } from '../../model/ids';
import type { DigestGrouping, StandingBlock } from '../../model/post';
import { writtenDate } from '../../model/written-date';
import type { Materials } from '../materials';
import type { Comparison } from './tree';

/** A part of a post that a template asks for. */
export type PartRequest =
  | { kind: 'commentary' | 'excerpt' | 'quotes' | 'text'; clips: readonly ClipId[] }
  | { kind: 'gallery'; clips: readonly ClipId[]; title: string }
  | { kind: 'digest'; clips: readonly ClipId[]; grouping: DigestGrouping }
  | { kind: 'standing'; standingId: StandingId }
  | { kind: 'source' | 'share' };

export type Value =
  /** Somebody's words: plain text, escaped where it lands. */
  | { kind: 'text'; text: string }
  /** An http(s) address, percent-encoded so that it can stand anywhere in Markdown; may be empty. */
  | { kind: 'url'; url: string }
  /** Markdown made of escaped words. */
  | { kind: 'markdown'; markdown: string; plain: string }
  | { kind: 'number'; number: number }
  | { kind: 'flag'; flag: boolean }
  /** ISO 8601, as exact as it is known; empty when it is not. */
  | { kind: 'date'; iso: string }
  | { kind: 'list'; items: readonly Value[] }
  | { kind: 'clip'; clip: Clip }
  | { kind: 'quote'; text: string; note: string }
  | { kind: 'image'; image: ClipImage }
  | { kind: 'loop'; at: number; count: number }
  /** Printed it is a part of the post; where a value is asked for it is these words. */
  | { kind: 'part'; part: PartRequest; words: Value | null };

export const text = (words: string): Value => ({ kind: 'text', text: words });
export const list = (items: readonly Value[]): Value => ({ kind: 'list', items });

/** What a value will be, for finding mistakes without clips. */
export type Shape =
  | 'text'
  | 'url'
  | 'markdown'
  | 'number'
  | 'flag'
  | 'date'
  | 'clip'
  | 'quote'
  | 'image'
  | 'loop'
  | { list: Shape }
  | { part: Shape | null };

/** What a template is filled from. */
export type TemplateContext = {
  /** In the order of the post. */
  clips: readonly Clip[];
  materials: Pick<Materials, 'bodies' | 'images'> & { highlights: ReadonlyMap<ClipId, readonly Annotation[]> };
  standing: readonly StandingBlock[];
  /** BCP 47, of the post. */
  language: string;
  now: number;
  /** IANA: whose day "today" is. */
  zone: string;
};

/** Whether a text is written in Chinese, Japanese or the like: lists and marks differ. */
export const isHan = (language: string): boolean => /^(?:zh|ja|yue)\b/iu.test(language);

/** Whether there is something: no words, an empty list, zero and an unknown date are nothing. */
export function isThere(value: Value): boolean {
  switch (value.kind) {
    case 'part':
      return value.words === null || isThere(value.words);
    case 'list':
      return value.items.length > 0;
    case 'flag':
      return value.flag;
    case 'number':
      return value.number !== 0;
    default:
      return plainOf(value, '') !== '' || value.kind === 'clip' || value.kind === 'loop' || value.kind === 'image';
  }
}

/** A part as the words it stands for; other values as they are. */
export function wordsOf(value: Value): Value {
  return value.kind === 'part' ? (value.words ?? text('')) : value;
}

/** A value as one line of plain text, dates and lists as the language writes them; without one as machines do. */
export function plainOf(value: Value, language: string): string {
  switch (value.kind) {
    case 'text':
      return oneLine(value.text);
    case 'url':
      return value.url;
    case 'markdown':
      return value.plain;
    case 'number':
      return String(value.number);
    case 'flag':
      return '';
    case 'date':
      return language ? (writtenDate(value.iso, language)?.words ?? '') : value.iso;
    case 'list':
      return value.items
        .map((item) => plainOf(item, language))
        .filter(Boolean)
        .join(isHan(language) ? '、' : ', ');
    case 'clip':
      return oneLine(value.clip.title);
    case 'quote':
      return oneLine(value.text);
    case 'image':
      return oneLine(value.image.caption || value.image.alt);
    case 'loop':
      return String(value.at + 1);
    case 'part':
      return value.words ? plainOf(value.words, language) : '';
  }
}

const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** How two values compare: numbers by size, dates by day, everything else as folded text. */
export function compare(by: Comparison, a: Value, b: Value): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (by === 'contains') return contains(left, right);
  const order = orderOf(left, right);
  switch (by) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Below, above or equal to zero, as in sorting. */
export function orderOf(a: Value, b: Value): number {
  if (a.kind === 'date' || b.kind === 'date') return compareText(dayOf(a), dayOf(b));
  const [left, right] = [plainOf(a, ''), plainOf(b, '')];
  const isNumeric = left !== '' && right !== '' && !Number.isNaN(Number(left)) && !Number.isNaN(Number(right));
  return isNumeric ? Number(left) - Number(right) : compareText(fold(left), fold(right));
}

const dayOf = (value: Value): string => plainOf(value, '').slice(0, 10);
const fold = (words: string): string => words.normalize('NFKC').toLowerCase();
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function contains(whole: Value, part: Value): boolean {
  const wanted = fold(plainOf(part, ''));
  if (whole.kind === 'list') return whole.items.some((item) => fold(plainOf(item, '')) === wanted);
  return fold(plainOf(whole, '')).includes(wanted);
}
