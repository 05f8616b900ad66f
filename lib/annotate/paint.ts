/**
 * Paints highlights without a change of the document, by https://drafts.csswg.org/css-highlight-api-1/. What they look
 * like is said by style sheets for `::highlight(clipsheet-<colour>)`. Browsers without it get boxes over the words.
 */
import { type AnnotationId, highlightColours } from '../model/annotation';
import { paintBoxes } from './paint-boxes';
import type { Painted } from './painted';

/**
 * Puts these highlights in the place of all that were painted before in this document, frames aside; the active one is
 * emphasised. What is painted are copies that never change: a page's scripts can reach whatever is in the registry.
 */
export function paintHighlights(document: Document, all: readonly Painted[], active: AnnotationId | null): void {
  const view = document.defaultView;
  if (!view) return;
  if (!view.CSS?.highlights) return void paintBoxes(document, all, active);
  const paint = (name: string, shown: readonly Painted[], priority: number) => {
    const ranges = shown
      .flatMap((one) => one.ranges)
      .filter((range) => range.startContainer.ownerDocument === document);
    const known = registered(document).get(name);
    const highlight = known ?? new view.Highlight();
    highlight.clear();
    if (ranges.length === 0) return void view.CSS.highlights.delete(name);
    for (const range of ranges) highlight.add(new view.StaticRange(range));
    highlight.priority = priority;
    view.CSS.highlights.set(name, highlight);
    registered(document).set(name, highlight);
  };
  for (const colour of highlightColours)
    paint(
      `clipsheet-${colour}`,
      all.filter((one) => one.colour === colour),
      0,
    );
  paint(
    'clipsheet-active',
    all.filter(({ id }) => id === active),
    1,
  );
}

const registries = new WeakMap<Document, Map<string, Highlight>>();

/**
 * What was put into the registry of a document, to be emptied by hand: from the frames of a page Firefox does not remove
 * what an extension has put there.
 */
function registered(document: Document): Map<string, Highlight> {
  const known = registries.get(document) ?? new Map<string, Highlight>();
  registries.set(document, known);
  return known;
}

/** The highlight at a point of the document's window; of several the shortest, which is the one people mean. */
export function highlightAt(document: Document, all: readonly Painted[], x: number, y: number): AnnotationId | null {
  const isHere = (range: Range) => range.startContainer.ownerDocument === document && isOver(range, x, y);
  const hit = all.filter(({ ranges }) => ranges.some(isHere));
  hit.sort((a, b) => lengthOf(a) - lengthOf(b));
  return hit[0]?.id ?? null;
}

/** On the words themselves, not beside the end of a line. */
function isOver(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left - 1 && x <= right + 1 && y >= top && y <= bottom,
  );
}

function lengthOf({ ranges }: Painted): number {
  return ranges.reduce((sum, range) => sum + range.toString().length, 0);
}
