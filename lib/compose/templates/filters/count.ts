/** How many: items of a list, otherwise characters of a text. */
import { plainOf } from '../value';
import type { Filter } from './filter';

export const count: Filter = {
  name: 'count',
  args: { least: 0, most: 0 },
  shape: () => 'number',
  apply: (input) => ({
    kind: 'number',
    number: input.kind === 'list' ? input.items.length : [...plainOf(input, '')].length,
  }),
  example: 'clips|count',
};
