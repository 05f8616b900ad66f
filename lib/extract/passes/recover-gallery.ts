/** Pass: brings back a gallery that follows the text in a node of its own. */
import { copyFigure, figureOf, imagesIn, pictureKey, pictureKeys } from '../figures';
import { nameOf } from '../page';
import { type Place, placeOf, precedes } from '../positions';
import type { ArticlePass } from './pass';

const galleryName =
  /gallery|slider|slideshow|carousel|swiper|slick|splide|album|photos?(?:[\s_-]|$)|picture-list|图集|tuji/iu;
const fewest = 2;

export const recoverGallery: ArticlePass = {
  name: 'recover-gallery',
  reason: 'A gallery after the text is a sibling of the node that Readability takes for the article.',
  run(article) {
    const place = placeOf(article);
    if (!place) return false;
    const kept = pictureKeys(article.root);
    const missing = imagesIn(
      place,
      (image) => precedes(place.last, image) && !kept.has(pictureKey(image.getAttribute('src') ?? '')),
    );
    const gallery = missing.filter((image) => image.closest('figure') !== null || inGallery(image, place));
    if (gallery.length < fewest) return false;
    const target = article.root.querySelector('.page') ?? article.root;
    const seen = new Set<string>();
    for (const image of gallery) {
      const key = pictureKey(image.getAttribute('src') ?? '');
      if (seen.has(key)) continue;
      seen.add(key);
      target.append(copyFigure(image, article.root.ownerDocument));
    }
    return true;
  },
};

function inGallery(image: Element, place: Place): boolean {
  for (let parent: Element | null = figureOf(image); parent && parent !== place.scope; parent = parent.parentElement) {
    if (galleryName.test(nameOf(parent))) return true;
  }
  return false;
}
