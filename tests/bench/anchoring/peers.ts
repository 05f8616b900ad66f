/** Well-known libraries for anchoring by quote, each used as its documentation says. */
import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import * as textQuote from 'dom-anchor-text-quote';

/** Describes a range of one document and looks for it in another; null when it is not found. */
type Peer = (before: Element, range: Range, after: Element, hint: number) => Promise<AbstractRange | null>;

export const peers: Record<string, Peer> = {
  'dom-anchor-text-quote': async (before, range, after, hint) => {
    const selector = textQuote.fromRange(before, range);
    try {
      return textQuote.toRange(after, selector, { hint });
    } catch {
      return null; // it throws where it finds nothing near
    }
  },
  'apache annotator': async (before, range, after) => {
    const scope = before.ownerDocument.createRange();
    scope.selectNodeContents(before);
    const selector = await describeTextQuote(range, scope);
    for await (const match of createTextQuoteSelectorMatcher(selector)(after)) return match;
    return null;
  },
};
