/** What is known of one publisher's pages: data only, so that it can be handed into a page. */

/** Facts of an article that a rule can point at. */
export type RuledFact = 'title' | 'byline' | 'outlet' | 'date';

/**
 * Selectors are CSS; those of facts may end with `@attribute` for the value of an attribute instead of the words.
 * Lists are tried in order.
 */
export type SiteRule = {
  /** Kebab case; in the capture report. */
  name: string;
  /** Host names; each stands for its subdomains too. */
  hosts: readonly string[];
  /** Where the text is. All matches of the first selector that holds text are taken, in the order of the page. */
  article: readonly string[];
  /** What stands in the text and does not belong to it. */
  drop?: readonly string[];
  /** Words under or beside a picture that are its caption. */
  captions?: readonly string[];
  /** Pictures and galleries outside the text that belong to it; they follow it. */
  images?: readonly string[];
  facts?: Partial<Record<RuledFact, readonly string[]>>;
  /** Links to the next page of the same article. */
  next?: readonly string[];
};
