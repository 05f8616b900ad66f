/** The words around an article: between headline and text, and behind the text; where credits are written. */
import type { Witnesses } from '../../model/page-reading';

export type Zones = {
  /** The last words before the headline. */
  above: string;
  /** From the headline on, into the first words of the text; a line for each piece of text. */
  head: string;
  /** The text's last words, and what follows it. */
  foot: string;
};

const reach = { above: 60, head: 900, intoText: 120, beforeEnd: 160, behindEnd: 260 };
const probe = 14;

/** `text` is the article's, as it was taken from the page. */
export function findZones({ lines, headingAt, heading }: Witnesses, text: string): Zones {
  const index = squeeze(lines);
  const words = text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ''))
    .filter((line) => line.length > 5);
  const first = words.find((line) => line.length >= probe * 2) ?? words[0];
  const from = Math.max(0, headingAt);
  const begin = first ? index.find(first.slice(0, probe), from + heading.length) : -1;
  const end = lastOf(words.slice(-4), index, Math.max(begin, from));
  // Without a headline the words before the text are what there is.
  const start = headingAt >= 0 ? headingAt : Math.max(0, begin - 300);
  const until = begin > start ? Math.min(begin + reach.intoText, start + reach.head * 3) : start + reach.head;
  return {
    above: lines.slice(Math.max(0, from - reach.above), from),
    head: lines.slice(start, until),
    foot:
      end < 0
        ? text.slice(-reach.beforeEnd)
        : lines.slice(Math.max(from, end - reach.beforeEnd), end + reach.behindEnd),
  };
}

/** Where the last line that can be found ends. */
function lastOf(words: readonly string[], index: Squeezed, from: number): number {
  const places = words.map((line) => {
    const at = index.findLast(line.slice(-probe), from);
    return at < 0 ? -1 : at + probe;
  });
  return Math.max(-1, ...places);
}

type Squeezed = { find(words: string, from: number): number; findLast(words: string, from: number): number };

/** Text to be searched without regard to white space; places are those in `text`. */
function squeeze(text: string): Squeezed {
  const places: number[] = [];
  let squeezed = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (/\s/u.test(sign)) continue;
    squeezed += sign;
    places.push(at);
  }
  const check = (at: number, from: number): number => (at >= 0 && (places[at] ?? -1) >= from ? (places[at] ?? -1) : -1);
  const startOf = (from: number): number =>
    Math.max(
      0,
      places.findIndex((place) => place >= from),
    );
  return {
    find: (words, from) => check(squeezed.indexOf(words, startOf(from)), from),
    findLast: (words, from) => check(squeezed.lastIndexOf(words), from),
  };
}
