/** Misspelled words: which words of the vocabulary are near one that was typed. */

/** Words that may be misspelled, and words that may be meant, have this many letters. */
const shortest = 4;
const longest = 30;
const letters = /^[\p{L}\p{M}\p{N}]*\p{L}[\p{L}\p{M}\p{N}]*$/u;

/** Whether a token belongs to the vocabulary: a word of a script that spaces its words, neither short nor a number. */
export function isWord(token: string): boolean {
  if (token.length < shortest || token.length > longest) return false;
  for (let i = 0; i < token.length; i++) if (token.charCodeAt(i) > 0x0dff) return false;
  return letters.test(token);
}

export function reversed(word: string): string {
  let back = '';
  for (let i = word.length - 1; i >= 0; i--) back += word.charAt(i);
  return back;
}

/** How many typing errors a word may have: one from five letters on, two from nine. */
export function errorsIn(word: string): 0 | 1 | 2 {
  if (word.length < 5 || !isWord(word)) return 0;
  return word.length < 9 ? 1 : 2;
}

/**
 * How many letters have to be added, left out, replaced or swapped with their neighbour to make one word of the other;
 * `most` + 1 when it is more than that (optimal string alignment, the band around the diagonal only).
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const far = most + 1;
  let twoBack: number[] = [];
  let oneBack = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(far);
    if (i <= most) row[0] = i;
    let least = row[0] ?? far;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = (oneBack[j - 1] ?? far) + (same ? 0 : 1);
      cost = Math.min(cost, (oneBack[j] ?? far) + 1, (row[j - 1] ?? far) + 1);
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (twoBack[j - 2] ?? far) + 1);
      row[j] = Math.min(cost, far);
      least = Math.min(least, cost);
    }
    if (least > most) return far;
    [twoBack, oneBack] = [oneBack, row];
  }
  return oneBack[b.length] ?? far;
}

/** Parts of the vocabulary to look through: words with this beginning, or with this end. */
export type WordRange = { beginning: string } | { ending: string };

/**
 * Where words with one error stand: an error leaves the first or the second half of a word as it is, but for two
 * letters swapped across the middle, of which there is one word only.
 */
export function rangesForOne(word: string): { ranges: WordRange[]; also: string[] } {
  const middle = word.length >> 1;
  const swapped = word.slice(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1) + word.slice(middle + 1);
  return { ranges: [{ beginning: word.slice(0, middle) }, { ending: word.slice(middle) }], also: [swapped] };
}

/** Where most words with two errors stand: those whose first or last third is as it was. The rest needs the whole vocabulary. */
export function rangesForTwo(word: string): WordRange[] {
  const third = Math.floor(word.length / 3);
  return [{ beginning: word.slice(0, third) }, { ending: word.slice(word.length - third) }];
}
