/** The Chinese word at a place: browsers differ in what a double click selects where no spaces part the words. */
import type { Span } from './ranges';
import { rangesOf } from './ranges';
import { offsetIn, type TextModel } from './text-model';

const han = /\p{Script=Han}/u;
/** Characters on each side that a word is looked for in: more than any sentence needs. */
const reach = 60;

/** The word around a place of a text, when it stands on a Chinese character; null elsewhere: there browsers know best. */
export function chineseWordAt(text: string, at: number): Span | null {
  if (!han.test(text.slice(at, at + 2)) || !han.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) return null;
  // From a border of the run of Chinese, so that the words before are the ones that are there.
  const before = text.slice(Math.max(0, at - reach), at);
  const start = at - (/\p{Script=Han}*$/u.exec(before)?.[0].length ?? 0);
  const run = /^\p{Script=Han}*/u.exec(text.slice(start, at + reach))?.[0] ?? '';
  const word = new Intl.Segmenter('zh', { granularity: 'word' }).segment(run).containing(at - start);
  return word ? { start: start + word.index, end: start + word.index + word.segment.length } : null;
}

/**
 * Selects the Chinese word at a point of a document's window; whether there is one. To be called after a double click.
 * `roots`: the shadow trees in which words may be.
 */
export function selectWordAt(
  document: Document,
  model: TextModel,
  point: { x: number; y: number },
  roots: ShadowRoot[] = [],
): boolean {
  const caret = caretAt(document, point, roots);
  const index = caret && model.indexOf(caret.node);
  if (!caret || index === undefined || index === null) return false;
  // A caret is between two characters: the one that was pressed is on either side.
  const offset = offsetIn(model, index, caret.at);
  const isAt = (at: number) => {
    const word = chineseWordAt(model.text, at);
    const ranges = word ? rangesOf(model, word) : [];
    return ranges.some((range) => [...range.getClientRects()].some((rect) => holds(rect, point))) ? ranges : null;
  };
  const ranges = isAt(offset) ?? isAt(offset - 1);
  const [first, last] = [ranges?.[0], ranges?.at(-1)];
  if (!first || !last) return false;
  const selection = document.defaultView?.getSelection();
  selection?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
  return true;
}

function caretAt(
  document: Document,
  { x, y }: { x: number; y: number },
  shadowRoots: ShadowRoot[],
): { node: Node; at: number } | null {
  if (document.caretPositionFromPoint) {
    const found = document.caretPositionFromPoint(x, y, { shadowRoots });
    return found && { node: found.offsetNode, at: found.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, at: range.startOffset } : null;
}

function holds({ left, right, top, bottom }: DOMRect, { x, y }: { x: number; y: number }): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
