/**
 * Paints highlights without a change of the document, by https://drafts.csswg.org/css-highlight-api-1/. What they look
 * like is said by style sheets for `::highlight(clipsheet-<colour>)`.
 */
import type { AnnotationId, HighlightColour } from '../model/annotation';
import { highlightColours } from '../model/annotation';

export type Painted = { id: AnnotationId; colour: HighlightColour; ranges: readonly Range[] };

/** Puts these highlights in the place of all that were painted before; the active one is emphasised. */
export function paintHighlights(document: Document, all: readonly Painted[], active: AnnotationId | null): void {
  const { CSS, Highlight } = document.defaultView ?? globalThis;
  for (const colour of highlightColours) {
    const ranges = all.filter((one) => one.colour === colour).flatMap((one) => one.ranges);
    set(CSS.highlights, `clipsheet-${colour}`, ranges.length > 0 ? new Highlight(...ranges) : null);
  }
  const emphasised = all.find(({ id }) => id === active)?.ranges ?? [];
  const highlight = emphasised.length > 0 ? new Highlight(...emphasised) : null;
  if (highlight) highlight.priority = 1;
  set(CSS.highlights, 'clipsheet-active', highlight);
}

function set(registry: HighlightRegistry, name: string, highlight: Highlight | null): void {
  if (highlight) registry.set(name, highlight);
  else registry.delete(name);
}

/** The highlight at a point of the window; of several the shortest, which is the one people mean. */
export function highlightAt(document: Document, all: readonly Painted[], x: number, y: number): AnnotationId | null {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (!caret) return null;
  const { offsetNode, offset } = caret;
  const hit = all.filter(({ ranges }) =>
    ranges.some((range) => range.isPointInRange(offsetNode, offset) && isOver(range, x, y)),
  );
  hit.sort((a, b) => lengthOf(a) - lengthOf(b));
  return hit[0]?.id ?? null;
}

/** The caret is also found beside a line; the words are not there. */
function isOver(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left - 1 && x <= right + 1 && y >= top && y <= bottom,
  );
}

function lengthOf({ ranges }: Painted): number {
  return ranges.reduce((sum, range) => sum + range.toString().length, 0);
}
