/** What is missing of a post, as sentences. */
import type { Problem } from '../compose/problems';
import { formatPercent, locale, t, tn } from './i18n';

export type { Problem, ProblemPlace } from '../compose/problems';

/** What is wrong and, where it is not plain, what to do. */
export function describeProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'no-headline':
      return t('compose_problem_no_headline');
    case 'headline-of-source':
      return t('compose_problem_headline_of_source');
    case 'bad-slug':
      return t('compose_problem_bad_slug');
    case 'bad-address':
      return t('compose_problem_bad_address');
    case 'no-address':
      return t('compose_problem_no_address');
    case 'slug-taken':
      return t('compose_problem_slug_taken');
    case 'nothing-said':
      return t('compose_problem_nothing_said');
    case 'empty':
      return t('compose_problem_empty');
    case 'no-entries':
      return t('compose_problem_no_entries');
    case 'clip-gone':
      return t('compose_problem_clip_gone');
    case 'standing-gone':
      return t('compose_problem_standing_gone');
    case 'no-quotes':
      return t('compose_problem_no_quotes', problem.title);
    case 'no-text':
      return t('compose_problem_no_text', problem.title);
    case 'source-incomplete':
      return t(incomplete(problem.missing), problem.title);
    case 'over-limit':
      return t(
        'compose_problem_over_limit',
        formatPercent(problem.percent / 100),
        problem.title,
        formatPercent(problem.limit / 100),
      );
    case 'image-words':
      return tn(
        'compose_problem_images',
        problem.count,
        formatList(problem.missing.map((word) => t(imageWords[word]))),
      );
  }
}

function incomplete(missing: readonly string[]) {
  if (missing.length > 1) return 'compose_problem_no_outlet_no_link';
  return missing.includes('outlet') ? 'compose_problem_no_outlet' : 'compose_problem_no_link';
}

const imageWords = { alt: 'compose_alt', caption: 'compose_caption', rights: 'compose_rights' } as const;

function formatList(words: readonly string[]): string {
  return new Intl.ListFormat(locale.value, { type: 'unit' }).format(words.map((word) => word.toLocaleLowerCase()));
}
