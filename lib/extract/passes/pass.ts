/** The contract of an extraction pass: one small, guarded change, with the reason why it is made. */
import type { PageMetadata } from '../metadata/read-metadata';
import type { Page } from '../page';

/** What passes on the article work with. */
export type Article = {
  /** What Readability found, still marked; passes change it. */
  root: Element;
  /** The page as it was before Readability, after the page passes: only to be read, never changed. */
  page: Page;
  /** The elements of that page by their mark. */
  marked: readonly Element[];
  metadata: PageMetadata;
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
