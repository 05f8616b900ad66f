/** What scripts in a page leave for each other in the extension's isolated world; the page cannot see it. */
import type { SiteRule } from '../model/site-rule';
import type { FindArticle } from './read-page';

export type Handover = {
  __clipsheet?: {
    mode: 'page' | 'selection';
    rule?: SiteRule | null;
    /** Left by the script that knows how to follow the rule. */
    find?: FindArticle;
  };
};
