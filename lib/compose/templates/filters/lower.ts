/** Small letters. */
import { plainOf, text } from '../value';
import type { Filter } from './filter';

export const lower: Filter = {
  name: 'lower',
  args: { least: 0, most: 0 },
  shape: () => 'text',
  apply: (input, _args, { language }) => text(plainOf(input, language).toLocaleLowerCase()),
  example: 'outlet|lower',
};
