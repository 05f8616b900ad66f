/** Readies an article's tree for sanitising: absolute addresses, real pictures, no empty wrappers. */
import { allowedAttributes, droppedWithContent } from '../model/article-html';
import { absoluteAddress } from './absolute-address';
import { textOf } from './clean-text';
import { attribute, find, select, unwrap } from './dom';
import { isContentImage } from './figures';
import type { Page } from './page';

const dropped = droppedWithContent.filter((tag) => tag !== 'iframe').join(',');
const empties = 'p,div,section,span,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,figure,figcaption,small,strong,em,b,i,a';
const filled = 'img,hr,br,table,iframe';
const allowed = new Set(Object.values(allowedAttributes).flat());

/** Changes the tree under `root`; what stays is what a reader sees. */
export function tidyArticle(root: Element, page: Page): void {
  for (const element of select(root, dropped)) element.remove();
  makeAbsolute(root, page);
  dropOrnaments(root);
  for (const span of select(root, 'span:not([lang]):not([dir])')) unwrap(span);
  for (const link of select(root, 'a')) if (leadsToPicture(link)) unwrap(link);
  const holding = findHolding(root);
  for (const element of select(root, empties)) if (!holding.has(element)) element.remove();
  for (const div of select(root, 'div,section')) if (isWrapper(div)) unwrap(div);
  // The sanitiser would take them out as well, but looks at each much longer. It makes links of frames, and what was made by
  // `is` is written out with it even without the attribute: such elements have to go.
  for (const element of select(root, ':not(iframe,meta,[is])')) {
    for (const name of element.getAttributeNames()) if (!allowed.has(name)) element.removeAttribute(name);
  }
}

/** The elements that hold words, or something else to see. */
function findHolding(root: Element): Set<Node> {
  const holding = new Set<Node>();
  const addAbove = (from: Node): void => {
    for (let at = from.parentNode; at && !holding.has(at); at = at === root ? null : at.parentNode) holding.add(at);
  };
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) if (!isBlank(text.nodeValue)) addAbove(text);
  for (const element of select(root, filled)) addAbove(element);
  return holding;
}

/** Links, quotations and images get absolute addresses; what has none loses the attribute. */
function makeAbsolute(root: Element, page: Page): void {
  for (const link of select(root, 'a[href]')) {
    const written = attribute(link, 'href').trim();
    if (/^mailto:/iu.test(written)) continue;
    setOrRemove(link, 'href', written.startsWith('#') ? null : absoluteAddress(page.base, written));
  }
  for (const name of ['src', 'cite']) {
    for (const element of select(root, `[${name}]`)) {
      setOrRemove(element, name, absoluteAddress(page.base, element.getAttribute(name)));
    }
  }
}

function setOrRemove(element: Element, name: string, value: string | null): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/** Takes out images that show nothing, and each picture's second appearance. */
function dropOrnaments(root: Element): void {
  const seen = new Set<string>();
  for (const image of select(root, 'img')) {
    const address = attribute(image, 'src');
    if (isContentImage(image) && !seen.has(address)) {
      seen.add(address);
      continue;
    }
    const figure = image.closest('figure');
    image.remove();
    if (figure && !find(figure, 'img,table,pre,blockquote,iframe') && textOf(figure).length < 200) figure.remove();
  }
}

/** A link around a picture that only opens it. */
function leadsToPicture(link: Element): boolean {
  return link.firstElementChild !== null && isBlank(link.textContent) && find(link, 'img') !== null;
}

/** A container that has no words of its own and says nothing about those it holds. */
function isWrapper(div: Element): boolean {
  if (div.hasAttribute('lang') || div.hasAttribute('dir')) return false;
  for (let child = div.firstChild; child; child = child.nextSibling)
    if (child.nodeType !== Node.ELEMENT_NODE && !isBlank(child.nodeValue)) return false;
  return true;
}

function isBlank(text: string | null): boolean {
  return text === null || !/\S/u.test(text);
}
