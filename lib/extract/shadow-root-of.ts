/** How a script of an extension reaches shadow trees. */

type Closed = { openOrClosedShadowRoot(of: Element): ShadowRoot | null };

/** Of Chromium; asked once, since a page's window looks for all that it has not among the page's names. */
const closed = (globalThis as { chrome?: { dom?: Closed } }).chrome?.dom;

/** Extensions see closed shadow trees too: Firefox by a property, Chromium by `chrome.dom`. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (closed && element instanceof HTMLElement) return closed.openOrClosedShadowRoot(element);
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? element.shadowRoot;
}
