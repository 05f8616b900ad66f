/** A document into a `ClipDraft` in one go; the extension does the two halves in two places. */
import type { ClipDraft } from '../model/clip';
import { makeDraft } from './make-draft';
import { type ReadOptions, readPage } from './read-page';

/** See `readPage` and `makeDraft`. */
export function extractArticle(document: Document, options: ReadOptions): ClipDraft {
  return makeDraft(readPage(document, options));
}
