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

/** How a list is written: `dense-list.ts` says of the lists with weights which are not gaps. */
export type ListForm = 'gaps' | 'dense' | 'runs' | 'none';

/** The form of a family's lists, if it has any; lists in `gaps` may be dense each by itself. */
export function formOf(term: string): Exclude<ListForm, 'dense'> {
  if (term.startsWith(filterFamily)) return 'runs';
  return term.startsWith(bodyFamily) || term.startsWith(metaFamily) ? 'gaps' : 'none';
}
