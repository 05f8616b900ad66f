/** An image of a post with the words that belong to it. */
import type { Element, ElementContent } from 'hast';
import type { ResolvedImage } from '../model/resolved-post';
import { h, nodes } from './html';
import type { Labels } from './labels';

/** Where an image of the post is found; an empty string when it is not to be had. */
export type ImageUrl = (path: string) => string;

/** The image itself; null when it is not to be had. `eager` for the first of a page. */
export function image(of: ResolvedImage, imageUrl: ImageUrl, eager = false): Element | null {
  const src = imageUrl(of.path);
  if (src === '') return null;
  return h('img', {
    src,
    alt: of.alt.trim(),
    width: of.width,
    height: of.height,
    loading: eager ? null : 'lazy',
    decoding: eager ? null : 'async',
  });
}

/** Caption, credit and rights as inline content; empty when there are none. */
export function captionOf(of: ResolvedImage, labels: Labels): ElementContent[] {
  const credit = creditOf(of, labels);
  return nodes([of.caption.trim(), of.caption.trim() && credit && ' ', credit && h('small', {}, credit)]);
}

/** Whose image it is and how it may be used, in one line; empty when unknown. */
export function creditOf(of: ResolvedImage, labels: Labels): string {
  const credit = of.credit.trim();
  return [credit && labels.credit(credit), of.rights.trim()].filter(Boolean).join(labels.separator);
}

/** The image as a figure; its words alone when it is not to be had; null when there is nothing at all. */
export function figure(
  of: ResolvedImage,
  imageUrl: ImageUrl,
  labels: Labels,
  caption = captionOf(of, labels),
): Element | null {
  const shown = image(of, imageUrl);
  if (shown) return h('figure', {}, shown, caption.length > 0 && h('figcaption', {}, caption));
  return caption.length > 0 ? h('p', {}, caption) : null;
}
