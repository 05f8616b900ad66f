/** What scripts in a page leave for each other in the extension's isolated world; the page cannot see it. */
import type { SiteRule } from '../model/site-rule';
import type { FindArticle } from './read-page';
import type { Asked } from './second-look/look-again';

export type Handover = {
  __clipsheet?: {
    mode: 'page' | 'selection';
    rule?: SiteRule | null;
    /** Left by the script that knows how to follow the rule. */
    find?: FindArticle;
  };
  /** What is read by hand: the block in `__clipsheetBlock`, the whole page, or the next page behind `html`. */
  __clipsheetByHand?: ByHand;
  /** The text that is stored, for the second look. */
  __clipsheetAgain?: Asked;
  /** The block that a person pointed at. */
  __clipsheetBlock?: Element;
  /** What the picker says, and what proves that it was asked for. */
  __clipsheetPicker?: { token: string; words: Record<string, string> };
  __clipsheetClosePicker?: () => void;
};

export type ByHand = { mode: 'block' | 'whole' } | { mode: 'next'; url: string; html: string; rule: SiteRule | null };
