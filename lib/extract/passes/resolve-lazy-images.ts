/** Pass: gives each image its real, absolute address in `src`, and turns `<picture>` into that one image. */
import { absoluteAddress } from '../absolute-address';
import { find, select } from '../dom';
import { bestSource } from '../image-sources';
import type { PagePass } from './pass';

const ofLoaders = /^(?:srcset|sizes|loading|crossorigin|usemap|ismap|data-.*)$/u;

export const resolveLazyImages: PagePass = {
  name: 'resolve-lazy-images',
  reason: 'Images that load on scrolling have a stand-in in src; readers need the address of the picture itself.',
  run(page) {
    let changed = false;
    for (const image of select(page.document, drawing)) {
      if (isDrawnLater(image)) image.replaceWith(asImage(image));
    }
    const pictures = select(page.document, 'picture');
    for (const picture of pictures) {
      if (!find(picture, 'img')) picture.append(page.document.createElement('img'));
    }
    for (const image of select(page.document, 'img')) {
      const before = image.getAttribute('src');
      const address = bestSource(image, page);
      if (address) image.setAttribute('src', address);
      else image.removeAttribute('src');
      changed ||= address !== null && address !== absoluteAddress(page.base, before);
      for (const name of image.getAttributeNames()) if (ofLoaders.test(name)) image.removeAttribute(name);
    }
    for (const picture of pictures) {
      const image = find(picture, 'img');
      // Some put the caption into the picture.
      if (image) picture.replaceWith(image, ...select(picture, 'figcaption'));
    }
    return changed;
  },
};

/** What a custom element has that draws an image once its script runs. */
const drawing = ':is([src],[data-src],[srcset],[data-srcset]):not(img,script,iframe,source)';
const drawingName = /-.*(?:image|img|picture)|^(?:image|img|picture)-/u;

/** Whether it is such an element and holds no image of its own yet. */
function isDrawnLater(element: Element): boolean {
  if (/^amp-/u.test(element.localName)) return /^amp-(?:img|anim)$/u.test(element.localName);
  return drawingName.test(element.localName) && !find(element, 'img') && (element.textContent ?? '').trim() === '';
}

/** An element of a framework that draws an image once its script runs. */
function asImage(element: Element): Element {
  const image = element.ownerDocument.createElement('img');
  // Not what could hide a method of the document.
  for (const { name, value } of element.attributes) if (!/^(?:name|id)$/u.test(name)) image.setAttribute(name, value);
  return image;
}
