/** Pass: takes out pictures that lead to other articles, or stand in a list of them. */
import { select } from '../dom';
import { captionFor, isTeaser } from '../figures';
import { isBeside, numberOf } from '../outline';
import { placeOf } from '../positions';
import type { ArticlePass } from './pass';

export const dropTeaserImages: ArticlePass = {
  name: 'drop-teaser-images',
  reason: 'Readability keeps the thumbnails of lists of articles when they stand between paragraphs.',
  run(article) {
    const place = placeOf(article);
    let changed = false;
    for (const image of place ? select(article.root, 'img') : []) {
      const original = article.outline.parts[numberOf(image)];
      if (!place || !original) continue;
      const isAccompanying = !captionFor(article.outline, original) && isBeside(article.outline, original, place.scope);
      if (!isAccompanying && !isTeaser(article, original)) continue;
      image.remove();
      changed = true;
    }
    return changed;
  },
};
