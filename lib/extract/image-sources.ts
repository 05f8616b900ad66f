/** Where an image really is, whatever a page's loader has put in `src` meanwhile. */
import { absoluteAddress } from './absolute-address';
import { attribute, select } from './dom';
import type { Page } from './page';

const placeholderName =
  /(?:^|[/_\-.])(?:blank|spacer|transparent|placeholder|lazy(?:load)?|loading|pixel|grey|gray|1x1|dummy|empty|s)\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)|\/(?:placeholder|lazyload)[/._-]/iu;
const fileEnding = /\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)(?:$|[?#!@&_:])/iu;
/** Attributes that hold an address whatever it looks like; others do when it ends as a file does. */
const knownAttributes =
  'data-src data-original data-lazy-src data-lazy data-url data-original-src data-actualsrc data-real-src data-image data-img data-lazyload original file zoomfile real_src lazy-src'.split(
    ' ',
  );
/** Wider than any screen needs: beyond this a larger file is only slower. */
const widest = 2560;
const longestSet = 20_000;

/** `written`: as it stands in the set; to resolve each would take longer than to find the one. */
type Candidate = { written: string; width: number };

/** `srcset`, and what loaders call it until then: `data-srcset`, `data-flickity-lazyload-srcset`, `data-original-set`. */
const isSet = /src-?set$|original-set$/u;

/** Resizing proxies of frameworks that hold the picture's own address, which anybody may ask for. */
const inQuery = /\/_(?:(?:next|vercel|astro)\/)?image\/?\?(?:.*&)?(?:url|href)=([^&]+)/u;
const inPath = /^(https?:\/\/[^/]+)\/(?:cdn-cgi\/image|_ipx)\/[^/]*[=_][^/]*\/(.+)$/u;

/** The picture's own address where a framework's proxy holds it. */
function withoutProxy(address: string | null, page: Page): string | null {
  const [, inner] = inQuery.exec(address ?? '') ?? [];
  const [, host, path] = inPath.exec(address ?? '') ?? [];
  const written = inner ?? (path && (/^https?:/u.test(path) ? path : `${host}/${path}`));
  if (!written) return address;
  try {
    return absoluteAddress(address ?? page.base, decodeURIComponent(written)) ?? address;
  } catch {
    return address; // no such encoding: then it is not what it looks like
  }
}

/** The best address of an image: the widest of its `srcset`s, a loader's attribute, `src`, then its `<picture>`; absolute or null. */
export function bestSource(image: Element, page: Page): string | null {
  return withoutProxy(findSource(image, page), page);
}

function findSource(image: Element, page: Page): string | null {
  const best = widestOf(candidatesOf(image), page);
  const shown = usable(image.getAttribute('src'), page);
  const lazy = lazySource(image, page, shown !== null && fileEnding.test(shown));
  const picture = image.closest('picture');
  const sources = picture ? select(picture, 'source').flatMap(candidatesOf) : [];
  const fromPicture = widestOf(sources, page);
  if (best && best.width > 1) return best.address;
  if (fromPicture && fromPicture.width > 1 && fromPicture.width >= widthOf(image)) return fromPicture.address;
  return lazy ?? best?.address ?? shown ?? fromPicture?.address ?? null;
}

/** An address that is not a stand-in for the image to come. */
export function usable(written: string | null | undefined, page: Page): string | null {
  const address = absoluteAddress(page.base, written);
  return address && !placeholderName.test(address) ? address : null;
}

/** What most images have, and none keeps an address in. */
const plain = /^(?:src|srcset|sizes|alt|class|id|width|height|style|title|loading|decoding|fetchpriority)$/u;

/** `isShown`: there is a picture already, so that an attribute that may hold any address must hold one of a picture. */
function lazySource(image: Element, page: Page, isShown: boolean): string | null {
  const others = image.getAttributeNames().filter((name) => !plain.test(name));
  if (others.length === 0) return null;
  for (const name of knownAttributes) {
    const value = others.includes(name) && image.getAttribute(name);
    const isPicture = !isShown || /src/u.test(name) || fileEnding.test(value || '');
    if (value && isPicture && /[/.]/u.test(value) && !/[\s{}]/u.test(value.trim())) {
      const address = usable(value, page);
      if (address) return address;
    }
  }
  for (const name of others) {
    const value = attribute(image, name);
    if (/^data-/u.test(name) && fileEnding.test(value) && !/[\s{}"]/u.test(value)) {
      const address = usable(value, page);
      if (address) return address;
    }
  }
  return null;
}

function candidatesOf(element: Element): Candidate[] {
  const names = element.getAttributeNames().filter((name) => isSet.test(name));
  return names.flatMap((name) => parseSrcset(attribute(element, name)));
}

/** https://html.spec.whatwg.org/multipage/images.html#srcset-attributes; addresses may hold commas. */
function parseSrcset(set: string): Candidate[] {
  const found: Candidate[] = [];
  if (set === '') return found;
  for (const match of set.slice(0, longestSet).matchAll(/(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/gu)) {
    const size = Number(match[2] ?? 1);
    found.push({ written: match[1] ?? '', width: match[3] === 'w' ? size : Math.min(size, 1) });
  }
  // Without widths the densest comes last in practice; keep the order as a tie-break.
  return found;
}

/** The widest that no screen is too small for and that is no stand-in, else the first. */
function widestOf(candidates: Candidate[], page: Page): { address: string; width: number } | null {
  if (candidates.length === 0) return null;
  const fitting = candidates.filter((candidate) => candidate.width <= widest);
  const rest = candidates.filter((candidate) => candidate.width > widest);
  // The last of those that are alike comes first.
  for (const { written, width } of [...fitting.reverse().sort((a, b) => b.width - a.width), ...rest]) {
    const address = usable(written, page);
    if (address) return { address, width };
  }
  return null;
}

function widthOf(image: Element): number {
  return Number.parseInt(attribute(image, 'width'), 10) || 0;
}
