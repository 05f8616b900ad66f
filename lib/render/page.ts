/** A post as a web page of its own: one HTML document that needs no script, no server and no other site. */
import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { ResolvedPost } from '../model/resolved-post';
import { webAddress } from './address';
import { notices, versionLinks, versionsLine } from './announcements';
import { descriptionOf } from './description';
import { h, toHtml } from './html';
import type { ImageUrl } from './image';
import { directionOf, knownLanguage, type Labels, labelsFor, langOf } from './labels';
import { pageGallery } from './page-gallery';
import { pageScript, pageScriptHash } from './page-script';
import { pageShare } from './page-share';
import { pageStyle, pageStyleHash } from './page-style';
import { renderParts } from './parts';
import { sourceCard, time } from './source-card';
import { jsonLd, openGraph } from './structured-data';

/**
 * The page's own policy: nothing is loaded from anywhere but beside it, and only the style and the script that stand
 * in it run. `data:` and `blob:` images are for a preview that holds its images itself.
 */
const policy = [
  "default-src 'none'",
  "img-src 'self' data: blob:",
  `style-src '${pageStyleHash}'`,
  `script-src '${pageScriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The whole document; its images are `images/…` beside it unless `imageUrl` says otherwise. */
export function renderPage(post: ResolvedPost, imageUrl: ImageUrl = (path) => path): string {
  return toHtml([{ type: 'doctype' }, documentOf(post, imageUrl), { type: 'text', value: '\n' }]);
}

/**
 * The page for the `srcdoc` of a frame that runs no scripts. Links to places in it are given the frame's own address:
 * alone, `#image-2` means a place in the document around the frame there, and would load that into it. Other links
 * open beside the preview, where the frame allows it, never in it.
 */
export function renderPreview(post: ResolvedPost, imageUrl: ImageUrl): string {
  const page = documentOf(post, imageUrl);
  visit(page, 'element', ({ tagName, properties }, index, parent) => {
    if (tagName === 'script' && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    if (String(properties.href ?? '').startsWith('#')) properties.href = `about:srcdoc${properties.href}`;
    else if (tagName === 'a' && properties.href) properties.target = '_blank';
    return;
  });
  return toHtml([{ type: 'doctype' }, page]);
}

function documentOf(post: ResolvedPost, imageUrl: ImageUrl): Element {
  const language = knownLanguage(post.language) ?? 'en';
  const labels = labelsFor(language);
  const content = body({ ...post, language }, labels, imageUrl);
  finish(content, labels);
  return h('html', { lang: language, dir: directionOf(language) }, head({ ...post, language }), content);
}

function head(post: ResolvedPost): Element {
  const address = webAddress(post.canonicalUrl);
  const description = descriptionOf(post);
  const { properties, names } = openGraph(post);
  const meta = (name: string, content: string) => (content ? h('meta', { name, content }) : null);
  const lines: (Element | null)[] = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    meta('viewport', 'width=device-width, initial-scale=1'),
    h('title', {}, post.title.trim() || post.slug),
    meta('description', description),
    meta('author', post.author.trim()),
    address ? h('link', { rel: 'canonical', href: address }) : null,
    ...versionLinks(post),
    ...properties.map(([property, content]) => h('meta', { property, content })),
    ...names.map(([name, content]) => meta(name, content)),
    h('script', { type: 'application/ld+json' }, jsonLd(post)),
    h('style', {}, pageStyle),
  ];
  const shown = lines.filter((line) => line !== null);
  return h(
    'head',
    {},
    shown.flatMap((line): ElementContent[] => [{ type: 'text', value: '\n' }, line]),
    '\n',
  );
}

function body(post: ResolvedPost, labels: Labels, imageUrl: ImageUrl): Element {
  const counter = { galleries: 0, images: 0 };
  const parts = renderParts(post, labels, {
    imageUrl,
    gallery: (title, images) => pageGallery(title, images, { imageUrl, labels, counter }),
    source: () => [sourceCard({ post, labels })],
    share: () => [pageShare(post, labels)],
  });
  const lead = takeLead(parts);
  return h('body', {}, [
    h('main', {}, h('article', {}, [header(post, labels), lead, ...parts.flat(), topics(post, labels)])),
    footer(post, labels),
    h('script', {}, pageScript),
  ]);
}

function header(post: ResolvedPost, labels: Labels): Element {
  const [topic] = post.tags;
  const author = post.author.trim();
  const published = time(post.publishedAt, post.language);
  const isUpdated = post.modifiedAt.slice(0, 10) > post.publishedAt.slice(0, 10);
  return h('header', {}, [
    topic && h('p', { className: ['topic'] }, topic),
    h('h1', {}, post.title.trim() || post.slug),
    post.standfirst.trim() && h('p', { className: ['standfirst'] }, post.standfirst.trim()),
    h('p', { className: ['byline'] }, [
      author && h('span', {}, labels.by(author)),
      published && h('span', {}, published),
      isUpdated && h('span', {}, `${labels.updated} `, time(post.modifiedAt, post.language)),
    ]),
    versionsLine(post, labels),
    ...notices(post, labels),
  ]);
}

/** The image that a text begins with stands under the headline instead: taken out of the first part that is a text. */
function takeLead(parts: readonly ElementContent[][]): Element | null {
  const clip = parts.find(([node]) => node?.type === 'element' && hasClass(node, 'clip'))?.[0];
  const words =
    clip?.type === 'element' ? clip.children.find((node) => node.type === 'element' && hasClass(node, 'words')) : null;
  const first = words?.type === 'element' ? words.children[0] : null;
  if (words?.type !== 'element' || first?.type !== 'element' || first.tagName !== 'figure') return null;
  if (!first.children.some((node) => node.type === 'element' && node.tagName === 'img')) return null;
  words.children.shift();
  return h('div', { className: ['lead'], lang: words.properties.lang, dir: words.properties.dir }, first);
}

const hasClass = (node: Element, name: string): boolean =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name);

function topics(post: ResolvedPost, labels: Labels): Element | null {
  if (post.tags.length < 2) return null;
  return h(
    'section',
    { className: ['topics'], ariaLabel: labels.tags },
    h(
      'ul',
      {},
      post.tags.map((tag) => h('li', {}, tag)),
    ),
  );
}

function footer(post: ResolvedPost, labels: Labels): Element {
  const address = webAddress(post.canonicalUrl);
  return h(
    'footer',
    { lang: langOf(labels, post.language) },
    h('p', {}, labels.rights),
    address && h('p', {}, h('a', { href: address }, address)),
  );
}

/** What only a page needs: the first image at once, tables that scroll, columns aligned by class. */
function finish(content: Element, labels: Labels): void {
  let images = 0;
  visit(content, 'element', (node, index, parent) => {
    if (node.tagName === 'img' && images++ === 0) {
      delete node.properties.loading;
      delete node.properties.decoding;
    }
    if (node.properties.align) {
      node.properties.className = [`align-${node.properties.align}`];
      delete node.properties.align;
    }
    const isBare = parent?.type === 'element' && !hasClass(parent, 'table');
    if (node.tagName !== 'table' || !isBare || index === undefined) return;
    parent.children[index] = h(
      'div',
      { className: ['table'], role: 'region', ariaLabel: labels.table, tabIndex: 0 },
      node,
    );
  });
}
