/** A post as WordPress block markup that the block editor opens without one invalid block. */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { BlockImages } from '../model/publisher';
import type { ResolvedImage, ResolvedPost } from '../model/resolved-post';
import { fileAddress, webAddress } from './address';
import { notices, versionsLine } from './announcements';
import { inlineOnly, list, table, type Wrap } from './block-lists';
import * as markup from './block-markup';
import { nameOf } from './fragment';
import { h, nodes } from './html';
import { captionOf } from './image';
import { labelsFor } from './labels';
import { renderParts } from './parts';
import { shareLinks } from './share';
import { sourceList } from './source-card';

/** How one run of blocks is written. */
type Context = {
  /** The upload of an image by the address the tree names it with. */
  byUrl: ReadonlyMap<string, markup.BlockImage>;
  /** Puts the language of a source around words that are not in the post's. */
  wrap: Wrap;
  /** The class that names our post, until a block has taken it. */
  marker: { name: string | undefined };
};

/**
 * The body of the post. `images` says where an uploaded image is; one that is not there leaves its caption. `marker` is
 * the class of one block, by which the post is found again on the site.
 */
export function renderBlocks(post: ResolvedPost, images: BlockImages, marker: string): string {
  const labels = labelsFor(post.language);
  const uploads = post.images.flatMap(({ path }) => images(path) ?? []);
  const context: Context = {
    byUrl: new Map(uploads.map((upload) => [upload.url, upload])),
    wrap: (children) => children,
    marker: { name: marker },
  };
  const parts = renderParts(post, labels, {
    imageUrl: (path) => images(path)?.url ?? '',
    gallery: (title, shown) => galleryTree(title, shown, images),
    source: () => sourceList({ post, labels }),
    share: () => shareTree(post),
  });
  const standfirst = post.standfirst.trim();
  const tree = nodes([
    ...notices(post, labels),
    standfirst && h('p', {}, h('strong', {}, standfirst)),
    versionsLine(post, labels),
    ...parts.flat(),
  ]);
  const made = blocksOf(tree, context);
  if (context.marker.name) made.push(markup.paragraph([{ type: 'text', value: '' }], context.marker.name));
  return made.join('\n\n');

  function galleryTree(title: string, shown: readonly ResolvedImage[], at: BlockImages): ElementContent[] {
    const figures = shown.flatMap((image) => {
      const upload = at(image.path);
      const caption = captionOf(image, labels);
      if (!upload) return caption.length > 0 ? [h('p', {}, caption)] : [];
      const words = caption.length > 0 && h('figcaption', {}, caption);
      return [h('figure', {}, h('img', { src: upload.url, alt: image.alt.trim() }), words)];
    });
    return [...(title ? [h('h2', {}, title)] : []), h('div', { className: ['gallery'] }, figures)];
  }

  function shareTree(shared: ResolvedPost): ElementContent[] {
    const address = webAddress(shared.canonicalUrl);
    if (!address) return [];
    const picture = shared.images[0]
      ? (images(shared.images[0].path)?.url ?? fileAddress(address, shared.images[0].path))
      : '';
    const links = shareLinks(address, shared.title, picture).flatMap(([target, href], index) => [
      index > 0 && labels.separator,
      h('a', { href }, nameOf(target, labels)),
    ]);
    return [h('h2', {}, labels.share), h('p', {}, nodes(links))];
  }
}

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const classOf = (node: Element): string => String(node.properties.className ?? '');
const inside = (node: Element, name: string): Element | undefined =>
  node.children.filter(isElement).find((child) => child.tagName === name);

function blocksOf(children: readonly ElementContent[], context: Context): string[] {
  return children.flatMap((node) => {
    if (isElement(node)) return blockOf(node, context);
    return node.type === 'text' && node.value.trim() ? [markup.paragraph(context.wrap([node]))] : [];
  });
}

function blockOf(node: Element, context: Context): string[] {
  const { wrap } = context;
  switch (node.tagName) {
    case 'p':
      return [markup.paragraph(wrap(node.children), take(context))];
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [markup.heading(Number(node.tagName.charAt(1)), wrap(node.children), take(context))];
    case 'ul':
    case 'ol':
      return [list(node, wrap)];
    case 'blockquote':
      return [markup.quote(blocksOf(node.children, spokenIn(node, context)).join('\n\n'), [])];
    case 'figure':
      return figureBlock(node, context);
    case 'table':
      return [table(node, [], wrap)];
    case 'pre':
      return [preformatted(node)];
    case 'hr':
      return [markup.separator()];
    case 'section':
      // Notes point to each other by ids, which no block would keep.
      return classOf(node) === 'notes' ? [markup.html(node)] : blocksOf(node.children, spokenIn(node, context));
    case 'div':
      return classOf(node) === 'gallery'
        ? galleryBlock(node, context)
        : blocksOf(node.children, spokenIn(node, context));
    default:
      return [markup.html(node)];
  }
}

/** The marker for the first block that can carry it. */
function take({ marker }: Context): string | undefined {
  const { name } = marker;
  marker.name = undefined;
  return name;
}

/** Words inside of an element with a language of its own carry it themselves: blocks have no place for it. */
function spokenIn(node: Element, context: Context): Context {
  const { lang, dir } = node.properties;
  if (!lang && !dir) return context;
  const around = { lang: lang ? String(lang) : null, dir: dir ? String(dir) : null };
  return { ...context, wrap: (children) => (children.length > 0 ? [h('span', around, children)] : []) };
}

function figureBlock(node: Element, context: Context): string[] {
  const caption = inside(node, 'figcaption')?.children ?? [];
  const quoted = inside(node, 'blockquote');
  if (quoted)
    return [markup.quote(blocksOf(quoted.children, spokenIn(quoted, context)).join('\n\n'), inlineOnly(caption))];
  const img = inside(node, 'img');
  const upload = img && context.byUrl.get(String(img.properties.src));
  if (img && upload) return [markup.image(upload, String(img.properties.alt ?? ''), inlineOnly(caption))];
  if (classOf(node) === 'set') return galleryBlock(node, context);
  const rows = inside(node, 'table');
  if (rows) return [table(rows, inlineOnly(caption), context.wrap)];
  const rest = node.children.filter((child) => !(isElement(child) && child.tagName === 'figcaption'));
  return [...blocksOf(rest, context), ...(caption.length > 0 ? [markup.paragraph(inlineOnly(caption))] : [])];
}

/** Several images as one gallery; one alone as an image; captions without images as they are. */
function galleryBlock(node: Element, context: Context): string[] {
  const figures = node.children.filter(isElement).filter((child) => child.tagName === 'figure' && inside(child, 'img'));
  const rest = node.children.filter((child) => isElement(child) && child.tagName === 'p');
  const caption = inlineOnly(inside(node, 'figcaption')?.children ?? []);
  const images = figures.flatMap((figure) => figureBlock(figure, context));
  if (images.length < 2)
    return [...images, ...blocksOf(rest, context), ...(caption.length > 0 ? [markup.paragraph(caption)] : [])];
  return [markup.gallery(images, caption, take(context)), ...blocksOf(rest, context)];
}

function preformatted(node: Element): string {
  const code = inside(node, 'code');
  const text = markup.inert(markup.inlineHtml([{ type: 'text', value: textOf(node) }]));
  return code
    ? markup.block('code', {}, `<pre class="wp-block-code"><code>${text}</code></pre>`)
    : markup.block('preformatted', {}, `<pre class="wp-block-preformatted">${text}</pre>`);
}
