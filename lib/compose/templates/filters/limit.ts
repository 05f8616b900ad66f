/** The first so many items of a list. */
import { list } from '../value';
import type { Filter } from './filter';

export const limit: Filter = {
  name: 'limit',
  args: { least: 1, most: 1 },
  shape: (input) => input,
  apply: (input, [most]) =>
    input.kind === 'list' && most?.kind === 'number' ? list(input.items.slice(0, most.number)) : input,
  example: 'clips|limit:5',
};
