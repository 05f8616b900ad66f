/** Which blocks of a live page a person can point at, and how one gets from one to the next. */

/** The originals: a page may have elements named like these methods. */
const { getBoundingClientRect, matches, querySelector } = Element.prototype;
const smallest = { width: 24, height: 12 };
/** Blocks whose edges are all nearer than this look like one. */
const same = 4;

/** The nearest block at a point of the viewport, what lies in `except` aside; null over nothing. */
export function blockAt(document: Document, x: number, y: number, except: Element): Element | null {
  const under = document.elementsFromPoint(x, y).find((element) => element !== except);
  for (let at: Element | null = under ?? null; at; at = at.parentElement) if (isBlock(at)) return at;
  return null;
}

/** The next larger block around; null around the whole page. */
export function grow(block: Element): Element | null {
  for (let at = block.parentElement; at && at !== at.ownerDocument.documentElement; at = at.parentElement)
    if (isBlock(at) && !looksLike(at, block)) return at;
  return null;
}

/** The block inside that `path` (from the outside) leads to, else the largest inside; null when there is none. */
export function shrink(block: Element, path: readonly Element[]): Element | null {
  const before = path.find((element) => element !== block && block.contains(element) && isBlock(element));
  if (before) return before;
  let inside: Element = block;
  for (let depth = 0; depth < 30; depth++) {
    const largest = childrenOf(inside).reduce<Element | null>(
      (best, next) => (best && areaOf(best) >= areaOf(next) ? best : next),
      null,
    );
    if (!largest) return null;
    if (!looksLike(largest, block)) return largest;
    inside = largest;
  }
  return null;
}

/** The block before (-1) or after (1), beside `block` or beside what it is in. */
export function sibling(block: Element, step: -1 | 1): Element | null {
  const body = block.ownerDocument.body;
  for (let at: Element | null = block; at && at !== body; at = at.parentElement) {
    const move = (from: Element) => (step < 0 ? from.previousElementSibling : from.nextElementSibling);
    for (let next = move(at); next; next = move(next)) if (isBlock(next)) return next;
  }
  return null;
}

/** Where to begin: the block with the most text in paragraphs of its own, else the page. */
export function firstBlock(document: Document): Element | null {
  const lengths = new Map<Element, number>();
  for (const paragraph of document.querySelectorAll('p')) {
    const parent = paragraph.parentElement;
    if (parent) lengths.set(parent, (lengths.get(parent) ?? 0) + (paragraph.textContent?.length ?? 0));
  }
  const [best] = [...lengths].sort((a, b) => b[1] - a[1]).find(([element]) => isBlock(element)) ?? [];
  return best ?? (document.body && isBlock(document.body) ? document.body : null);
}

/** Something that is seen, stands as a block, and has words or pictures. */
function isBlock(element: Element): boolean {
  const { width, height } = getBoundingClientRect.call(element);
  if (width < smallest.width || height < smallest.height) return false;
  const view = element.ownerDocument.defaultView;
  if (!view || /^(?:inline|contents|none)$/u.test(view.getComputedStyle(element).display)) return false;
  if (matches.call(element, 'html,script,style,iframe,input,select,textarea,svg,svg *')) return false;
  return (
    (element.textContent ?? '').trim() !== '' ||
    querySelector.call(element, 'img,picture') !== null ||
    element.localName === 'img'
  );
}

function childrenOf(element: Element): Element[] {
  return [...element.children].filter(isBlock);
}

function areaOf(element: Element): number {
  const { width, height } = getBoundingClientRect.call(element);
  return width * height;
}

function looksLike(a: Element, b: Element): boolean {
  const [one, other] = [getBoundingClientRect.call(a), getBoundingClientRect.call(b)];
  return (['left', 'top', 'right', 'bottom'] as const).every((edge) => Math.abs(one[edge] - other[edge]) < same);
}
