/** A text as the set of its overlapping pieces, and of its numbers: what reprints of one story share. */

/** What two texts are compared by. */
export type StoryText = {
  /** 32-bit hashes of the pieces, ascending, each once. */
  shingles: Uint32Array;
  /** The figures in it, as digits: `12.5 %` and `12,5` are `125`. */
  numbers: ReadonlySet<string>;
};

/** Letters of a piece, where a Han character counts for three, as it does in UTF-8. */
const span = 12;
/** Beyond this many characters a text is not looked at: a book is no reprint of the news. */
const mostCharacters = 60_000;

const notLetter = /[^\p{L}\p{N}]+/gu;
const figure = /\d+(?:[.,\u202f\u00a0 ]\d{3}(?!\d))*(?:[.,]\d+)?/gu;

/**
 * Reads a text. Punctuation and white space do not count; `fold` makes one of the spellings that are to be one (case,
 * accents, traditional and simplified Chinese).
 */
export function readStory(text: string, fold: (text: string) => string): StoryText {
  const folded = fold(text.slice(0, mostCharacters));
  return { shingles: hashPieces(folded.replace(notLetter, '')), numbers: readNumbers(folded) };
}

/** Figures of two digits and more: a single one says little. */
function readNumbers(folded: string): Set<string> {
  const numbers = new Set<string>();
  for (const [written] of folded.matchAll(figure)) {
    const digits = written.replace(/\D/gu, '');
    if (digits.length > 1) numbers.add(digits);
  }
  return numbers;
}

/** Every window of `span` letters, hashed from running sums, so that its cost does not depend on the span. */
function hashPieces(letters: string): Uint32Array {
  const sums = new Uint32Array(letters.length + 1);
  for (let i = 0; i < letters.length; i++) sums[i + 1] = (Math.imul(sums[i] ?? 0, base) + letters.charCodeAt(i)) | 0;
  const hashes = new Uint32Array(letters.length);
  let made = 0;
  for (let start = 0, end = 0, width = 0; start < letters.length; start++) {
    while (width < span && end < letters.length) width += widthOf(letters.charCodeAt(end++));
    if (width < span) break;
    hashes[made++] = mix((sums[end] ?? 0) - Math.imul(sums[start] ?? 0, powers[end - start] ?? 0));
    width -= widthOf(letters.charCodeAt(start));
  }
  return unique(hashes.subarray(0, made).sort());
}

const base = 0x01000193;
const powers = Int32Array.from({ length: span + 1 }, () => 1);
for (let i = 1; i <= span; i++) powers[i] = Math.imul(powers[i - 1] ?? 0, base);

const widthOf = (unit: number): number => (unit >= 0x2e80 ? 3 : 1);

/** Spreads a hash over all 32 bits, so that its order is that of chance. https://github.com/aappleby/smhasher (fmix32) */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function unique(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (const hash of sorted) if (kept === 0 || sorted[kept - 1] !== hash) sorted[kept++] = hash;
  return sorted.slice(0, kept);
}
