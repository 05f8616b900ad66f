/** The first item of a list; of a text its first sentence. */
import { splitSentences } from '../../../model/sentences';
import { plainOf, text } from '../value';
import type { Filter } from './filter';

export const first: Filter = {
  name: 'first',
  args: { least: 0, most: 0 },
  shape: (input) => (typeof input === 'object' && 'list' in input ? input.list : 'text'),
  apply: (input, _args, { language }) => {
    if (input.kind === 'list') return input.items[0] ?? text('');
    return text(splitSentences(plainOf(input, language))[0] ?? '');
  },
  example: 'tags|first',
};
