/** Capital letters. */
import { plainOf, text } from '../value';
import type { Filter } from './filter';

export const upper: Filter = {
  name: 'upper',
  args: { least: 0, most: 0 },
  shape: () => 'text',
  apply: (input, _args, { language }) => text(plainOf(input, language).toLocaleUpperCase()),
  example: 'outlet|upper',
};
