/** The kinds of terms an index holds: the first character of a term says what follows and how its list is written. */

/** Words of the text. */
export const bodyFamily = 'b';
/** Conditions that operators ask for: `t:leather`, `s:inbox`. Their lists are runs of documents without weights. */
export const filterFamily = 'f';
/** Words of headline, tags, note, outlet, author and highlights. */
export const metaFamily = 't';
/** Spaced words spelled backwards, and as they are: where misspelled words look for their neighbours. No lists. */
export const reversedFamily = 'v';
export const wordFamily = 'w';

/** The two halves of a document: its text, and what people edit. Each is replaced without the other. */
export type Part = 'body' | 'meta';

export const partOf = (term: string): Part => (term.startsWith(bodyFamily) ? 'body' : 'meta');

export type ListForm = 'weighted' | 'runs' | 'none';

export function formOf(term: string): ListForm {
  if (term.startsWith(filterFamily)) return 'runs';
  return term.startsWith(bodyFamily) || term.startsWith(metaFamily) ? 'weighted' : 'none';
}
