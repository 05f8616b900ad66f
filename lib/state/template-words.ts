/** Templates as people read of them: what is wrong in one and what to do, and what its names mean. */
import { filters } from '../compose/templates/filters/registry';
import { clipVariables, postVariables } from '../compose/templates/variables';
import type { TemplateField, TemplateMistake, TemplateProblem } from '../model/template';
import { joinSentences, type MessageKey, t } from './i18n';

/** One or two short sentences: what is wrong, and the remedy where it is known. */
export function describeMistake(mistake: TemplateMistake): string {
  switch (mistake.kind) {
    case 'unclosed-tag':
      return t('template_error_unclosed_tag', mistake.opening, closings[mistake.opening] ?? '');
    case 'unexpected':
      return t('template_error_unexpected', mistake.found);
    case 'unknown-tag':
    case 'unknown-variable':
    case 'unknown-filter':
      return meant(t(unknown[mistake.kind], mistake.name), mistake.suggestion);
    case 'unknown-field':
      return meant(t('template_error_field', mistake.name, mistake.of), mistake.suggestion);
    case 'unclosed-block':
      return t('template_error_unclosed_block', mistake.tag, `end${mistake.tag}`);
    case 'stray-tag':
      return t('template_error_stray', mistake.tag, mistake.belongsTo);
    case 'not-a-list':
      return t('template_error_not_list', mistake.name);
    case 'not-words': {
      const sentence = t('template_error_not_words', mistake.name);
      return mistake.fields ? joinSentences([sentence, t('template_error_try', mistake.fields)]) : sentence;
    }
    case 'argument-count':
      return t('template_error_arguments', mistake.name, countWords(mistake.least, mistake.most));
    case 'wrong-argument':
      return t('template_error_argument', mistake.name, mistake.allowed);
    case 'part-takes-nothing':
      return t('template_error_arguments', mistake.name, t('template_error_arguments_none'));
    case 'part-only-in-body':
      return t('template_error_only_body', mistake.name);
    case 'part-is-no-value':
      return t('template_error_no_value', mistake.name);
    case 'standing-missing':
      return t('template_error_standing', mistake.name);
    case 'too-long':
      return t('template_error_long', mistake.most);
    default:
      return t(plain[mistake.kind]);
  }
}

/** What probably was meant, to be put in its place with one click; null when nobody knows. */
export function suggestionOf(mistake: TemplateMistake): string | null {
  return 'suggestion' in mistake ? mistake.suggestion : null;
}

/** "Headline · Line 1, column 3". */
export function placeOf({ field, line, column }: TemplateProblem): string {
  return `${nameOfField(field)} · ${t('template_place', line, column)}`;
}

export function nameOfField(field: TemplateField): string {
  return t(`template_field_${field}` as MessageKey);
}

type Help = { name: string; words: string /** What is put into the text by a click. */; insert: string };

const helpOf = ({ name, shape }: { name: string; shape: unknown }): Help & { isPart: boolean } => ({
  name,
  words: t(`template_variable_${name}` as MessageKey),
  insert: inserts[name] ?? `{{${name}}}`,
  isPart: typeof shape === 'object' && shape !== null && 'part' in shape,
});

/** What there is to write, with what it means: values, parts and filters. */
export function templateHelp(): { values: Help[]; parts: Help[]; filters: Help[] } {
  const variables = [...clipVariables, ...postVariables].map(helpOf);
  return {
    values: variables.filter(({ isPart }) => !isPart),
    parts: variables.filter(({ isPart }) => isPart),
    filters: filters.map(({ name, example }) => ({
      name,
      words: t(`template_filter_${name}` as MessageKey),
      insert: `{{${example}}}`,
    })),
  };
}

const inserts: Readonly<Record<string, string>> = {
  clips: '{% for clip in clips %}\n{{title}}\n{% endfor %}',
  images: '{% for image in images %}\n{{image.caption}}\n{% endfor %}',
  standing: '{{standing:""}}',
};

const closings: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

const unknown = {
  'unknown-tag': 'template_error_tag',
  'unknown-variable': 'template_error_variable',
  'unknown-filter': 'template_error_filter',
} as const;

const plain = {
  'empty-tag': 'template_error_empty_tag',
  'unclosed-string': 'template_error_unclosed_string',
  'value-missing': 'template_error_value_missing',
  'comparison-outside-if': 'template_error_comparison',
  'wrong-for': 'template_error_for',
  'too-deep': 'template_error_deep',
  'too-much': 'template_error_much',
} as const;

function meant(sentence: string, suggestion: string | null): string {
  return suggestion ? joinSentences([sentence, t('template_error_meant', suggestion)]) : sentence;
}

function countWords(least: number, most: number): string {
  if (most === 0) return t('template_error_arguments_none');
  if (least === most && most === 1) return t('template_error_arguments_one');
  return least === 0 ? t('template_error_arguments_most', most) : t('template_error_arguments_range', least, most);
}
