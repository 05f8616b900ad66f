/** Pass: brings back the picture between the headline and the text. */
import { attribute } from '../dom';
import { copyFigure, imagesIn, keptPictures, keyOf, sizeOf } from '../figures';
import { nearest } from '../outline';
import { fileName, pictureKey } from '../picture-key';
import { placeOf } from '../positions';
import { type ArticlePass, bodyOf } from './pass';

const wide = 300;

export const recoverLeadFigure: ArticlePass = {
  name: 'recover-lead-figure',
  reason: 'The lead picture stands in the header, outside the node that Readability takes for the article.',
  run(article) {
    const place = placeOf(article);
    if (!place) return false;
    const kept = keptPictures(article.root);
    const named = new Set(
      article.witnesses.meta.filter(([names]) => /image/iu.test(names)).map(([, content]) => pictureKey(content)),
    );
    const before = imagesIn(article, place.scope, (_, number) => number < place.first);
    if (before.some((image) => kept.has(keyOf(image)))) return false;
    const lead = before.find(
      (image) =>
        nearest(article.outline, image, 'figure') !== null ||
        named.has(keyOf(image)) ||
        article.witnesses.jsonLd.some((text) => text.includes(`/${fileName(attribute(image, 'src'))}`)) ||
        (sizeOf(image, 'width') ?? 0) >= wide,
    );
    if (lead) bodyOf(article).prepend(copyFigure(article, lead));
    return lead !== undefined;
  },
};
