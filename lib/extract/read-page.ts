/** A page into a `PageReading`: copy, witnesses, passes, Readability, passes, sanitising, images. */
import type { PageReading, Witnesses } from '../model/page-reading';
import { sanitizeTree } from '../sanitize';
import { select } from './dom';
import { isArticle } from './is-article';
import { listImages } from './list-images';
import { drawOutline } from './outline';
import { findByName, type Page } from './page';
import { readParagraphs } from './paragraphs';
import { articlePasses, pagePasses } from './passes/registry';
import { plainText } from './plain-text';
import { readArticle } from './read-article';
import { readWitnesses } from './read-witnesses';
import { copyPage, measurePage } from './safe-copy';
import { copySelection } from './selection';
import type { ShadowRootOf } from './shadow-trees';
import { tidyArticle } from './tidy-article';

export type ReadOptions = {
  /** What the person selected; then only that is kept. Nothing when it is empty: never the page in its place. */
  selection?: DocumentFragment | null;
  /** Milliseconds of a steady clock, for the report. */
  now: () => number;
  /** How shadow trees are reached; open ones only when left out. */
  shadowRootOf?: ShadowRootOf;
  /** The article by the rule for the site, left in the page; null when the rule finds none. */
  find?: FindArticle | undefined;
};

export type FindArticle = (page: Page, witnesses: Witnesses) => Element | null;

/** Beyond these the page is read paragraph by paragraph: Readability would take seconds, or overflow the stack. */
const limit = { elements: 150_000, depth: 1000 };

/** What no article shows. JSON-LD stays: Readability reads it. */
const invisible = 'script:not([type*="ld+json" i]),style,link[rel~="stylesheet" i],svg,template,canvas';

const wall = /paywall|regwall|tp-modal|subscriber-only|premium-content|metered/iu;

/** Reads `document`, which stays as it is. Never throws for what a page holds. */
export function readPage(document: Document, options: ReadOptions): PageReading {
  const started = options.now();
  const size = measurePage(document, limit);
  const isTooLarge = size.elements > limit.elements || size.depth > limit.depth;
  const copy = isTooLarge
    ? readParagraphs(document)
    : copyPage(document, options.shadowRootOf ?? ((element) => element.shadowRoot));
  const page: Page = { document: copy, url: copy.URL, base: copy.baseURI };
  const reading: PageReading = {
    url: page.url,
    base: page.base,
    contentType: copy.contentType,
    engine: 'none',
    html: '' as PageReading['html'],
    text: '',
    images: [],
    passes: [],
    hasWall: false,
    witnesses: readWitnesses(copy),
    durationMs: 0,
  };
  const root = options.selection
    ? copySelection(options.selection, page)
    : isTooLarge
      ? copy.body
      : findArticle(page, reading, options.find);
  if (options.selection) reading.engine = 'selection';
  else if (isTooLarge) reading.passes = ['paragraphs'];
  if (root) describe(root, page, reading);
  reading.durationMs = Math.round((options.now() - started) * 10) / 10;
  return reading;
}

/** The article by Readability between the passes, or null when the page has none; writes down what it went through. */
function findArticle(page: Page, reading: PageReading, find?: FindArticle): Element | null {
  const { document } = page;
  const { witnesses, passes } = reading;
  for (const element of select(document, invisible)) element.remove();
  passes.push(...pagePasses.filter((pass) => pass.run(page)).map((pass) => pass.name));
  reading.hasWall =
    findByName(document, wall).length > 0 || document.querySelector('[data-paywall],[class*="piano-" i]') !== null;
  const ruled = find?.(page, witnesses);
  const outline = drawOutline(document);
  const found = ruled ? { root: ruled, title: '', byline: '' } : readArticle(document);
  if (!found) return null;
  witnesses.readerTitle = found.title;
  witnesses.readerByline = found.byline;
  const { root } = found;
  if (!ruled && !isArticle(root)) return null;
  reading.engine = ruled ? 'rule' : 'readability';
  passes.push(...articlePasses.filter((pass) => pass.run({ root, page, outline, witnesses })).map((pass) => pass.name));
  return root;
}

/** The article, clean, with its images and its plain text. */
function describe(root: Element, page: Page, reading: PageReading): void {
  tidyArticle(root, page);
  const fragment = root.ownerDocument.createDocumentFragment();
  // Without the root itself, whose tag says nothing: Readability's `div`, a page's `body`.
  fragment.append(...root.childNodes);
  const { html, body } = sanitizeTree(fragment);
  reading.html = html;
  reading.images = listImages(body);
  reading.text = plainText(body);
}
