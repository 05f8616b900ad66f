/** Two texts word by word: what they have in common, and what only one of them has. */
import { diffArrays } from 'diff';

/** A run of text and who has it. */
export type TextPiece = { text: string; in: 'both' | 'mine' | 'theirs' };

/** Beyond this many words that differ two texts are shown as wholly different: nobody follows more. */
const mostEdits = 600;

/**
 * The pieces of both texts in reading order: those that are not only `theirs` give `mine` when they are joined, and the
 * other way round. Words are those of the language (BCP 47), so Chinese is compared by words too.
 */
export function compareWords(mine: string, theirs: string, language: string): TextPiece[] {
  if (mine === theirs) return mine ? [{ text: mine, in: 'both' }] : [];
  const words = segmenterFor(language);
  const changes = diffArrays(split(mine, words), split(theirs, words), { maxEditLength: mostEdits });
  const pieces: TextPiece[] = changes
    ? changes.map(({ value, added, removed }) => ({
        text: value.join(''),
        in: added ? 'theirs' : removed ? 'mine' : 'both',
      }))
    : [
        { text: mine, in: 'mine' },
        { text: theirs, in: 'theirs' },
      ];
  return pieces.filter(({ text }) => text !== '');
}

function split(text: string, words: Intl.Segmenter): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' }); // not a well-formed tag: pages write anything
  }
}
