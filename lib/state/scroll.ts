/** Brings things into sight: gently, unless the person wants nothing to move by itself. */

export function bringIntoSight(element: Element | null | undefined, block: ScrollLogicalPosition): void {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  element?.scrollIntoView({ block, behavior });
}
