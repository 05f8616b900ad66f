/** A copy of a live page that nothing in the page can hold on to: no page script, no clobbered property, no great depth. */
import { unwrap } from './dom';
import { flattenShadowTrees, type ShadowRootOf } from './shadow-trees';

/** What the copy would cost, measured before it is made. */
export type PageSize = { elements: number; depth: number };

// The page may have elements named like the document's own methods (`<img name="querySelectorAll">`), which hide them.
// These are the originals.
const createWalker = Document.prototype.createTreeWalker;
const select = Document.prototype.querySelectorAll;
const cloneNode = Node.prototype.cloneNode;
const readChildNodes = Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes')?.get;

/** Elements whose `name` or `id` becomes a property of the document or of a form. */
const clobbering = 'button,embed,fieldset,form,iframe,img,input,object,output,select,textarea';
const controls = 'button,datalist,fieldset>legend,input,keygen,meter,optgroup,option,output,progress,select,textarea';

/** Counts elements and depth without recursion; stops counting when both limits are passed. */
export function measurePage(document: Document, limit: PageSize): PageSize {
  const walker = createWalker.call(document, document, NodeFilter.SHOW_ELEMENT);
  const size = { elements: 0, depth: 0 };
  let depth = 0;
  let node: Node | null = walker.firstChild();
  while (node && size.elements <= limit.elements && size.depth <= limit.depth) {
    size.elements++;
    depth++;
    size.depth = Math.max(size.depth, depth);
    node = walker.firstChild();
    while (!node) {
      node = walker.nextSibling();
      if (node) {
        depth--;
        break;
      }
      if (!walker.parentNode()) return size;
      depth--;
    }
  }
  return size;
}

/**
 * The copy. Shadow trees are laid out in the place of their hosts, so that text in web components is not lost.
 */
export function copyPage(document: Document, shadowRootOf: ShadowRootOf): Document {
  const copy = cloneNode.call(document, true) as Document;
  flattenShadowTrees(select.call(document, '*'), () => select.call(copy, '*'), shadowRootOf);
  makeSafe(copy);
  return copy;
}

/** Takes from a copy what could hide a DOM method from Readability; forms become plain containers. */
export function makeSafe(root: Document | Element): void {
  const find = (selector: string): Element[] => [
    ...(root.nodeType === Node.DOCUMENT_NODE ? select : Element.prototype.querySelectorAll).call(root, selector),
  ];
  for (const element of find(clobbering)) {
    Element.prototype.removeAttribute.call(element, 'name');
    if (element.localName !== 'form') Element.prototype.removeAttribute.call(element, 'id');
  }
  // A button around a picture opens it large: the picture is content.
  for (const button of find('button')) if (button.querySelector('img')) unwrap(button);
  for (const control of find(controls)) control.remove();
  for (const element of find('form,fieldset')) replaceWithDiv(element);
}

function replaceWithDiv(element: Element): void {
  const div = element.ownerDocument.createElement('div');
  for (const name of ['class', 'id']) {
    const value = element.getAttribute(name);
    if (value) div.setAttribute(name, value);
  }
  const children = readChildNodes?.call(element) as NodeListOf<ChildNode>;
  for (const child of [...children]) div.append(child);
  element.replaceWith(div);
}
