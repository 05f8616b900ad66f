/** Words of a text as selectors by which they can be found again. */
import type { RangeSelector, TextPositionSelector, TextSelectors, XPathSelector } from '../model/annotation';
import { childNodesOf, localNameOf, nodeTypeOf, parentElementOf, previousElementOf } from './originals';
import { rangesOf, type Span } from './ranges';
import { offsetIn, type TextModel } from './text-model';

/** Characters of context on each side. */
const contextLength = 32;

/** Selectors of a span, after https://www.w3.org/TR/annotation-model/#selectors. */
export function describeSpan(model: TextModel, span: Span): TextSelectors {
  const { text } = model;
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(span.start, span.end),
      prefix: text.slice(whole(text, Math.max(0, span.start - contextLength)), span.start),
      suffix: text.slice(span.end, whole(text, Math.min(text.length, span.end + contextLength))),
    },
    position: { type: 'TextPositionSelector', ...span },
    range: describeRange(model, span),
  };
}

/** Never between the halves of a character. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

/** Null where a path cannot lead: into shadow trees and frames. */
function describeRange(model: TextModel, span: Span): RangeSelector | null {
  const ranges = rangesOf(model, span);
  const [first, last] = [ranges[0], ranges.at(-1)];
  const document = model.nodes[0]?.ownerDocument;
  if (!first || !last || [first, last].some(({ startContainer }) => startContainer.getRootNode() !== document))
    return null;
  const startSelector = describePoint(model, first.startContainer, first.startOffset);
  const endSelector = describePoint(model, last.endContainer, last.endOffset);
  return startSelector && endSelector && { type: 'RangeSelector', startSelector, endSelector };
}

function describePoint(model: TextModel, node: Node, at: number): XPathSelector | null {
  const element = node.parentElement;
  const index = model.indexOf(node);
  const first = element && firstTextIn(model, element);
  if (!element || index === undefined || first === undefined || first === null) return null;
  const place = offsetIn(model, index, at) - (model.starts[first] ?? 0);
  const refinedBy: TextPositionSelector = { type: 'TextPositionSelector', start: place, end: place };
  return { type: 'XPathSelector', value: pathOf(element), refinedBy };
}

/** Where the words of a point are expected by its path; null when the path leads nowhere. */
export function findPoint(model: TextModel, document: Document, point: XPathSelector): number | null {
  const element = followPath(document, point.value);
  const first = element && firstTextIn(model, element);
  return first === undefined || first === null ? null : (model.starts[first] ?? 0) + point.refinedBy.start;
}

function firstTextIn(model: TextModel, element: Element): number | undefined {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const index = model.indexOf(node);
    if (index !== undefined) return index;
  }
  return undefined;
}

/** A path of element names and places, the plainest of XPaths: `/html[1]/body[1]/div[2]`. */
function pathOf(element: Element): string {
  let path = '';
  for (let at: Element | null = element; at; at = parentElementOf(at)) {
    const name = localNameOf(at);
    let place = 1;
    for (let before = previousElementOf(at); before; before = previousElementOf(before))
      if (localNameOf(before) === name) place++;
    path = `/${name}[${place}]${path}`;
  }
  return path;
}

/** Reads such a path by itself: `evaluate` is a page's to replace, and pages have namespaces. */
function followPath(document: Document, path: string): Element | null {
  let at: Element | Document | null = document;
  for (const [, name, place] of path.matchAll(/\/([^/[\]]+)\[(\d+)\]/gu)) {
    const children: Node[] = at ? [...childNodesOf(at)] : [];
    const same = children.filter((node) => nodeTypeOf(node) === 1 && localNameOf(node as Element) === name);
    at = (same[Number(place) - 1] as Element | undefined) ?? null;
    if (!at) return null;
  }
  return at === document ? null : (at as Element);
}
