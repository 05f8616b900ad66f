/** Whether a second text of a page is better than the first: by what the page says its text is, else by its size. */

/** Characters of a piece by which a text is known to hold another; signs and spaces are left out. */
const pieceLength = 30;
/** How much nearer the second text has to be to what the page says. */
const nearer = 0.15;
/**
 * Letters and digits of a first text that may be anything: a consent notice, a caption. Texts of more were right on each
 * real page with a known truth on which another one looked better by its length, or by what the page states.
 */
const tiny = 200;
const shortest = 250;

/** `said` is the page's own copy of its text, empty when it has none. */
export function isClearlyBetter(second: string, first: string, said: string): boolean {
  if (fold(first).length >= tiny || fold(second).length < shortest) return false;
  return said === '' || agreement(second, said) >= agreement(first, said) + nearer;
}

/** From 0 to 1: how much of each text is in the other. */
export function agreement(text: string, said: string): number {
  const [one, two] = [fold(text), fold(said)];
  const [precision, recall] = [shareIn(one, two), shareIn(two, one)];
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** The share of the pieces of one folded text that stand in another. */
export function shareIn(part: string, whole: string): number {
  let [count, found] = [0, 0];
  for (let at = 0; at < part.length; at += pieceLength) {
    count++;
    if (whole.includes(part.slice(at, at + pieceLength))) found++;
  }
  return count === 0 ? 0 : found / count;
}

/** Letters and digits only: what remains the same however a text is set. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
