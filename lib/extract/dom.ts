/** What every part of extraction asks of the DOM, in few words: the script that holds it is injected on each click. */

/** The elements below `root` that match, in document order, in a list that stays as it is. */
export function select(root: ParentNode, selector: string): Element[] {
  const found: Element[] = [];
  const list = root.querySelectorAll(selector);
  for (let at = 0, { length } = list; at < length; at++) found.push(list[at] as Element); // a third of the time of [...list]
  return found;
}

/** The first of them. */
export function find(root: ParentNode | null | undefined, selector: string): Element | null {
  return root?.querySelector(selector) ?? null;
}

/** An attribute's value; empty when it is missing. */
export function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}

/** Class and id of an element, for tests on what a site calls it. */
export function nameOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
}

/** Leaves the children of an element where it stood. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** A new element with the children of `element`, which it loses. */
export function movedInto(name: string, element: Element): Element {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  return made;
}
