/** Lays out shadow trees in a copied page, where `cloneNode` leaves them behind. */

/** How the shadow tree of an element is reached; extensions can reach closed ones too. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

const deepest = 20;
const readLocalName = Object.getOwnPropertyDescriptor(Element.prototype, 'localName')?.get;

/** Where hosts may be: without the tags that most elements have and no host can. */
export const hosts = ':not(html,a,b,br,em,h1,h2,h3,i,img,li,link,meta,p,path,script,span,strong,td,tr,ul)';

/**
 * For each live element with a shadow tree, its copy gets a copy of that tree as children, with what was slotted in
 * the place of the slots. `live` and `copies` are the same elements in the same order; the copies are only asked for when there is a host.
 */
export function flattenShadowTrees(
  live: ArrayLike<Element>,
  copies: () => ArrayLike<Element>,
  shadowRootOf: ShadowRootOf,
  depth = 0,
): void {
  if (depth > deepest) return;
  let all: ArrayLike<Element> | undefined;
  for (let index = 0; index < live.length; index++) {
    const element = live[index];
    const root = element && canHost(element) ? shadowRootOf(element) : null;
    if (!root) continue;
    all ??= copies();
    const copy = all[index];
    if (copy) layOut(root, copy, shadowRootOf, depth);
  }
}

/** Hosts in practice: custom elements, and the plain containers that frameworks attach to. */
function canHost(element: Element): boolean {
  const name: string = readLocalName?.call(element) ?? ''; // a control named so hides it on a live form
  return name === 'div' || name === 'section' || name === 'article' || name.includes('-');
}

function layOut(root: ShadowRoot, host: Element, shadowRootOf: ShadowRootOf, depth: number): void {
  const tree = host.ownerDocument.createElement('div');
  for (const child of root.childNodes) tree.append(host.ownerDocument.importNode(child, true));
  flattenShadowTrees(root.querySelectorAll(hosts), () => tree.querySelectorAll(hosts), shadowRootOf, depth + 1);
  const slotted = [...host.childNodes];
  for (const slot of tree.querySelectorAll('slot')) {
    const name = slot.getAttribute('name') ?? '';
    const assigned = slotted.filter((node) => slotOf(node) === name);
    slot.replaceWith(...(assigned.length > 0 ? assigned : [...slot.childNodes]));
  }
  for (const style of tree.querySelectorAll('style,link,script')) style.remove();
  host.replaceChildren(...tree.childNodes);
}

function slotOf(node: Node): string {
  return node.nodeType === Node.ELEMENT_NODE ? ((node as Element).getAttribute('slot') ?? '') : '';
}
