/** How long a text is, for scripts with and without spaces between words. */
import type { TextLength } from './clip';

/** A character of a script without spaces (Han, kana), or a run of letters and digits of the others. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+(?:['’.,\-‑][[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+)*/gv;
const space = /\s/u;

/**
 * The rule of word processors: a Han or kana character is one word; everything else (Latin, Cyrillic, Hangul, digits
 * …) counts by runs, and `don't`, `e-mail` and `1,000.5` are one word. Characters are code points that are not white
 * space, punctuation included. So `特斯拉 Model Y 降价` is 7 words and 11 characters.
 */
export function measureText(text: string): TextLength {
  let characters = 0;
  for (const character of text) if (!space.test(character)) characters++;
  return { words: text.match(word)?.length ?? 0, characters };
}

/** Whether a text of this language is counted in characters (Chinese, Japanese) instead of words. */
export function countsCharacters(language: string | null): boolean {
  return /^(?:zh|ja|yue|cmn|wuu|lzh)\b/iu.test(language ?? '');
}
