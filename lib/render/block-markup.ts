/**
 * The markup of single WordPress blocks, as the block editor itself writes it: whatever differs from that it reports as
 * broken (https://developer.wordpress.org/block-editor/reference-guides/core-blocks/).
 */
import type { ElementContent } from 'hast';
import { h, toHtml } from './html';

type Attributes = Record<string, unknown>;

/** A block: its comment with attributes, and what stands between. `inner` is markup already. */
export function block(name: string, attributes: Attributes, inner: string): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== '');
  const json = given.length > 0 ? ` ${attributeJson(Object.fromEntries(given))}` : '';
  return `<!-- wp:${name}${json} -->\n${inner}\n<!-- /wp:${name} -->`;
}

/** JSON that cannot end the comment it stands in, escaped as WordPress's `serialize_block_attributes` does. */
function attributeJson(attributes: Attributes): string {
  return JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022');
}

/** Classes of a block's element: its own, then the one that names our post. */
const classes = (...names: (string | undefined)[]): string[] => names.filter((name): name is string => Boolean(name));

/** Content that stands in a line. `[` is written so that no word of a source is run as a shortcode. */
export function inlineHtml(children: readonly ElementContent[]): string {
  return inert(toHtml(children.flatMap(inline)));
}

/**
 * Markup in whose text no shortcode and no address that WordPress would replace by a player is left, and in whose
 * attributes no sign that its filters, which read HTML by patterns, could take for a tag.
 */
export function inert(html: string): string {
  return html
    .split(/(<\/?[a-z](?:[^"<>]|"[^"]*")*>)/i)
    .map((part, index) => (index % 2 ? part.replace(/"[^"]*"/g, quoted) : words(part)))
    .join('');
}

const words = (text: string): string =>
  text.replace(/\[(?=[a-z/[])/gi, '&#091;').replace(/^(\s*https?):(?=\/\/\S+\s*$)/i, '$1&#058;');

const references: Record<string, string> = {
  '<': '&lt;',
  '>': '&gt;',
  '[': '&#091;',
  '&#x26;': '&amp;',
  '&#x22;': '&quot;',
  '&#x27;': '&#039;',
  '&#x60;': '`',
};
const quoted = (value: string): string => value.replace(/[<>[]|&#x(26|22|27|60);/g, (sign) => references[sign] ?? sign);

/** What WordPress keeps of inline elements: `time` and `bdi` it strips, so their words stand alone. */
function inline(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  const children = node.children.flatMap(inline);
  if (['time', 'wbr', 'dfn', 'samp', 'u'].includes(node.tagName)) return children;
  if (node.tagName === 'bdi') return [h('span', { dir: 'auto' }, children)];
  return [{ ...node, children }];
}

export function paragraph(children: readonly ElementContent[], marker?: string): string {
  const attributes = marker ? ` class="${marker}"` : '';
  return block('paragraph', { className: marker }, `<p${attributes}>${inlineHtml(children)}</p>`);
}

export function heading(level: number, children: readonly ElementContent[], marker?: string): string {
  const names = classes('wp-block-heading', marker).join(' ');
  return block(
    'heading',
    { level: level === 2 ? undefined : level, className: marker },
    `<h${level} class="${names}">${inlineHtml(children)}</h${level}>`,
  );
}

/** What an image block says of its file: the number it has in the media library. */
export type BlockImage = { id: number; url: string };

export function image({ id, url }: BlockImage, alt: string, caption: readonly ElementContent[]): string {
  const attributes = { id, sizeSlug: 'large', linkDestination: 'none' };
  const img = inert(toHtml([h('img', { src: url, alt, className: `wp-image-${id}` })])).replace(/>$/, '/>');
  return block(
    'image',
    attributes,
    `<figure class="wp-block-image size-large">${img}${figureCaption(caption)}</figure>`,
  );
}

export function gallery(images: readonly string[], caption: readonly ElementContent[], marker?: string): string {
  const names = classes('wp-block-gallery', 'has-nested-images', 'columns-default', 'is-cropped', marker).join(' ');
  const words = caption.length > 0 ? figureCaption(caption, 'blocks-gallery-caption wp-element-caption') : '';
  return block(
    'gallery',
    { linkTo: 'none', className: marker },
    `<figure class="${names}">${images.join('\n\n')}${words}</figure>`,
  );
}

export function figureCaption(children: readonly ElementContent[], names = 'wp-element-caption'): string {
  return children.length > 0 ? `<figcaption class="${names}">${inlineHtml(children)}</figcaption>` : '';
}

export function quote(inner: string, cite: readonly ElementContent[]): string {
  const from = cite.length > 0 ? `<cite>${inlineHtml(cite)}</cite>` : '';
  return block('quote', {}, `<blockquote class="wp-block-quote">${inner}${from}</blockquote>`);
}

/** Markup that has no block of its own, shown as it is. */
export function html(node: ElementContent): string {
  return block('html', {}, inert(toHtml([node])));
}

export const separator = (): string =>
  block('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>');
