/** Pass: shows every slide of a gallery, of which a page shows one at a time. */
import { attribute, find, nameOf, select } from '../dom';
import { findByName } from '../page';
import type { PagePass } from './pass';

const carousel = '[aria-roledescription="carousel" i]';
const galleries = /gallery|slider|slideshow|carousel|swiper|slick|splide|flickity|glide|owl-|album|photos/giu;
const copies = '.slick-cloned,.swiper-slide-duplicate,.splide__slide--clone,.owl-item.cloned,.glide__slide--clone';

export const unhideSlides: PagePass = {
  name: 'unhide-slides',
  reason: 'Carousels hide all slides but one, and Readability leaves out what is hidden.',
  run(page) {
    let changed = false;
    for (const gallery of [...select(page.document, carousel), ...findByName(page.document, galleries)]) {
      if (gallery.matches('html,body') || page.isLate?.()) continue;
      for (const copy of select(gallery, copies)) copy.remove();
      for (const slide of select(gallery, '[aria-hidden="true"],[hidden],[style]')) {
        if (!slide.matches('img,figure') && !find(slide, 'img[src]')) continue;
        changed = unhide(slide) || changed;
      }
    }
    return changed;
  },
};

function unhide(slide: Element): boolean {
  const style = attribute(slide, 'style');
  const isHidden =
    slide.hasAttribute('aria-hidden') ||
    slide.hasAttribute('hidden') ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0)/iu.test(style);
  if (!isHidden || /\b(?:modal|overlay)\b/iu.test(nameOf(slide))) return false;
  for (const name of ['aria-hidden', 'hidden', 'style']) slide.removeAttribute(name);
  return true;
}
