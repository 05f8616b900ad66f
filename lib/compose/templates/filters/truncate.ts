/** The beginning of a text, with an ellipsis: so many characters, Latin words whole. */
import { plainOf, text } from '../value';
import type { Filter } from './filter';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export const truncate: Filter = {
  name: 'truncate',
  args: { least: 1, most: 1 },
  shape: () => 'text',
  apply: (input, [most], { language }) => {
    const words = plainOf(input, language);
    const limit = most?.kind === 'number' ? most.number : 0;
    if (limit <= 0 || words.length <= limit) return text(words);
    // A grapheme is never shorter than one unit, so this much is enough to look at.
    const letters = [...graphemes.segment(words.slice(0, limit * 16))].map(({ segment }) => segment);
    if (letters.length <= limit) return text(words);
    const cut = letters.slice(0, limit).join('');
    const isWithinWord = /[\p{L}\p{N}]$/u.test(cut) && /^[\p{L}\p{N}]/u.test(letters[limit] ?? '');
    const whole = isWithinWord && !hanEnd.test(cut) ? cut.replace(latinEnd, '') : cut;
    return text(`${(whole || cut).replace(/[\s,;:，；：、–—-]+$/u, '')}…`);
  },
  example: 'title|truncate:60',
};

const hanEnd = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const latinEnd = /[[\p{L}\p{N}'’]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+$/v;
