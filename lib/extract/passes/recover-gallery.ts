/** Pass: brings back a gallery that follows the text in a node of its own. */

import { copyFigure, imagesIn, keptPictures, keyOf } from '../figures';
import { chain, nearest } from '../outline';
import { placeOf } from '../positions';
import { type Article, type ArticlePass, bodyOf } from './pass';

const galleryName =
  /gallery|slider|slideshow|carousel|swiper|slick|splide|album|photos?(?:[\s_-]|$)|picture-list|图集|tuji/iu;
const fewest = 2;

export const recoverGallery: ArticlePass = {
  name: 'recover-gallery',
  reason: 'A gallery after the text is a sibling of the node that Readability takes for the article.',
  run(article) {
    const place = placeOf(article);
    if (!place) return false;
    const known = keptPictures(article.root);
    const missing = imagesIn(
      article,
      place.scope,
      (image, number) => number > place.last && !known.has(keyOf(image)) && inGallery(article, image, place.scope),
    );
    if (missing.length < fewest) return false;
    for (const image of missing) {
      if (known.has(keyOf(image))) continue;
      known.add(keyOf(image));
      bodyOf(article).append(copyFigure(article, image));
    }
    return true;
  },
};

/** A figure behind the text, or an image in something that is called a gallery. */
function inGallery({ outline }: Article, image: Element, scope: Element): boolean {
  if (nearest(outline, image, 'figure')) return true;
  for (const at of chain(outline, image, scope)) if (galleryName.test(outline.names.get(at) ?? '')) return true;
  return false;
}
