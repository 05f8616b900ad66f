/** Pictures in a page that belong to an article: which are content, and with which caption. */
import { cleanText } from './metadata/clean-text';
import { nameOf } from './page';
import { isBeside, type Place } from './positions';

const ornament =
  /avatar|gravatar|logo|icon|sprite|spinner|loading|emoji|smil(?:ey|ies)|badge|button|btn[-_]|share|qr-?code|wx_qrcode|pixel|tracking|spacer|1x1|captcha|author[-_]|profile|qrcode|二维码/iu;
const trackers = /doubleclick|scorecardresearch|google-analytics|facebook\.com\/tr|hm\.baidu|quantserve|\/pixel[/.?]/iu;
const smallest = 100;

/** Whether an image shows something: not a tracker, an avatar, an icon or a spinner. */
export function isContentImage(image: Element): boolean {
  const source = image.getAttribute('src') ?? '';
  if (!/^https?:/u.test(source) || trackers.test(source)) return false;
  const [width, height] = [sizeOf(image, 'width'), sizeOf(image, 'height')];
  if ((width !== null && width < smallest) || (height !== null && height < smallest / 2)) return false;
  const name = `${fileName(source)} ${nameOf(image)}`;
  return !ornament.test(name) || (width !== null && width >= 400);
}

/** A size in whole pixels as an attribute gives it. */
export function sizeOf(image: Element, name: 'width' | 'height'): number | null {
  const value = Number.parseInt(image.getAttribute(name) ?? '', 10);
  return Number.isFinite(value) && value > 0 && value < 100_000 && !/%/u.test(image.getAttribute(name) ?? '')
    ? value
    : null;
}

/** The last part of an address, without sizes: what the copies of one picture have in common. */
export function pictureKey(address: string): string {
  return fileName(address)
    .replace(/\.\w{3,4}$/u, '')
    .replace(/(?:[-_@](?:\d{2,4}x\d{2,4}|\d{3,4}w?|scaled|large|medium|small|thumb(?:nail)?|[123]x))+$/iu, '')
    .toLowerCase();
}

function fileName(address: string): string {
  const path = address.replace(/[?#].*$/u, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The figure or plain container of an image, for moving it with its caption; the image itself when it stands alone. */
export function figureOf(image: Element): Element {
  return image.closest('figure') ?? image;
}

/** A picture that leads to another article: it has that article's headline with it. */
function isTeaser(image: Element, scope: Element): boolean {
  const link = image.closest('a[href]');
  if (!link) return false;
  const target = link.getAttribute('href') ?? '';
  if (/\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/iu.test(target) || target.startsWith('#')) return false;
  if (image.closest('figure')?.querySelector('figcaption')) return false;
  return (
    cleanText(link.textContent).length > 0 ||
    Boolean(link.parentElement?.closest('li,div,article')?.querySelector('h2,h3,h4')) ||
    !scope.contains(link)
  );
}

/** Content images in `scope` for which `where` holds, that are in nothing beside the article. */
export function imagesIn(place: Place, where: (image: Element) => boolean): Element[] {
  return [...place.scope.querySelectorAll('img')].filter(
    (image) => isContentImage(image) && where(image) && !isBeside(image, place.scope) && !isTeaser(image, place.scope),
  );
}

/** A figure of its own for an image of the page, with its caption, to be put into the article. */
export function copyFigure(image: Element, into: Document): Element {
  const made = into.createElement('figure');
  made.append(into.importNode(image, false));
  const caption = image.closest('figure')?.querySelector('figcaption');
  if (caption && cleanText(caption.textContent)) made.append(into.importNode(caption, true));
  return made;
}

/** The pictures an article has already, by `pictureKey`. */
export function pictureKeys(root: Element): Set<string> {
  return new Set([...root.querySelectorAll('img[src]')].map((image) => pictureKey(image.getAttribute('src') ?? '')));
}
