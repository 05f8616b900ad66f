/**
 * Properties of nodes as the browser defines them: the elements of a form take the places of its properties when they
 * are named like them. `instanceof` is no help either, since it does not know the elements of frames.
 */

/** Looked up at the first use: the build reads this where there is no DOM. */
function original<Holder extends object, Name extends keyof Holder>(
  holder: () => Holder,
  name: Name,
): (of: Holder) => Holder[Name] {
  let get: ((this: Holder) => Holder[Name]) | undefined;
  return (of) => {
    get ??= Object.getOwnPropertyDescriptor(holder(), name)?.get;
    return get ? get.call(of) : of[name];
  };
}

export const nodeNameOf = original(() => Node.prototype, 'nodeName');
export const nodeTypeOf = original(() => Node.prototype, 'nodeType');
export const childNodesOf = original(() => Node.prototype, 'childNodes');
export const firstChildOf = original(() => Node.prototype, 'firstChild');
export const nextSiblingOf = original(() => Node.prototype, 'nextSibling');
export const parentNodeOf = original(() => Node.prototype, 'parentNode');
export const parentElementOf = original(() => Node.prototype, 'parentElement');
export const localNameOf = original(() => Element.prototype, 'localName');
export const previousElementOf = original(() => Element.prototype, 'previousElementSibling');
