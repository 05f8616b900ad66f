/** A person's selection: its markup as a tree that stays valid without what was around it. */

import { select } from './dom';
import { bestSource } from './image-sources';
import type { Page } from './page';
import { makeSafe } from './safe-copy';

/** What must be around an element for it to be valid. */
const needed: Readonly<Record<string, string>> = {
  li: 'ul',
  dt: 'dl',
  dd: 'dl',
  tr: 'tbody',
  td: 'tr',
  th: 'tr',
  tbody: 'table',
  thead: 'table',
  tfoot: 'table',
  caption: 'table',
  colgroup: 'table',
  figcaption: 'figure',
  rt: 'ruby',
};

/**
 * The ranges of `selection`, each cloned with the list, table or quotation that it was taken from, in one fragment;
 * null when nothing is selected.
 */
export function cloneSelection(selection: Selection | null): DocumentFragment | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const fragment = new Document().createDocumentFragment();
  for (let index = 0; index < selection.rangeCount; index++) {
    const range = selection.getRangeAt(index);
    let part: Node = range.cloneContents();
    for (
      let around = elementOf(range.commonAncestorContainer);
      around && keepsMeaning(around);
      around = around.parentElement
    ) {
      const copy = around.cloneNode(false);
      copy.appendChild(part);
      part = copy;
    }
    fragment.append(part);
  }
  return fragment;
}

/** A copy of the selection in the page's copy, safe, with real image addresses and whole lists and tables. */
export function copySelection(fragment: DocumentFragment, page: Page): Element {
  const root = page.document.createElement('div');
  root.append(page.document.importNode(fragment, true));
  makeSafe(root);
  for (const image of select(root, 'img')) {
    const address = bestSource(image, page);
    if (address) image.setAttribute('src', address);
    else image.remove();
  }
  wrapStrays(root);
  return root;
}

/** Puts runs of list items, cells and the like that have lost their parent into a new one. */
function wrapStrays(root: Element): void {
  for (const [name, parent] of Object.entries(needed)) {
    for (const stray of select(root, name)) {
      const around = stray.parentElement;
      if (!around || isFitting(name, around)) continue;
      const made = root.ownerDocument.createElement(parent);
      stray.before(made);
      for (let next: Element | null = stray; next && next.localName === name; next = made.nextElementSibling)
        made.append(next);
    }
  }
}

function isFitting(name: string, parent: Element): boolean {
  if (name === 'li') return /^(?:ul|ol|menu)$/u.test(parent.localName);
  if (name === 'tr') return /^(?:table|tbody|thead|tfoot)$/u.test(parent.localName);
  if (name === 'dt' || name === 'dd') return /^(?:dl|div)$/u.test(parent.localName);
  return parent.localName === needed[name] || (name === 'colgroup' && parent.localName === 'table');
}

/** Containers that say what the selected words are: without them a list item would be a paragraph. */
function keepsMeaning(element: Element): boolean {
  return element.matches(
    'p,li,ul,ol,dl,dt,dd,table,tbody,thead,tfoot,tr,td,th,blockquote,pre,code,a,em,strong,b,i,h1,h2,h3,h4,h5,h6,figure,figcaption,q,sub,sup',
  );
}

function elementOf(node: Node): Element | null {
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
}
