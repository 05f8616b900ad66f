/** A clip's HTML for a post: parsed, sanitised again, tidied, with the images of the post in place of the page's. */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { SafeHtml } from '../model/article-html';
import type { ResolvedImage } from '../model/resolved-post';
import { webAddress } from './address';
import { fitHeadings } from './headings';
import { h, nodes } from './html';
import { captionOf, creditOf, figure, type ImageUrl } from './image';
import type { Labels } from './labels';
import { articleSchema } from './schema';
import { type Surroundings, tidy } from './tidy';

const parser = unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize, articleSchema).freeze();

export type ArticleOptions = {
  /** Address of the page the text comes from: relative links are its. */
  baseUrl: string;
  /** Images that stay, by the address the HTML names them with; all others go, with the figure that held them. */
  images: Readonly<Record<string, ResolvedImage>>;
  imageUrl: ImageUrl;
  labels: Labels;
  /** Level of the text's highest heading. */
  topHeading: number;
};

/** The text as valid blocks. Sanitised here whatever was done at capture: what leaves for a blog is clean by our own list. */
export function articleContent(html: SafeHtml, options: ArticleOptions): ElementContent[] {
  const root = parser.runSync(parser.parse(html));
  const children = tidy(root.children as ElementContent[], surroundings(options));
  fitHeadings(children, options.topHeading);
  return children;
}

function surroundings({ baseUrl, images, imageUrl, labels }: ArticleOptions): Surroundings {
  const resolved = (img: Element): ResolvedImage | undefined => {
    const src = String(img.properties.src ?? '');
    return Object.hasOwn(images, src) ? images[src] : undefined;
  };
  const shown = (img: Element, caption?: ElementContent[]) => {
    const image = resolved(img);
    return image ? figure(image, imageUrl, labels, caption && captionFrom(image, caption, labels)) : null;
  };
  const around: Surroundings = {
    image: (img) => shown(img),
    link: (href) => (href === '' || /^mailto:/i.test(href) ? href : webAddress(href, baseUrl || undefined)),
    figure: (node, flow) => {
      const pictures = picturesIn(node);
      const kept = pictures.filter(resolved);
      const caption = captionIn(node, flow);
      if (kept.length === 1 && kept[0]) return shown(kept[0], caption);
      if (kept.length > 1) return imageSet(node, flow, caption);
      // A caption without its image says nothing; a table, code or quotation in a figure stays.
      if (pictures.length > 0) return null;
      const rest = flow(node.children.filter((child) => !isTag(child, 'figcaption')));
      return rest.length > 0 ? h('figure', {}, rest, caption.length > 0 && h('figcaption', {}, caption)) : null;
    },
  };
  return around;
}

const isTag = (node: ElementContent, name: string): node is Element => node.type === 'element' && node.tagName === name;

function picturesIn(node: Element): Element[] {
  const found: Element[] = [];
  visit(node, 'element', (element) => {
    if (element.tagName === 'img') found.push(element);
  });
  return found;
}

/** Several images in one figure: each a figure of its own, the words for all of them below. */
function imageSet(
  node: Element,
  flow: (children: ElementContent[]) => ElementContent[],
  caption: ElementContent[],
): Element {
  const figures = flow(node.children.filter((child) => !isTag(child, 'figcaption'))).filter((child) =>
    isTag(child, 'figure'),
  );
  return h('figure', { className: ['set'] }, figures, caption.length > 0 && h('figcaption', {}, caption));
}

/** The figure's own caption as inline content. */
function captionIn(node: Element, flow: (children: ElementContent[]) => ElementContent[]): ElementContent[] {
  const found = node.children.find((child) => isTag(child, 'figcaption'));
  if (!found || !isTag(found, 'figcaption')) return [];
  return flow(found.children).flatMap((child, index) =>
    nodes([index > 0 && ' ', ...(isTag(child, 'p') ? child.children : [textOf(child)])]),
  );
}

const squeezed = (value: string): string => value.replace(/\s+/g, '');

/** The page's caption, with its links, as long as it is what the post says; else what a person made of it. */
function captionFrom(image: ResolvedImage, written: ElementContent[], labels: Labels): ElementContent[] {
  const words = squeezed(textOf({ type: 'root', children: written }));
  if (words === '' || image.caption.trim() === '' || !words.includes(squeezed(image.caption)))
    return captionOf(image, labels);
  const credit = creditOf(image, labels);
  const said = image.credit.trim() !== '' && words.includes(squeezed(image.credit)) && image.rights.trim() === '';
  return nodes([...written, credit && !said && ' ', credit && !said && h('small', {}, credit)]);
}
