/** A gallery that opens large without a script: a link to the image's own place, and CSS's `:target`. */
import type { Element, ElementContent } from 'hast';
import type { ResolvedImage } from '../model/resolved-post';
import { h } from './html';
import { captionOf, figure, type ImageUrl, image } from './image';
import type { Labels } from './labels';

/** Numbers the galleries and images of one page, so that every address in it is its own. */
export type GalleryCounter = { galleries: number; images: number };

/**
 * The gallery as a section of the page; a single image as a figure. Enlarged, an image is its own list item laid over
 * the page: first in it comes the way out, then the images before and after.
 */
export function pageGallery(
  title: string,
  images: readonly ResolvedImage[],
  context: { imageUrl: ImageUrl; labels: Labels; counter: GalleryCounter },
): ElementContent[] {
  const { imageUrl, labels, counter } = context;
  const shown = images.filter((one) => imageUrl(one.path) !== '');
  const first = counter.images + 1;
  counter.images += shown.length;
  counter.galleries += 1;
  const id = `gallery-${counter.galleries}`;
  if (shown.length === 0) return [];
  const heading = title ? h('h2', { id }, title) : null;
  const name = title ? { ariaLabelledBy: id } : { ariaLabel: labels.gallery };
  const [only] = shown;
  const content =
    shown.length === 1 && only
      ? figure(only, imageUrl, labels)
      : h(
          'ul',
          {},
          shown.map((one, index) => item(one, { index, first, count: shown.length }, imageUrl, labels)),
        );
  return [h('section', { className: ['gallery'], ...name }, heading, content)];
}

type Place = { index: number; first: number; count: number };

function item(one: ResolvedImage, place: Place, imageUrl: ImageUrl, labels: Labels): Element {
  const { index, first, count } = place;
  const id = (of: number) => `image-${first + ((of + count) % count)}`;
  const words = one.alt.trim() || one.caption.trim();
  const name = (label: string) => [label, words].filter(Boolean).join(': ');
  const caption = captionOf(one, labels);
  const step = (className: string, label: string, to: number) =>
    h('a', { className: [className], href: `#${id(to)}`, ariaLabel: label });
  return h('li', { id: id(index) }, [
    h('a', { className: ['close'], href: `#${id(index)}-small`, ariaLabel: labels.close }),
    h('figure', {}, [
      h(
        'a',
        {
          className: ['open'],
          id: `${id(index)}-small`,
          href: `#${id(index)}`,
          ariaLabel: name(labels.enlarge(index + 1, count)),
        },
        image(one, imageUrl),
      ),
      caption.length > 0 && h('figcaption', {}, caption),
    ]),
    step('previous', labels.previous, index - 1),
    step('next', labels.next, index + 1),
  ]);
}
