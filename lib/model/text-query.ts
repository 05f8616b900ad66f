/** Typed search text and whether a clip's own words answer it; the full text of bodies is another matter. */
import type { Clip } from './clip';

/** Folded terms; a clip matches when it holds every one of them. */
export type TextQuery = { terms: readonly string[] };

const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]/u;
const wordCharacter = /[\p{L}\p{N}]/u;
const typedTerm = /["“”]([^"“”]+)["“”]|([^\s"“”，。、；！？]+)/gu;

/**
 * Text as it is compared: full-width and half-width, capitals and small letters, with and without Latin accents are
 * one. Marks that make another letter (Japanese voicing, Indic vowels) stay.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .normalize('NFC');
}

/** The terms of typed text, in order, without repeats; text in quotes is one term. */
export function parseTextQuery(typed: string): TextQuery {
  const terms = new Set<string>();
  for (const [, phrase, word] of typed.matchAll(typedTerm)) {
    const term = foldText(phrase ?? word ?? '')
      .replace(/\s+/gu, ' ')
      .trim();
    if (term) terms.add(term);
  }
  return { terms: [...terms] };
}

/**
 * Whether a clip's headline, note, tags, outlet or author hold every term. A term in a script that spaces its words
 * matches from the start of a word (`leath` finds "leather"), one in Chinese or Japanese anywhere.
 */
export function matchesTextQuery(query: TextQuery, clip: Clip): boolean {
  if (query.terms.length === 0) return true;
  const words = foldText(
    [clip.title, clip.sourceTitle, clip.note, ...clip.tags, clip.siteName, clip.byline, hostName(clip.url)].join('\n'),
  ).replace(/[^\S\n]+/gu, ' ');
  return query.terms.every((term) => holds(words, term));
}

function holds(words: string, term: string): boolean {
  for (let at = words.indexOf(term); at >= 0; at = words.indexOf(term, at + 1)) {
    const before = at === 0 ? '' : (Array.from(words.slice(Math.max(0, at - 2), at)).at(-1) ?? '');
    if (!wordCharacter.test(before) || unspaced.test(before) || unspaced.test(term.charAt(0))) return true;
  }
  return false;
}

function hostName(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
