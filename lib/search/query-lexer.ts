/** Typed text as tokens with their places: words, quoted text, operators with values, brackets, `or`. */
import { foldText } from '../model/text-query';
import { type Operator, operatorOf } from './query-words';

/** Where something stands in the typed text, in UTF-16 units; `to` is exclusive. */
export type Place = { from: number; to: number };
export type ValueToken = Place & { text: string };
export type Token = Place &
  /** `named`: a colon and more follow at once, as if it were an operator. */
  (
    | { kind: 'word'; text: string; prefix: boolean; named: boolean }
    /** `closed` is false when the text ended before the quotation did. */
    | { kind: 'quote'; text: string; closed: boolean }
    | { kind: 'filter'; operator: Operator; name: string; values: ValueToken[] }
    | { kind: 'address'; text: string }
    | { kind: 'not' | 'or' | 'open' | 'close' | 'signs' }
  );

/**
 * The same length as the typed text, with every sign of the language in its ASCII form: people switch neither keyboard
 * nor width to write `标签：皮革，内饰`.
 */
function shapeOf(typed: string): string {
  return typed
    .replace(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[“”„‟「」『』«»〝〞]/gu, '"')
    .replace(/[−–—](?=\S)/gu, '-')
    .replace(/、/gu, ',')
    .replace(/\s/gu, ' ');
}

const address = /https?:\/\/[^\s"“”「」]+/iuy;
/** Ends a run of letters: what separates words, and what means something to the language. */
const runEnd = /[\s"()|,;!?:。…·《》〈〉【】〔〕]/u;
const valueEnd = /[\s"(),]/u;
/** Signs at the edges of a word that are no part of it; `C++` and `C#` keep theirs. */
const leading = /^[^\p{L}\p{N}\p{M}]+/u;
const trailing = /[^\p{L}\p{N}\p{M}+#]+$/u;
const keywords: Readonly<Record<string, 'or' | 'not' | 'and'>> = {
  or: 'or',
  OR: 'or',
  Or: 'or',
  或: 'or',
  或者: 'or',
  NOT: 'not',
  AND: 'and',
};

/** The tokens of any text, in order. Never throws. */
export function readTokens(typed: string): Token[] {
  const shape = shapeOf(typed);
  const tokens: Token[] = [];
  let at = 0;
  while (at < shape.length) {
    const token = readToken(typed, shape, at);
    if (token.token) tokens.push(token.token);
    at = token.next;
  }
  return tokens;
}

type Read = { token: Token | null; next: number };

const signs: Readonly<Record<string, 'open' | 'close' | 'or'>> = { '(': 'open', ')': 'close', '|': 'or' };

function readToken(typed: string, shape: string, at: number): Read {
  const sign = shape[at] ?? '';
  const kind = signs[sign];
  if (kind) {
    const next = shape.startsWith('||', at) ? at + 2 : at + 1;
    return { token: { kind, from: at, to: next }, next };
  }
  if (sign === '"') return readQuote(typed, shape, at);
  if (sign === '-' && /[^\s-]/u.test(shape[at + 1] ?? ' '))
    return { token: { kind: 'not', from: at, to: at + 1 }, next: at + 1 };
  address.lastIndex = at;
  const [url] = address.exec(typed) ?? [];
  if (url) return { token: { kind: 'address', text: url, from: at, to: at + url.length }, next: at + url.length };
  if (runEnd.test(sign) || sign === '-') return { token: null, next: at + 1 };
  return readRun(typed, shape, at);
}

function readQuote(typed: string, shape: string, from: number): Read {
  const end = shape.indexOf('"', from + 1);
  const to = end < 0 ? shape.length : end + 1;
  const text = tidy(typed.slice(from + 1, end < 0 ? shape.length : end));
  return { token: { kind: 'quote', text, closed: end >= 0, from, to }, next: to };
}

function readRun(typed: string, shape: string, from: number): Read {
  let to = from;
  while (to < shape.length && !endsRun(shape, to)) to++;
  if (shape[to] === ':') {
    const name = foldText(typed.slice(from, to));
    const operator = operatorOf(name);
    if (operator) return readFilter(typed, shape, { from, operator, name, at: to + 1 });
  }
  return { token: wordAt(typed, shape, from, to), next: to };
}

/** Between digits a colon or comma is part of the number: `9:30`, `1,000`. */
function endsRun(shape: string, at: number): boolean {
  const sign = shape[at] ?? '';
  if (!runEnd.test(sign)) return false;
  const isDigit = (character: string | undefined) => /\d/u.test(character ?? '');
  return !((sign === ':' || sign === ',') && isDigit(shape[at - 1]) && isDigit(shape[at + 1]));
}

function wordAt(typed: string, shape: string, from: number, to: number): Token {
  const run = typed.slice(from, to);
  const text = tidy(run.replace(leading, '').replace(trailing, ''));
  const keyword = Object.hasOwn(keywords, text) ? keywords[text] : undefined;
  if (keyword === 'and') return { kind: 'signs', from, to: from };
  if (keyword) return { kind: keyword, from, to };
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'signs', from, to };
  const named = shape[to] === ':' && /[^\s:]/u.test(shape[to + 1] ?? ' ');
  return { kind: 'word', text, prefix: shape[to - 1] === '*', named, from, to };
}

type Start = { from: number; operator: Operator; name: string; at: number };

/** The values after an operator's colon: separated by commas, in quotation marks where they hold spaces. */
function readFilter(typed: string, shape: string, { from, operator, name, at }: Start): Read {
  const values: ValueToken[] = [];
  let next = at;
  for (;;) {
    const start = next;
    if (shape[next] === '"') {
      const end = shape.indexOf('"', next + 1);
      next = end < 0 ? shape.length : end + 1;
      values.push({ text: tidy(typed.slice(start + 1, end < 0 ? shape.length : end)), from: start, to: next });
    } else {
      while (next < shape.length && !valueEnd.test(shape[next] ?? '')) next++;
      values.push({ text: tidy(typed.slice(start, next)), from: start, to: next });
    }
    if (shape[next] !== ',') break;
    next++;
  }
  const given = values.filter(({ text }) => text !== '');
  return { token: { kind: 'filter', operator, name, values: given, from, to: next }, next };
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
