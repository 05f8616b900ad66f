/** Whether what was found is an article at all, or the lists and cards of a page that only leads to articles. */
import { textLength } from './clean-text';
import { find, select } from './dom';

/** More linked words than this, and the page is a list of links. */
const greatestLinked = 0.7;
const longEnough = 600;

/** How many characters of what was found lead nowhere else, at least one; 0 for a home page, a section page or a search result: nothing that a person would call its text. */
export function worthOf(root: Element): number {
  const total = textLength(root);
  let linked = 0;
  for (const link of select(root, 'a[href]')) linked += textLength(link);
  const own = total - linked;
  const isArticle = own >= longEnough || linked <= total * greatestLinked || find(root, 'figcaption') !== null;
  return isArticle ? Math.max(1, own) : 0;
}
