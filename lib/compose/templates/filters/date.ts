/** A date by a pattern of letters; without one as the language writes it. */
import { writtenDate } from '../../../model/written-date';
import { patternDate } from '../dates';
import { plainOf, text } from '../value';
import type { Filter } from './filter';

export const date: Filter = {
  name: 'date',
  args: { least: 0, most: 1 },
  shape: () => 'text',
  apply: (input, [pattern], { language }) => {
    const iso = plainOf(input, '');
    if (!pattern) return text(writtenDate(iso, language)?.words ?? '');
    return text(patternDate(iso, plainOf(pattern, ''), language));
  },
  example: 'date|date:"YYYY-MM-DD"',
};
