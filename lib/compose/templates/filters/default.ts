/** Another value where there is nothing. */
import { isThere } from '../value';
import type { Filter } from './filter';

export const defaultTo: Filter = {
  name: 'default',
  args: { least: 1, most: 1 },
  shape: (input) => input,
  apply: (input, [otherwise]) => (isThere(input) || !otherwise ? input : otherwise),
  example: 'author|default:outlet',
};
