/** The contract of an extraction pass: one small, guarded change, with the reason why it is made. */
import type { Witnesses } from '../../model/page-reading';
import type { Blocks } from '../blocks/collect-blocks';
import { find } from '../dom';
import type { Outline } from '../outline';
import type { Page } from '../page';

/** What passes on the article work with. */
export type Article = {
  /** What Readability found, still marked; passes change it. */
  root: Element;
  /** The page, of which Readability has left nothing whole: `outline` says what stood where. */
  page: Page;
  outline: Outline;
  /** The page's text as it stood; none where a rule for the site says already what the article is. */
  blocks: Blocks;
  /** What the page says of the article, such as its headlines. */
  witnesses: Witnesses;
};

type Common = {
  /** Kebab case; written into the clip's capture report when the pass changed something. */
  name: string;
  /** The kind of page that needs it. */
  reason: string;
};

/** Before Readability, on the whole page. */
export type PagePass = Common & { run(page: Page): boolean };
/** After Readability, on the article. */
export type ArticlePass = Common & { run(article: Article): boolean };

/** Where figures are added to an article: Readability puts it into a page of its own. */
export function bodyOf({ root }: Article): Element {
  return find(root, '.page') ?? root;
}
