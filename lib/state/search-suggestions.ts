/** What the search box offers for what is being typed: operators, their values, saved and earlier searches. */
import { clipStatuses } from '../model/clip';
import { hasValues, isValues, searchSorts } from '../model/search-query';
import { tagKey } from '../model/tag';
import { foldText } from '../model/text-query';
import { complete, type Typing, typingAt } from '../search/query-complete';
import { type Operator, operatorNames, operators } from '../search/query-words';
import type { Facets } from '../store/facets';
import { t } from './i18n';
import { dateChoices, nameOfDate, nameOfLanguage, nameOfValue } from './search-names';

export type Suggestion =
  | { kind: 'operator'; operator: Operator; label: string; detail: string }
  | { kind: 'value'; operator: Operator; value: string; label: string; detail: string; count?: number }
  | { kind: 'search'; source: 'recent' | 'saved'; query: string; label: string; detail: string };

/** A search with a name. */
type Named = { name: string; query: string };
export type Known = { counts: Facets | null; recent: readonly string[]; saved: readonly Named[] };

const most = 8;

/** At most eight, the likeliest first; none where nothing fits, and where text in quotation marks is being typed. */
export function suggestFor(typed: string, caret: number, known: Known): Suggestion[] {
  if (typed.trim() === '') return [...searchesFor('', known).slice(0, 5), ...operatorsFor('').slice(0, 5)];
  const typing = typingAt(typed, caret);
  if (!typing) return [];
  if (typing.kind === 'value') return valuesFor(typing, known).slice(0, most);
  const whole = typing.from === 0 && typing.to === typed.length;
  return [
    ...operatorsFor(typing.text),
    ...tagsFor(typing.text, known.counts, []).slice(0, 3),
    ...(whole ? searchesFor(typing.text, known) : []),
  ].slice(0, most);
}

/** The text with a suggestion taken, and where the caret goes. */
export function takeSuggestion(
  typed: string,
  caret: number,
  suggestion: Suggestion,
): { typed: string; caret: number; done: boolean } {
  if (suggestion.kind === 'search') {
    const query = `${suggestion.query.trim()} `;
    return { typed: query, caret: query.length, done: true };
  }
  const typing: Typing = typingAt(typed, caret) ?? { kind: 'word', from: caret, to: caret, text: '' };
  const { operator } = suggestion;
  const chosen = suggestion.kind === 'value' ? { operator, value: suggestion.value } : { operator };
  return { ...complete(typed, typing, chosen), done: suggestion.kind === 'value' };
}

/** Whether Enter should take the first suggestion: a value is being typed that is none yet. */
export function isHalfTyped(typed: string, caret: number, suggestions: readonly Suggestion[]): boolean {
  const typing = typingAt(typed, caret);
  if (typing?.kind !== 'value' || suggestions.length === 0) return false;
  const text = foldText(typing.text);
  return !suggestions.some((one) => one.kind === 'value' && foldText(one.value) === text);
}

function operatorsFor(typed: string): Suggestion[] {
  const start = foldText(typed);
  return operators
    .filter((operator) => [operator, ...operatorNames[operator]].some((name) => name.startsWith(start)))
    .map((operator) => ({
      kind: 'operator',
      operator,
      label: `${operator}:`,
      detail: t(`search_operator_${operator}`),
    }));
}

function searchesFor(typed: string, { recent, saved }: Known): Suggestion[] {
  const wanted = foldText(typed);
  const named = saved.filter(({ name }) => foldText(name).includes(wanted));
  const earlier = recent.filter((query) => foldText(query).includes(wanted) && query.trim() !== typed.trim());
  return [
    ...(typed ? named : []).map(
      ({ name, query }): Suggestion => ({ kind: 'search', source: 'saved', query, label: name, detail: query }),
    ),
    ...earlier.map(
      (query): Suggestion => ({ kind: 'search', source: 'recent', query, label: query, detail: t('search_recent') }),
    ),
  ];
}

function tagsFor(typed: string, counts: Facets | null, taken: readonly string[]): Suggestion[] {
  const tags = (counts?.tags ?? []).map(({ name, count }) => ({ value: name, label: name, count }));
  return matching('tag', typed, taken, tags);
}

function valuesFor({ operator, text, taken }: Extract<Typing, { kind: 'value' }>, { counts }: Known): Suggestion[] {
  switch (operator) {
    case 'tag':
      return tagsFor(text, counts, taken);
    case 'site':
      return matching(operator, text, taken, (counts?.sites ?? []).map(counted));
    case 'lang':
      return matching(
        operator,
        text,
        taken,
        (counts?.languages ?? []).map(({ name, count }) => ({ value: name, label: nameOfLanguage(name), count })),
      );
    case 'clipped':
    case 'published':
      return matching(
        operator,
        text,
        taken,
        dateChoices.map((value) => ({ value, label: nameOfDate(value) })),
      );
    case 'by':
    case 'import':
      return [];
    default:
      return matching(
        operator,
        text,
        taken,
        choices[operator].map((value) => ({ value, label: nameOfValue(operator, value) })),
      );
  }
}

const choices = { status: clipStatuses, is: isValues, has: hasValues, sort: searchSorts } as const;
const counted = ({ name, count }: { name: string; count: number }) => ({ value: name, label: name, count });

type Choice = { value: string; label: string; count?: number };

/** Those that begin with what is typed, then those that hold it; their order stays within each. */
function matching(operator: Operator, typed: string, taken: readonly string[], from: readonly Choice[]): Suggestion[] {
  const wanted = foldText(typed);
  const gone = new Set(taken.map(tagKey));
  const rank = ({ value, label }: Choice) => {
    const names = [foldText(value), foldText(label)];
    return names.some((name) => name.startsWith(wanted)) ? 0 : names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return from
    .filter((choice) => rank(choice) < 2 && !gone.has(tagKey(choice.value)))
    .map((choice, i) => ({ choice, i, rank: rank(choice) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .slice(0, most)
    .map(({ choice }) => ({
      kind: 'value',
      operator,
      detail: choice.label === choice.value ? '' : `${operator}:${choice.value}`,
      ...choice,
    }));
}
