/** Between ranges of a document and places in its text, both ways. */
import { childNodesOf, firstChildOf, nextSiblingOf, parentNodeOf } from './originals';
import { offsetIn, pointAt, type TextModel } from './text-model';

export type Span = { start: number; end: number };

/** The words a range holds, without white space at either end; null when it holds none that can be annotated. */
export function spanOf(model: TextModel, range: AbstractRange): Span | null {
  const start = offsetOf(model, range.startContainer, range.startOffset);
  const end = offsetOf(model, range.endContainer, range.endOffset);
  if (start === null) return null;
  return trim(model.text, { start, end: end ?? model.text.length });
}

/** Without white space at its ends, and never half a character; null when nothing is left. */
export function trim(text: string, { start, end }: Span): Span | null {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)];
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  if (isLow(text, from)) from--;
  if (isLow(text, to)) to++;
  return from < to ? { start: from, end: to } : null;
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * The ranges that cover a span: one for each text node, since a range cannot leave a shadow tree or a frame, and so
 * that nothing is covered that is not part of the text.
 */
export function rangesOf(model: TextModel, { start, end }: Span): Range[] {
  const [first, last] = [pointAt(model, start), pointAt(model, end, true)];
  if (!first || !last) return [];
  const [from, to] = [model.indexOf(first.node) ?? 0, model.indexOf(last.node) ?? -1];
  return model.nodes.slice(from, to + 1).flatMap((node) => {
    const begin = node === first.node ? first.at : 0;
    const stop = node === last.node ? last.at : node.data.length;
    if (!node.isConnected || node.data.slice(begin, stop).trim() === '') return [];
    const range = node.ownerDocument.createRange();
    range.setStart(node, begin);
    range.setEnd(node, stop);
    return [range];
  });
}

/** The place in the text of a point of the document; null when there is no text at or after it. */
function offsetOf(model: TextModel, container: Node, offset: number): number | null {
  const own = model.indexOf(container);
  if (own !== undefined) return offsetIn(model, own, offset);
  const next = textAtOrAfter(model, container, offset);
  return next === undefined ? null : (model.starts[next] ?? null);
}

function textAtOrAfter(model: TextModel, container: Node, offset: number): number | undefined {
  let node: Node | null = childNodesOf(container)[offset] ?? nextOutside(container);
  while (node) {
    const index = model.indexOf(node);
    if (index !== undefined) return index;
    node = firstChildOf(node) ?? nextOutside(node);
  }
  return undefined;
}

/** The node after `node` and all that it holds; out of a shadow tree or a frame it goes on after what holds that. */
function nextOutside(node: Node): Node | null {
  let at: Node | null = node;
  while (at) {
    const next = nextSiblingOf(at);
    if (next) return next;
    at = parentNodeOf(at) ?? (at as Partial<ShadowRoot>).host ?? frameOf(at);
  }
  return null;
}

/** The element that shows a document; null for the page itself. */
function frameOf(node: Node): Element | null {
  return (node as Partial<Document>).defaultView?.frameElement ?? null;
}
