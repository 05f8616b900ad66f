/** How long a text is, for scripts with and without spaces between words. */
import type { TextLength } from './clip';

/** Scripts that are written without spaces and whose characters are counted one by one. */
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const word = new RegExp(
  `[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+(?:['’.,\\-‑](?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+)*`,
  'gu',
);

/**
 * The rule of word processors: a Han or kana character is one word; everything else (Latin, Cyrillic, Hangul, digits
 * …) counts by runs, and `don't`, `e-mail` and `1,000.5` are one word. Characters are code points that are not white
 * space, punctuation included. So `特斯拉 Model Y 降价` is 7 words and 11 characters.
 */
export function measureText(text: string): TextLength {
  let words = 0;
  for (const _ of text.matchAll(word)) words++;
  return { words, characters: [...text.replace(/\s+/gu, '')].length };
}

/** Whether a text of this language is counted in characters (Chinese, Japanese) instead of words. */
export function countsCharacters(language: string | null): boolean {
  return /^(?:zh|ja|yue|cmn|wuu|lzh)\b/iu.test(language ?? '');
}
