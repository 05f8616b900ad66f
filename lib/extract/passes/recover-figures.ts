/** Pass: brings back the pictures of the article that Readability leaves behind, each to the place where it stood. */
import { absoluteAddress } from '../absolute-address';
import { attribute, find } from '../dom';
import { captionFor, copyFigure, type Found, imagesIn, isNamedOrnament, keptPictures, keyOf, sizeOf } from '../figures';
import { chain, markedIn, nearest, numberOf } from '../outline';
import { sharesPicture } from '../picture-key';
import { type Place, placeOf } from '../positions';
import { type Article, type ArticlePass, bodyOf } from './pass';

const galleryName =
  /gallery|slider|slideshow|carousel|swiper|slick|splide|album|photos?(?:[\s_-]|$)|picture-list|图集|tuji/iu;
const wide = 300;
/** Fewer pictures behind the text are no gallery, unless they have captions. */
const fewest = 2;

export const recoverFigures: ArticlePass = {
  name: 'recover-figures',
  reason: 'The lead picture, a gallery, and figures between paragraphs stand outside what Readability takes for text.',
  run(article) {
    const place = placeOf(article);
    const named = namedPictures(article);
    if (!place) return addCover(article, named);
    const isNamed = (image: Element) => named.some((address) => sharesPicture(address, attribute(image, 'src')));
    const known = keptPictures(article.root);
    const found = imagesIn(article, place, isNamed).filter(({ image, number }) => {
      if (known.has(keyOf(image)) || !(isNamed(image) || isOfArticle(article, image, number, place))) return false;
      known.add(keyOf(image));
      return true;
    });
    const behind = found.filter(({ number }) => number > place.last);
    const added =
      behind.length >= fewest
        ? found
        : found.filter(({ image, number }) => number < place.last || captionFor(article.outline, image) !== null);
    for (const each of added) putBack(article, each);
    return added.length > 0 || addCover(article, named);
  },
};

/** The pictures that stand for the page, as it says. */
function namedPictures({ witnesses, page }: Article): string[] {
  return witnesses.meta
    .filter(([names, content]) => /(?:og|twitter):image(?::(?:url|secure_url|src))?(?:\s|$)/iu.test(names) && content)
    .map(([, content]) => absoluteAddress(page.base, content) ?? '')
    .filter((address) => address !== '' && !isNamedOrnament(address));
}

/** Before and in the text a figure or a wide picture; behind it a figure or what is called a gallery. */
function isOfArticle({ outline, witnesses }: Article, image: Element, number: number, place: Place): boolean {
  if (nearest(outline, image, 'figure')) return true;
  if (number < place.last) {
    const address = attribute(image, 'src').replace(/[?#].*$/u, '');
    return (sizeOf(image, 'width') ?? 0) >= wide || witnesses.jsonLd.some((text) => text.includes(address));
  }
  for (const at of chain(outline, image, place.scope)) if (galleryName.test(outline.names.get(at) ?? '')) return true;
  return false;
}

/** Before the first part of the article that came after it; at the end when nothing did. */
function putBack(article: Article, { image, number }: Found): void {
  const figure = copyFigure(article.outline, image, article.root.ownerDocument);
  const next = markedIn(article.root).find((part) => numberOf(part) > number);
  const block = next?.closest('ul,ol,dl,table,blockquote,figure,pre') ?? next;
  if (block && article.root.contains(block) && block !== article.root) block.before(figure);
  else bodyOf(article).append(figure);
}

/** An article without any picture gets the one that the page shows in its stead elsewhere. */
function addCover(article: Article, named: readonly string[]): boolean {
  const [cover] = named;
  if (!cover || find(article.root, 'img')) return false;
  const figure = article.root.ownerDocument.createElement('figure');
  const image = article.root.ownerDocument.createElement('img');
  image.setAttribute('src', cover);
  figure.append(image);
  bodyOf(article).prepend(figure);
  return true;
}
