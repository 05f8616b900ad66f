// @ts-check
/** Where an element is in the window. Runs in the page, so it closes over nothing. */

/** @param {string} selector */
export function middleOf(selector) {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  // A hostile page may have replaced `getBoundingClientRect`.
  const { left = 0, top = 0, width = 0, height = 0 } = element.getClientRects()[0] ?? {};
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}

/** Whether a frame has any size. Runs in the frame. */
export function isInSight() {
  return innerWidth > 0 && innerHeight > 0;
}
