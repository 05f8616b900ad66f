/** A list in order, by a field of its items or by these themselves, `"down"` the other way; what has none comes last. */
import { isThere, list, orderOf, plainOf, type Value, wordsOf } from '../value';
import { fieldOf } from '../variables';
import type { Filter } from './filter';

export const sort: Filter = {
  name: 'sort',
  args: { least: 0, most: 2 },
  byField: true,
  shape: (input) => input,
  apply: (input, [by, direction], context) => {
    if (input.kind !== 'list') return input;
    const field = by ? plainOf(by, '') : '';
    const sign = direction && plainOf(direction, '') === 'down' ? -1 : 1;
    const keyed = input.items.map((item) => ({ item, key: field ? wordsOf(fieldOf(item, field, context)) : item }));
    const rank = (key: Value) => (isThere(key) ? 0 : 1);
    keyed.sort((a, b) => rank(a.key) - rank(b.key) || sign * orderOf(a.key, b.key));
    return list(keyed.map(({ item }) => item));
  },
  example: 'clips|sort:"date":"down"',
};
