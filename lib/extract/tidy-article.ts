/** Last touches on the HTML of an article: no empty wrappers, no pictures of nothing, one level of `<div>`s less. */
import type { Page } from './page';
import { absoluteAddress } from './page';

/** Makes links and quotations absolute, images too; what has no address left loses the attribute. */
export function makeAbsolute(root: Element, page: Page): void {
  for (const link of root.querySelectorAll('a[href]')) {
    const written = link.getAttribute('href') ?? '';
    if (/^mailto:/iu.test(written.trim())) continue;
    const address = absoluteAddress(page, written);
    if (address && !written.startsWith('#')) link.setAttribute('href', address);
    else link.removeAttribute('href');
  }
  for (const name of ['src', 'cite']) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const address = absoluteAddress(page, element.getAttribute(name));
      if (address) element.setAttribute(name, address);
      else element.removeAttribute(name);
    }
  }
}

const empties = 'p,div,section,span,h2,h3,h4,h5,h6,ul,ol,li,blockquote,figure,figcaption,small,strong,em,b,i,a,table';

/** Removes what shows nothing and unwraps what says nothing; `root` is a tree by the allow-list. */
export function tidyArticle(root: Element): void {
  for (const span of [...root.querySelectorAll('span:not([lang]):not([dir]):not([title])')]) unwrap(span);
  for (const link of [...root.querySelectorAll('a')]) if (leadsToPicture(link)) unwrap(link);
  for (const element of [...root.querySelectorAll(empties)].reverse()) {
    if (!element.querySelector('img,hr,br,table') && (element.textContent ?? '').trim() === '') element.remove();
  }
  for (const div of [...root.querySelectorAll('div,section')]) {
    if (div.parentElement && isOnlyChild(div)) unwrap(div);
  }
  unwrapOnly(root);
}

/** A link around a picture that opens the picture. */
function leadsToPicture(link: Element): boolean {
  return link.querySelector('img') !== null && (link.textContent ?? '').trim() === '';
}

function isOnlyChild(div: Element): boolean {
  return (
    [...div.childNodes].every(
      (child) => child.nodeType === Node.ELEMENT_NODE || (child.nodeValue ?? '').trim() === '',
    ) &&
    !div.hasAttribute('lang') &&
    !div.hasAttribute('dir')
  );
}

function unwrapOnly(root: Element): void {
  root.normalize();
}

function unwrap(element: Element): void {
  while (element.firstChild) element.before(element.firstChild);
  element.remove();
}
