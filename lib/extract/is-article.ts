/** Whether what was found is an article at all, or the lists and cards of a page that only leads to articles. */
import { textLength } from './clean-text';
import { find, select } from './dom';

/** More linked words than this, and the page is a list of links. */
const greatestLinked = 0.7;
const longEnough = 600;

/** False for a home page, a section page or a search result: nothing that a person would call its text. */
export function isArticle(root: Element): boolean {
  if (find(root, 'figcaption')) return true;
  const total = textLength(root);
  let linked = 0;
  for (const link of select(root, 'a[href]')) linked += textLength(link);
  return total - linked >= longEnough || linked <= total * greatestLinked;
}
