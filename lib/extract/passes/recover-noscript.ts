/** Pass: takes images out of `<noscript>`, where lazy loaders keep a copy for browsers without scripts. */
import { parseHtml } from '../../sanitize';
import { attribute, find, select } from '../dom';
import { usable } from '../image-sources';
import type { Page } from '../page';
import type { PagePass } from './pass';

export const recoverNoscript: PagePass = {
  name: 'recover-noscript',
  reason: 'Lazy loaders leave the only real address of an image in <noscript>.',
  run(page) {
    let changed = false;
    for (const noscript of select(page.document, 'noscript')) {
      if (noscript.isConnected && !noscript.closest('head')) changed = recover(noscript, page) || changed;
      noscript.remove();
    }
    return changed;
  },
};

/** One image of no size and nothing else: what most pages count with, known without a parser. */
const counter = /^\s*<img\s(?:[^<>]*\s)?(?:width|height)=["']?[012]["'\s][^<>]*>\s*$/iu;

function recover(noscript: Element, page: Page): boolean {
  // In a live page the content is text; in a document without scripting it is markup. innerHTML of the first is escaped.
  const html = noscript.textContent ?? '';
  if ((!/<img/iu.test(html) || counter.test(html)) && !find(noscript, 'img')) return false;
  const source = noscript.firstElementChild ? noscript : parseHtml(html).body;
  const images = select(source, 'img').filter((image) => isContent(image, page));
  const [image] = images;
  if (!image || images.length > 1) return false;
  const copy = page.document.importNode(image, true);
  copy.removeAttribute('name');
  copy.removeAttribute('id');
  const beside = imageIn(noscript.previousElementSibling) ?? imageIn(noscript.nextElementSibling);
  if (!beside) {
    noscript.before(copy);
    return true;
  }
  const shown = usable(beside.getAttribute('src'), page);
  if (shown && shown === usable(copy.getAttribute('src'), page)) return false;
  for (const name of ['src', 'srcset', 'alt', 'width', 'height']) {
    const value = copy.getAttribute(name);
    if (value && (name === 'src' || !beside.getAttribute(name))) beside.setAttribute(name, value);
  }
  return true;
}

/** The one image that an element is or holds. */
function imageIn(element: Element | null): Element | null {
  if (!element) return null;
  if (element.localName === 'img') return element;
  const images = select(element, 'img');
  return images.length === 1 && (element.textContent ?? '').trim() === '' ? (images[0] ?? null) : null;
}

/** Not a tracker: those are 1 × 1, hidden, or come from a counter's address. */
function isContent(image: Element, page: Page): boolean {
  const address = usable(image.getAttribute('src'), page) ?? usable(image.getAttribute('data-src'), page);
  if (
    !address ||
    /\/(?:pixel|track|tr|collect|beacon|p\?c1=|b\?)|[?&](?:ev|noscript)=|analytics|scorecard/iu.test(address)
  )
    return false;
  const size = ['width', 'height'].map((name) => Number.parseInt(attribute(image, name), 10));
  return !size.some((value) => value <= 2) && !/display:\s*none/iu.test(attribute(image, 'style'));
}
