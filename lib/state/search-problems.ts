/** What is wrong with a query, in a sentence that says what to type. */

import { clipStatuses } from '../model/clip';
import type { QueryProblem } from '../model/search-query';
import { hasValues, isValues, searchSorts } from '../model/search-query';
import { t } from './i18n';

const choices: Readonly<Record<string, readonly string[]>> = {
  status: clipStatuses,
  is: isValues,
  has: hasValues,
  sort: searchSorts,
  lang: ['en', 'zh', 'ja'],
};

/** One sentence, or two. */
export function describeProblem(problem: QueryProblem): string {
  const { kind, text, operator = '' } = problem;
  switch (kind) {
    case 'unknown-operator':
      return t('search_problem_unknown_operator', `${text}:`);
    case 'missing-value':
      return t('search_problem_missing_value', `${operator}:`, `${operator}:${exampleOf(operator)}`);
    case 'unknown-value':
      if (problem.near) return t('search_problem_misspelled_value', `${operator}:`, text);
      return t('search_problem_unknown_value', `${operator}:`, text, (choices[operator] ?? []).join(', '));
    case 'bad-date':
      return t('search_problem_bad_date', text);
    case 'reversed-range':
      return t('search_problem_reversed_range', text);
    case 'open-quote':
      return t('search_problem_open_quote');
    case 'open-bracket':
    case 'stray-bracket':
      return t('search_problem_bracket');
    case 'stray-or':
      return t('search_problem_stray_or');
    case 'no-words':
      return t('search_problem_no_words', text);
    case 'too-long':
      return t('search_problem_too_long');
  }
}

/** Whether a person may just not have finished typing it. */
export function isUnfinished({ kind, to }: QueryProblem, typed: string): boolean {
  return kind !== 'too-long' && to >= typed.trimEnd().length;
}

/** A value as one would type it. */
export function exampleOf(operator: string): string {
  const examples: Readonly<Record<string, string>> = {
    tag: t('search_example_tag'),
    site: 'example.com',
    by: t('search_example_by'),
    lang: 'zh',
    status: 'inbox',
    is: 'starred',
    has: 'image',
    clipped: '7d',
    published: '2026-10',
    sort: 'oldest',
  };
  return examples[operator] ?? '';
}
