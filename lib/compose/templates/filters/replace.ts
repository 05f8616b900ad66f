/** Every occurrence of a text by another. */
import { plainOf, text } from '../value';
import type { Filter } from './filter';

/** A short text in place of every letter of a long one must not fill the memory. */
const longest = 100_000;

export const replace: Filter = {
  name: 'replace',
  args: { least: 1, most: 2 },
  shape: () => 'text',
  apply: (input, [wanted, by], { language }) => {
    const words = plainOf(input, language);
    const from = wanted?.kind === 'text' ? wanted.text : '';
    const to = by?.kind === 'text' ? by.text : '';
    if (!from) return text(words);
    const pieces = words.split(from);
    return text(words.length + (pieces.length - 1) * to.length > longest ? words : pieces.join(to));
  },
  example: 'title|replace:"EV":"electric car"',
};
