/** The second wall: stored HTML into a view, sanitised again and without a single request to the page's servers. */
import type { SafeHtml } from '../model/article-html';
import { parseHtml } from './parse-html';
import { purifyTree } from './sanitize-article';

export type MountOptions = {
  /** The address of the stored bytes of the image that the HTML names `src` (blob: or data:); null when there are none. */
  image?: (src: string) => string | null;
};

const localAddress = /^(?:blob:|data:image\/)/u;

/**
 * Replaces the children of `element` by `html`. Images get the address that `options.image` gives them; one without
 * becomes `<span data-image-placeholder>` with its alternative text. Both keep their first address in `data-image`.
 * Links open in a tab of their own and tell the target nothing.
 */
export function mountSafeHtml(element: Element, html: SafeHtml, options: MountOptions = {}): void {
  const body = purifyTree(parseHtml(html).body);
  for (const link of body.querySelectorAll('a')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  for (const image of body.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    const local = options.image?.(source) ?? '';
    if (localAddress.test(local)) showImage(image, source, local);
    else image.replaceWith(placeholder(image, source));
  }
  const fragment = element.ownerDocument.createDocumentFragment();
  while (body.firstChild) fragment.append(body.firstChild);
  element.replaceChildren(fragment);
}

function showImage(image: Element, source: string, local: string): void {
  image.setAttribute('data-image', source);
  image.setAttribute('decoding', 'async');
  image.setAttribute('src', local);
}

function placeholder(image: Element, source: string): Element {
  const span = image.ownerDocument.createElement('span');
  const alternative = image.getAttribute('alt')?.trim() ?? '';
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? '';
  span.setAttribute('data-image-placeholder', '');
  span.setAttribute('data-image', source);
  if (alternative || caption) {
    span.setAttribute('role', 'img');
    span.setAttribute('aria-label', alternative || caption);
  } else span.setAttribute('aria-hidden', 'true');
  span.textContent = alternative;
  return span;
}
