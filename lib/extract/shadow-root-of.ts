/** How a script of an extension reaches shadow trees. */

/** Extensions see closed shadow trees too: Firefox by a property, Chromium by `chrome.dom`. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const firefox = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  const { chrome } = globalThis as { chrome?: { dom?: { openOrClosedShadowRoot(of: Element): ShadowRoot | null } } };
  return element instanceof HTMLElement && chrome?.dom
    ? chrome.dom.openOrClosedShadowRoot(element)
    : element.shadowRoot;
}
