/** HTML strings into inert documents, where no script runs and nothing loads. */
import { type TrustedHtml, trust } from './trusted-types';

/** A document of its own, without a window: hostile until it has been through `sanitizeArticle`. */
export function parseHtml(html: string): Document {
  return new DOMParser().parseFromString(trust(html), 'text/html');
}

/** Shows such a document in a frame, in place of what it showed. */
export function showDocument(frame: HTMLIFrameElement, html: TrustedHtml): void {
  frame.srcdoc = html;
}

/** A whole document of our own making, for `srcdoc`. Never for anything that has not been sanitised. */
export function trustedDocument(html: string): TrustedHtml {
  return trust(html);
}
