/** Pass: brings back the picture between the headline and the text. */
import { copyFigure, imagesIn, pictureKey, pictureKeys, sizeOf } from '../figures';
import { placeOf, precedes } from '../positions';
import type { ArticlePass } from './pass';

const wide = 300;

export const recoverLeadFigure: ArticlePass = {
  name: 'recover-lead-figure',
  reason: 'The lead picture stands in the header, outside the node that Readability takes for the article.',
  run(article) {
    const place = placeOf(article);
    if (!place) return false;
    const kept = pictureKeys(article.root);
    const named = article.metadata.image ? pictureKey(article.metadata.image) : '';
    const before = imagesIn(place, (image) => precedes(image, place.first) && !image.contains(place.first));
    const lead = before.find((image) => {
      const key = pictureKey(image.getAttribute('src') ?? '');
      if (kept.has(key)) return false;
      const width = sizeOf(image, 'width');
      return image.closest('figure') !== null || (named !== '' && key === named) || (width !== null && width >= wide);
    });
    if (!lead || before.some((image) => kept.has(pictureKey(image.getAttribute('src') ?? '')))) return false;
    const target = article.root.querySelector('.page') ?? article.root;
    target.prepend(copyFigure(lead, article.root.ownerDocument));
    return true;
  },
};
