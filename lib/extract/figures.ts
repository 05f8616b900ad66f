/** Pictures in a page that belong to an article: which are content, and with which caption. */
import { absoluteAddress } from './absolute-address';
import { textOf } from './clean-text';
import { attribute, nameOf, select } from './dom';
import { isBeside, isIn, nearest, type Outline } from './outline';
import type { Page } from './page';
import type { Article } from './passes/pass';
import { fileName, pictureKey } from './picture-key';
import type { Place } from './positions';

const ornament =
  /avatar|logo|icon|sprite|spinner|(?<!lazy[-_]?)loading|emoji|smil(?:ey|ies)|badge|button|btn[-_]|share|qr-?code|pixel|tracking|spacer|1x1|author[-_]|profile|二维码/iu;
const trackers = /doubleclick|scorecardresearch|google-analytics|facebook\.com\/tr|hm\.baidu|quantserve|\/pixel[/.?]/iu;
const siteImage =
  /logo|favicon|sprite|placeholder|default[-_]?(?:image|share|og)|social[-_]?(?:share|default)|og[-_]?(?:default|image)\.|blank|icon[-_.]/iu;
const smallest = 100;

/** Whether an image shows something: not a tracker, an avatar, an icon or a spinner. */
export function isContentImage(image: Element): boolean {
  const source = attribute(image, 'src');
  if (!/^https?:/u.test(source) || trackers.test(source)) return false;
  const width = sizeOf(image, 'width');
  const height = sizeOf(image, 'height');
  // `width="16" height="9"` is a shape, not a size.
  const isShape = width !== null && height !== null && width <= 32 && height <= 32 && width !== height;
  if (!isShape && ((width !== null && width < smallest) || (height !== null && height < smallest / 2))) return false;
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

/** Whether an address is of a logo or a picture that a site shares in place of any other. */
export function isNamedOrnament(address: string): boolean {
  return siteImage.test(address) || ornament.test(fileName(address));
}

/** A picture that leads to another article. */
export function isTeaser({ outline, page }: Article, image: Element): boolean {
  return leadsAway(nearest(outline, image, 'a[href]'), page);
}

/** Whether a link leads neither to a picture, nor to a view of pictures, nor to the page itself. */
export function leadsAway(link: Element | null, page: Page): boolean {
  const address = link && absoluteAddress(page.base, attribute(link, 'href'));
  if (!address || /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/iu.test(address)) return false;
  const own = pathOf(page.url);
  const isBelow = /[^/]\/[^/]/u.test(own) && pathOf(address).startsWith(own);
  return pathOf(address) !== own && !isBelow && !pictureView.test(address);
}

const pictureView = /gallery|galerie|photo|bilder?|image|picture|media|attachment|lightbox|图/iu;

function pathOf(address: string): string {
  return address.replace(/[?#].*$/u, '').replace(/\/$/u, '');
}

export type Found = {
  image: Element;
  /** Its number among the parts of the page. */
  number: number;
};

/**
 * Content images of the page in `place` that are in nothing beside the article and lead to no other one. A figure that
 * opens it may stand above its headline; what the page says that it is its picture is so wherever it stands before it.
 */
export function imagesIn(
  article: Article,
  { first, last, scope }: Place,
  isNamed: (image: Element) => boolean,
): Found[] {
  const { outline } = article;
  const page = nearest(outline, scope, 'main,article,[role="main"]') ?? scope;
  const found: Found[] = [];
  for (let number = 0; number < outline.parts.length; number++) {
    const image = outline.parts[number] as Element;
    if (image.localName !== 'img' || !isContentImage(image)) continue;
    const around = number < first && nearest(outline, image, 'figure') ? page : scope;
    const isInside = isIn(outline, image, around);
    const isOwn = isInside && !isBeside(outline, image, around) && !isTeaser(article, image);
    if (isOwn || ((isInside || number < last) && isNamed(image))) found.push({ image, number });
  }
  return found;
}

/** The caption of the figure that an image of the page is in. */
export function captionFor(outline: Outline, image: Element): Element | null {
  const figure = nearest(outline, image, 'figure');
  const caption = figure && outline.captions.get(figure);
  return caption && textOf(caption) ? caption : null;
}

/** A figure of its own for an image of the page, with its caption, to be put into the article. */
export function copyFigure(outline: Outline, image: Element, document: Document): Element {
  const made = document.createElement('figure');
  made.append(document.importNode(image, false));
  const caption = captionFor(outline, image);
  if (caption) made.append(document.importNode(caption, true));
  return made;
}

/** The pictures an article has already, by their key. */
export function keptPictures(root: Element): Set<string> {
  return new Set(select(root, 'img[src]').map(keyOf));
}
