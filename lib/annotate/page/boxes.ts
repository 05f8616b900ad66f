/** Where words are in the page's window, those in frames too. */

export type Box = { left: number; top: number; right: number; bottom: number };

/** The box around ranges as far as it is in sight; null when nothing of it is. */
export function boxOf(ranges: readonly Range[], view: Window): Box | null {
  const boxes = ranges.flatMap((range) => {
    const { x, y } = offsetOf(range.startContainer.ownerDocument?.defaultView ?? view, view);
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ left, top, right, bottom }) => ({ left: left + x, top: top + y, right: right + x, bottom: bottom + y }));
  });
  const seen = boxes.filter(
    ({ left, top, right, bottom }) => right > 0 && bottom > 0 && left < view.innerWidth && top < view.innerHeight,
  );
  if (seen.length === 0) return null;
  return {
    left: Math.max(0, Math.min(...seen.map((box) => box.left))),
    top: Math.max(0, Math.min(...seen.map((box) => box.top))),
    right: Math.min(view.innerWidth, Math.max(...seen.map((box) => box.right))),
    bottom: Math.min(view.innerHeight, Math.max(...seen.map((box) => box.bottom))),
  };
}

/** Where the window of a frame begins in the page's window. */
function offsetOf(view: Window, top: Window): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (let at = view; at !== top; ) {
    const frame = at.frameElement;
    const parent = frame?.ownerDocument.defaultView;
    if (!frame || !parent) break;
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
    at = parent;
  }
  return { x, y };
}

/** In the lower corner at the end of the window; in the upper one where it would lie under `other`. */
export function inCorner(
  { width, height }: { width: number; height: number },
  other: Box | null,
  view: Window,
): { left: number; top: number } {
  const left = Math.max(0, view.innerWidth - width - 12);
  const lower = Math.max(0, view.innerHeight - height - 8);
  const isUnder = (top: number) =>
    other !== null && left < other.right && other.left < left + width && top < other.bottom && other.top < top + height;
  return { left, top: isUnder(lower) && !isUnder(4) ? 4 : lower };
}

/** Above the words, below them where there is no room, else at the window's edge; never out of sight. */
export function besideBox(
  box: Box,
  { width, height }: { width: number; height: number },
  view: Window,
): { left: number; top: number } {
  const [gap, edge] = [2, 4];
  const above = box.top - height - gap;
  const below = box.bottom + gap;
  const lowest = Math.max(edge, view.innerHeight - height - edge);
  const top = above >= edge ? above : Math.min(below, lowest);
  const left = (box.left + box.right) / 2 - width / 2;
  return { left: Math.max(edge, Math.min(left, view.innerWidth - width - edge)), top };
}
