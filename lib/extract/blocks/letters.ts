/**
 * Letters without Unicode's tables, for the characters of most texts: V8 takes up to a millisecond to make a search of
 * `\p{L}`, and makes it anew for each page.
 */

const notPlain =
  /[^\0-\xff\u2000-\u206f\u20a0-\u20bf\u2190-\u23ff\u2500-\u26ff\u3000-\u3004\u3008-\u3020一-\u9fff\uff01-\uff0f\uff1a-\uff20]/;

/** Whether the classes below say all of the letters and numbers in `text`: Latin as in the west of Europe, and most Han. */
export function isPlain(text: string): boolean {
  return !notPlain.test(text);
}

/** For the inside of a character class: what `\p{L}` is in plain texts. */
export const plainLetters = 'a-zA-ZªµºÀ-ÖØ-öø-ÿ一-\u9fff';
/** The same of `\p{N}`. */
export const plainNumbers = '0-9²³¹¼-¾';
/** The same of `\p{Lu}` in a search that ignores case. */
export const plainCased = 'a-zA-ZµÀ-ÖØ-öø-ÿ';

/** No character of Han or kana comes before these. */
const mayBeWide = /[\u2e80-\uffff]/;
export const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether `text` holds Han or kana. */
export function holdsWide(text: string): boolean {
  return mayBeWide.test(text) && wide.test(text);
}
