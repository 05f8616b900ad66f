/** Where the words of a search stand in a text, so that a view can mark them. */
import { foldText, parseTextQuery } from '../model/text-query';

export type MarkedPart = { text: string; marked: boolean };

/** The text in parts, in order, those that answer the search marked; one unmarked part when nothing does. */
export function markMatches(text: string, typed: string): MarkedPart[] {
  const { terms } = parseTextQuery(typed);
  if (terms.length === 0) return [{ text, marked: false }];
  const { folded, starts } = foldWithPlaces(text);
  const marked = new Set<number>();
  for (const term of terms)
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1))
      if (startsWord(folded, at))
        for (let i = starts[at] ?? 0; i < (starts[at + term.length] ?? text.length); i++) marked.add(i);
  const parts: MarkedPart[] = [];
  for (let i = 0; i < text.length; i++) {
    const last = parts.at(-1);
    if (last?.marked === marked.has(i)) last.text += text[i];
    else parts.push({ text: text[i] ?? '', marked: marked.has(i) });
  }
  return parts;
}

/** Folding changes lengths (`½` becomes three characters), so each folded character knows where it came from. */
function foldWithPlaces(text: string): { folded: string; starts: number[] } {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = foldText(character);
    for (let i = 0; i < part.length; i++) starts.push(at);
    folded += part;
    at += character.length;
  }
  starts.push(text.length);
  return { folded, starts };
}

const spaced = /[\p{L}\p{N}]/u;
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;

/** As the search itself: from the start of a word, or anywhere in scripts that do not space words. */
function startsWord(folded: string, at: number): boolean {
  const before = folded.charAt(at - 1);
  return at === 0 || !spaced.test(before) || unspaced.test(before) || unspaced.test(folded.charAt(at));
}
