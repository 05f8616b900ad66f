/** How many characters of which kind a text has, in one walk: a search for each kind takes several times as long. */
import { isPlain, wide } from './letters';

/** No character is of two kinds; the last is for those of none. */
const patterns = [/\s/u, wide, /[,，、;；]/u, /[.!?。！？]/u, /\d/u, /\p{Lu}/u, /[©@|›»→▶•·｜]/u, /./su];
/** The same for plain texts. */
const plain = patterns.with(1, /[一-\u9fff]/u).with(5, /[A-ZÀ-ÖØ-Þ]/u);

/** Where `countCharacters` has the number of each; `runs` are of what is neither a space nor Han or kana. */
export const kind = { runs: 0, space: 1, wide: 2, comma: 3, stop: 4, digit: 5, capital: 6, sign: 7 } as const;

/** The kinds of the characters of ASCII: nothing is searched for the most common. */
const ascii =
  '88888888811111888888888888888888148888888888384855555555558388847666666666666666666666666668888888888888888888888888888888887888';

/** The kind of each unit of UTF-16 that was met; 0 for the others, and for halves of characters. */
const known = new Uint8Array(0x10000);

type Kind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
type Counts = [number, number, number, number, number, number, number, number, number];

/** Letters of no kind, of which one is as good as several in a row. */
const small = /[a-z]{2,}/g;

/** The numbers, by `kind`. */
export function countCharacters(whole: string): Counts {
  const text = whole.replace(small, 'a');
  const counts: Counts = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let before: number = kind.space;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let found = known[unit] as number;
    if (found === 0) {
      const character = String.fromCodePoint(text.codePointAt(at) as number);
      found = kindOf(character);
      if (unit < 0xd800 || unit > 0xdfff) known[unit] = found;
      at += character.length - 1;
    }
    counts[found as Kind]++;
    if (found > kind.wide && before <= kind.wide) counts[kind.runs]++;
    before = found;
  }
  return counts;
}

function kindOf(character: string): number {
  const common = ascii[character.charCodeAt(0)];
  if (common) return Number(common);
  return 1 + (isPlain(character) ? plain : patterns).findIndex((pattern) => pattern.test(character));
}
