/** A text without something at its beginning and end: the outlet's name behind its headlines. */
import { plainOf, text } from '../value';
import type { Filter } from './filter';

export const strip: Filter = {
  name: 'strip',
  args: { least: 1, most: 1 },
  shape: () => 'text',
  apply: (input, [unwanted], { language }) => {
    const words = plainOf(input, language);
    const away = unwanted ? plainOf(unwanted, language) : '';
    if (!away) return text(words);
    const begun = words.startsWith(away) ? words.slice(away.length) : words;
    const ended = begun.endsWith(away) ? begun.slice(0, -away.length) : begun;
    return text(ended.replace(/^[\s\-–—_|·:：,，]+|[\s\-–—_|·:：,，]+$/gu, ''));
  },
  example: 'title|strip:outlet',
};
