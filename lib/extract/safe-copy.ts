/** A copy of a live page that nothing in the page can hold on to: no page script, no clobbered property, no great depth. */
import { unwrap } from './dom';
import { flattenShadowTrees, hosts, type ShadowRootOf } from './shadow-trees';

/** How large a page may be. */
type PageSize = { elements: number; depth: number };

/** Beyond this many characters, a page is too large whatever it is built of. */
const mostText = 8_000_000;

// The page may have elements named like the document's own methods (`<img name="querySelectorAll">`), which hide them.
// These are the originals.
const createWalker = Document.prototype.createTreeWalker;
const select = Document.prototype.querySelectorAll;
const getAll = Document.prototype.getElementsByTagName;
const cloneNode = Node.prototype.cloneNode;
const importNode = Document.prototype.importNode;
const readParent = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get;
const readText = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')?.get;
const readChildNodes = Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes')?.get;

/** Elements whose `name` or `id` becomes a property of the document or of a form. */
const clobbering = 'button,embed,fieldset,form,iframe,img,input,object,output,select,textarea';
/** Those, other controls, scripts and style sheets, which nothing asks for; what most elements are is named first: it ends the question. */
const unsafe = `:not(a,b,br,div,em,h2,h3,i,li,meta,p,span,strong,td,tr,ul):is(script:not([type*="ld+json" i]),${clobbering},datalist,fieldset>legend,keygen,meter,optgroup,option,progress,style,link[rel~="stylesheet" i])`;
const kept = /^(?:embed|fieldset|form|iframe|img|object)$/u;

/**
 * Whether a page has more elements, or is nested deeper, than `limit`. One of 0.3 × its depth elements in a row is
 * looked at: a chain of more than that has one of those at least at 0.7 × the depth, which is taken for too deep.
 */
export function isLargerThan(document: Document, limit: PageSize): boolean {
  const all = getAll.call(document, '*');
  const { length } = all;
  if (length > limit.elements) return true;
  for (let at = 0; at < length; at += limit.depth * 0.3) {
    let left = limit.depth * 0.7;
    for (let above: Node | null | undefined = all[at]; above; above = readParent?.call(above))
      if (left-- < 0) return true;
  }
  return false;
}

/** Whether a document has more text than can be read. Asked of a safe copy: of a page itself most would be scripts. */
export function isTooLong(document: Document): boolean {
  return readText?.call(getAll.call(document, '*')[0] ?? document)?.length > mostText;
}

/**
 * The copy. Shadow trees are laid out in the place of their hosts, so that text in web components is not lost. It is put
 * together outside its document: there its style sheets would be parsed, which takes longer than all else on some pages.
 */
export function copyPage(document: Document, shadowRootOf: ShadowRootOf): Document {
  const copy = cloneNode.call(document, false) as Document;
  const live = createWalker.call(document, document, NodeFilter.SHOW_ELEMENT).firstChild();
  if (!live) return copy;
  const root = importNode.call(copy, live, true) as Element;
  flattenShadowTrees(select.call(document, hosts), () => root.querySelectorAll(hosts), shadowRootOf);
  makeSafe(root);
  copy.append(root);
  return copy;
}

/**
 * Takes from a copy what could hide a DOM method from Readability, with controls, scripts and style sheets; forms become
 * plain containers.
 */
export function makeSafe(root: Document | Element): void {
  const query = root.nodeType === Node.DOCUMENT_NODE ? select : Element.prototype.querySelectorAll;
  const found: Element[] = [...query.call(root, unsafe)];
  for (const element of found) {
    Element.prototype.removeAttribute.call(element, 'name');
    if (element.localName !== 'form') Element.prototype.removeAttribute.call(element, 'id');
  }
  for (const element of found) {
    if (kept.test(element.localName)) continue;
    // A button around a picture opens it large: the picture is content.
    if (element.localName === 'button' && element.querySelector('img')) unwrap(element);
    else element.remove();
  }
  for (const element of found) if (/^(?:form|fieldset)$/u.test(element.localName)) replaceWithDiv(element);
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
