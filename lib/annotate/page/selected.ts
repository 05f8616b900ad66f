/** What a person has selected in a page, its shadow trees or its frames. */
import { rangesOf, type Span, spanOf } from '../ranges';
import type { PageText } from './page-text';

export type Selected = { span: Span; ranges: readonly Range[] };

/** The words that are selected; null when none are, or only in a field. */
export function selectedIn(page: PageText): Selected | null {
  for (const document of page.documents()) {
    const range = selectedRange(document, page.shadowRoots());
    if (!range) continue;
    const { model } = page.read();
    const span = spanOf(model, range);
    const ranges = span ? rangesOf(model, span) : [];
    if (span && ranges.length > 0) return { span, ranges };
  }
  return null;
}

/** `getRangeAt` ends where a shadow tree begins; only the composed range leads inside. */
function selectedRange(document: Document, shadowRoots: readonly ShadowRoot[]): AbstractRange | null {
  const selection = document.defaultView?.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const own = shadowRoots.filter((root) => root.ownerDocument === document);
  const [composed] = selection.getComposedRanges?.({ shadowRoots: own }) ?? [];
  const range = composed ?? selection.getRangeAt(0);
  if (range.startContainer === range.endContainer && range.startOffset === range.endOffset) return null;
  return isEdited(range.startContainer) ? null : range;
}

/** Words in an editor are being written, not read. */
function isEdited(node: Node): boolean {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return element?.closest('[contenteditable]:not([contenteditable=false]), input, textarea') != null;
}

/** Takes the selection away, so that a new highlight is seen in its colour. */
export function clearSelection(page: PageText): void {
  for (const document of page.documents()) document.defaultView?.getSelection()?.removeAllRanges();
}
