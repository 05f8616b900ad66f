/** The body of a post as HTML to paste: meaning only, no class, style, script or form of ours. */
import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { ResolvedImage, ResolvedPost } from '../model/resolved-post';
import { fileAddress, webAddress } from './address';
import { notices, versionsLine } from './announcements';
import { h, nodes, toHtml } from './html';
import { figure, type ImageUrl } from './image';
import { type Labels, labelsFor } from './labels';
import { renderParts } from './parts';
import { type ShareTarget, shareLinks, shareNames } from './share';
import { sourceList } from './source-card';

/**
 * The body without the headline, which other systems keep in a field of its own. `imageUrl` says where an image is;
 * for an empty string only its caption stays.
 */
export function renderFragment(post: ResolvedPost, imageUrl: ImageUrl): string {
  return toHtml(spaced(plain(bodyTree(post, imageUrl))));
}

/** The body as a tree: what the pasted HTML, the Markdown and the plain text are written from. */
export function bodyTree(post: ResolvedPost, imageUrl: ImageUrl): ElementContent[] {
  const labels = labelsFor(post.language);
  const parts = renderParts(post, labels, {
    imageUrl,
    gallery: (title, images) => gallery(title, images, imageUrl, labels),
    source: () => sourceList({ post, labels }),
    share: () => shareLine(post, labels),
  });
  const standfirst = post.standfirst.trim();
  return nodes([
    ...notices(post, labels),
    standfirst && h('p', {}, h('strong', {}, standfirst)),
    versionsLine(post, labels),
    ...parts.flat(),
  ]);
}

function gallery(title: string, images: readonly ResolvedImage[], imageUrl: ImageUrl, labels: Labels): Element[] {
  const figures = images.map((image) => figure(image, imageUrl, labels)).filter((made) => made !== null);
  return title ? [h('h2', {}, title), ...figures] : figures;
}

/** Links that share the post, once it is known where it lives: before that there is nothing to link to. */
function shareLine(post: ResolvedPost, labels: Labels): Element[] {
  const address = webAddress(post.canonicalUrl);
  if (!address) return [];
  const picture = post.images[0] ? fileAddress(address, post.images[0].path) : '';
  const links = shareLinks(address, post.title, picture).flatMap(([target, href], index) => [
    index > 0 && labels.separator,
    h('a', { href }, nameOf(target, labels)),
  ]);
  return [h('h2', {}, labels.share), h('p', {}, nodes(links))];
}

/** What a share link is called. */
export function nameOf(target: ShareTarget, labels: Labels): string {
  if (target in shareNames) return shareNames[target as keyof typeof shareNames];
  const named: Partial<Record<ShareTarget, string>> = {
    weibo: labels.weibo,
    wechat: labels.wechat,
    email: labels.shareEmail,
    copy: labels.shareCopy,
    system: labels.shareSystem,
  };
  return named[target] ?? target;
}

const kept: readonly string[] = ['ariaLabel', 'id'];

/** The tree without what only our own page or Markdown has a use for. Changes it in place. */
function plain(children: ElementContent[]): ElementContent[] {
  visit({ type: 'root', children }, 'element', (node) => {
    const isNote =
      /^(note|group)-/.test(String(node.properties.id ?? '')) || node.properties.dataFootnoteBackref !== undefined;
    for (const name of Object.keys(node.properties)) {
      const isOurs = /^(data|aria|className$|align$|loading$|decoding$|id$)/.test(name);
      const isCode = name === 'className' && node.tagName === 'code';
      if (isOurs && !isCode && !(isNote && kept.includes(name))) delete node.properties[name];
    }
  });
  return children;
}

/** Each block on a line of its own, for those who read the source. */
function spaced(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) => [child, { type: 'text' as const, value: '\n' }]);
}
