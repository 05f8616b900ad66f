/** The values of an operator as a filter; what it does not know is reported and left out. */
import type { FilterNode, QueryProblemKind, TextFilterName } from '../model/search-query';
import { cleanTag } from '../model/tag';
import { foldText } from '../model/text-query';
import { siteOf } from '../model/url';
import { type DateContext, dateWords, readDates } from './query-dates';
import type { ValueToken } from './query-lexer';
import { hasWords, isWords, languageWords, nearest, type Operator, statusWords, wordFor } from './query-words';

type Report = (kind: QueryProblemKind, value: ValueToken, near?: string) => void;

/** The filter of an operator and its values (at least one); null when none of them says anything. */
export function filterOf(
  operator: Exclude<Operator, 'sort'>,
  values: readonly ValueToken[],
  context: DateContext,
  report: Report,
): FilterNode | null {
  switch (operator) {
    case 'clipped':
    case 'published':
      return dateFilter(operator, values, context, report);
    case 'status':
      return anyOf(operator, wordsOf(values, statusWords, report));
    case 'is':
      return anyOf(operator, wordsOf(values, isWords, report));
    case 'has':
      return anyOf(operator, wordsOf(values, hasWords, report));
    default:
      return anyOf(operator, readTexts(operator, values, report));
  }
}

/** Without repeats. */
const anyOf = <Name extends string, Value>(name: Name, values: readonly Value[]) =>
  values.length > 0 ? { kind: 'filter' as const, name, values: [...new Set(values)] } : null;

function wordsOf<Value extends string>(
  values: readonly ValueToken[],
  words: Readonly<Record<Value, readonly string[]>>,
  report: Report,
): Value[] {
  return values.flatMap((value) => {
    const word = foldText(value.text);
    const found = wordFor(words, word);
    if (!found) report('unknown-value', value, nearest(word, Object.keys(words)));
    return found ?? [];
  });
}

function readTexts(name: TextFilterName, values: readonly ValueToken[], report: Report): string[] {
  return values.flatMap((value) => {
    const read = readers[name](value.text);
    if (read === '') report('unknown-value', value);
    return read || [];
  });
}

/** Each gives the value as it is compared, or '' when it is none. Reading a read value gives it again. */
const readers: Readonly<Record<TextFilterName, (text: string) => string>> = {
  tag: cleanTag,
  site: readSite,
  by: (text) => text,
  lang: readLanguage,
  import: (text) => text,
  url: (text) => text,
};

/** `https://www.example.com/news` and `WWW.example.com` are `example.com`; anything else is an outlet's name. */
function readSite(text: string): string {
  if (!/^(?:https?:\/\/)?[^\s/]+\.[^\s/.]{2,}(?:[/:].*)?$/iu.test(text)) return text;
  return siteOf(/^https?:/iu.test(text) ? text : `https://${text}`) || text;
}

function readLanguage(text: string): string {
  const word = foldText(text);
  const named = wordFor(languageWords, word) ?? word.split(/[-_]/u)[0] ?? '';
  return /^[a-z]{2,3}$/u.test(named) ? named : '';
}

/** A span has no alternatives: of several values the first that is one counts. */
function dateFilter(
  name: 'clipped' | 'published',
  values: readonly ValueToken[],
  context: DateContext,
  report: Report,
): FilterNode | null {
  let filter: FilterNode | null = null;
  for (const value of values) {
    const typed = value.text.normalize('NFKC').replace(/\s+/gu, '-');
    const read = readDates(typed, context);
    if (!read) report('bad-date', value, nearest(typed.toLowerCase(), dateWords));
    else if (read.reversed) report('reversed-range', value);
    if (read && !filter) filter = { kind: 'filter', name, typed, ...read.span };
  }
  return filter;
}
