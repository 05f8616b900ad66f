/** Pictures in a page that belong to an article: which are content, and with which caption. */
import { textOf } from './clean-text';
import { attribute, nameOf, select } from './dom';
import { isBeside, isIn, nearest, type Outline } from './outline';
import type { Article } from './passes/pass';
import { fileName, pictureKey } from './picture-key';

const ornament =
  /avatar|logo|icon|sprite|spinner|loading|emoji|smil(?:ey|ies)|badge|button|btn[-_]|share|qr-?code|pixel|tracking|spacer|1x1|captcha|author[-_]|profile|二维码/iu;
const trackers = /doubleclick|scorecardresearch|google-analytics|facebook\.com\/tr|hm\.baidu|quantserve|\/pixel[/.?]/iu;
const smallest = 100;

/** Whether an image shows something: not a tracker, an avatar, an icon or a spinner. */
export function isContentImage(image: Element): boolean {
  const source = attribute(image, 'src');
  if (!/^https?:/u.test(source) || trackers.test(source)) return false;
  const [width, height] = [sizeOf(image, 'width'), sizeOf(image, 'height')];
  if ((width !== null && width < smallest) || (height !== null && height < smallest / 2)) return false;
  const name = `${fileName(source)} ${nameOf(image)}`;
  return !ornament.test(name) || (width !== null && width >= 400);
}

/** A size in whole pixels as an attribute gives it. */
export function sizeOf(image: Element, name: 'width' | 'height'): number | null {
  const written = attribute(image, name);
  const value = Number.parseInt(written, 10);
  return value > 0 && value < 100_000 && !written.includes('%') ? value : null;
}

/** By what the copies of an image are known. */
export function keyOf(image: Element): string {
  return pictureKey(attribute(image, 'src'));
}

/** A picture that leads to another article: it has that article's headline with it. */
function isTeaser(outline: Outline, image: Element, scope: Element): boolean {
  const link = nearest(outline, image, 'a[href]');
  if (!link) return false;
  if (/^#|\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/iu.test(attribute(link, 'href'))) return false;
  const figure = nearest(outline, image, 'figure');
  if (figure && outline.captions.has(figure)) return false;
  const parent = outline.parents.get(link);
  const box = parent && nearest(outline, parent, 'li,div,article');
  return textOf(link) !== '' || (box && outline.headed.has(box)) || !isIn(outline, link, scope);
}

/** Content images of the page in `scope` for which `where` holds, that are in nothing beside the article. */
export function imagesIn(
  { outline }: Article,
  scope: Element,
  where: (image: Element, number: number) => boolean,
): Element[] {
  return outline.parts.filter(
    (part, number) =>
      part.localName === 'img' &&
      where(part, number) &&
      isContentImage(part) &&
      isIn(outline, part, scope) &&
      !isBeside(outline, part, scope) &&
      !isTeaser(outline, part, scope),
  );
}

/** A figure of its own for an image of the page, with its caption, to be put into the article. */
export function copyFigure({ outline, root }: Article, image: Element): Element {
  const document = root.ownerDocument;
  const made = document.createElement('figure');
  made.append(document.importNode(image, false));
  const figure = nearest(outline, image, 'figure');
  const caption = figure && outline.captions.get(figure);
  if (caption && textOf(caption)) made.append(document.importNode(caption, true));
  return made;
}

/** The pictures an article has already, by their key. */
export function keptPictures(root: Element): Set<string> {
  return new Set(select(root, 'img[src]').map(keyOf));
}
