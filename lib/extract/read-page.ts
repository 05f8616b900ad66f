/** A page into a `PageReading`: copy, witnesses, passes, Readability, passes, sanitising, images. */
import type { PageReading, Witnesses } from '../model/page-reading';
import { sanitizeTree } from '../sanitize';
import { type Blocks, collectBlocks } from './blocks/collect-blocks';
import { select } from './dom';
import { listImages } from './list-images';
import { drawOutline, type Outline } from './outline';
import { findByName, type Page } from './page';
import { readParagraphs } from './paragraphs';
import { articlePasses, pagePasses } from './passes/registry';
import { plainText } from './plain-text';
import { readArticle } from './read-article';
import { readWitnesses } from './read-witnesses';
import { copyPage, isLargerThan, isTooLong } from './safe-copy';
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
  /** Milliseconds since the epoch; of this document when left out. */
  loadedAt?: number;
  /** The article as something other than the general reader finds it; null leaves it to that. */
  find?: FindArticle | undefined;
  /** Told of the page's blocks, and of what Readability kept, before it is decided which are the article: for training. */
  observe?: (blocks: Blocks, root: Element, witnesses: Witnesses) => void;
};

/** `root` stays in the page. Only what a rule found is worked on further: what a person chose is kept as it is. */
export type FindArticle = (
  page: Page,
  witnesses: Witnesses,
) => { root: Element; engine: 'rule' | 'block' | 'page' } | null;

/** Beyond these the page is read paragraph by paragraph: Readability would take seconds, or overflow the stack. */
const limit = { elements: 100_000, depth: 1000 };
/** Beyond these it is when reading it in full has taken longer than `patience`, in milliseconds. */
const usual = { elements: 12_000, depth: 300 };
const patience = 1200;

/** What no article shows, of what a safe copy has. */
const invisible = 'script,svg,template,canvas';

const wall = /paywall|regwall|tp-modal|subscriber-only|premium-content|metered|piano-(?=.* )/giu;

/** Reads `document`, which stays as it is. Never throws for what a page holds. */
export function readPage(document: Document, options: ReadOptions): PageReading {
  const started = options.now();
  const isLarge = isLargerThan(document, usual);
  const isLate = () => isLarge && options.now() - started > patience;
  const copy = () => copyPage(document, options.shadowRootOf ?? ((element) => element.shadowRoot));
  const copied = isLarge && isLargerThan(document, limit) ? null : copy();
  const isTooLarge = !copied || isTooLong(copied);
  const first = isTooLarge ? readParagraphs(document) : copied;
  const page: Page = { document: first, url: first.URL, base: first.baseURI, isLate };
  const reading: PageReading = {
    url: page.url,
    base: page.base,
    contentType: first.contentType,
    engine: 'none',
    html: '' as PageReading['html'],
    text: '',
    images: [],
    passes: [],
    hasWall: false,
    witnesses: readWitnesses(first),
    loadedAt: options.loadedAt ?? performance.timeOrigin,
    durationMs: 0,
  };
  let root: Element | null;
  if (options.selection) {
    root = copySelection(options.selection, page);
    reading.engine = 'selection';
  } else {
    root = isTooLarge ? null : findArticle(page, copy, reading, options);
    if (!root && (isTooLarge || isLate())) {
      root = isTooLarge ? first.body : readParagraphs(document).body;
      reading.passes = ['paragraphs'];
    }
  }
  if (root) describe(root, page, reading);
  reading.durationMs = Math.round((options.now() - started) * 10) / 10;
  return reading;
}

/** A page's copy after the passes, its parts marked; `ruled` is the article where `find` found it, by `engine`. */
type Prepared = {
  document: Document;
  page: Page;
  passes: string[];
  hasWall: boolean;
  ruled: Element | null;
  engine: PageReading['engine'];
  outline: Outline;
  blocks: Blocks;
};

/** The article by its site's rule or by Readability, between the passes; null when the page has none. */
function findArticle(first: Page, copy: () => Document, reading: PageReading, options: ReadOptions): Element | null {
  const { witnesses } = reading;
  let next: Page | null = first;
  const prepare = (): Prepared | null => {
    const page = next ?? { ...first, document: copy() };
    next = null;
    const prepared = preparePage(page, witnesses, options.find);
    if (page.isLate?.()) return null;
    reading.passes = prepared.passes;
    reading.hasWall = prepared.hasWall;
    return prepared;
  };
  const found = readArticle(prepare, witnesses.heading || witnesses.documentTitle);
  if (!found) return null;
  const { root, byline, prepared } = found;
  const { page, outline, passes, blocks, engine } = prepared;
  witnesses.readerByline = byline;
  reading.engine = engine;
  if (engine === 'block' || engine === 'page') return root;
  options.observe?.(blocks, root, witnesses);
  const article = { root, page, outline, blocks, witnesses };
  reading.passes = [
    ...passes,
    ...articlePasses.filter((pass) => !page.isLate?.() && pass.run(article)).map((pass) => pass.name),
  ];
  return root;
}

function preparePage(page: Page, witnesses: Witnesses, find?: FindArticle): Prepared {
  const { document } = page;
  for (const element of select(document, invisible)) element.remove();
  const passes = pagePasses.filter((pass) => !page.isLate?.() && pass.run(page)).map((pass) => pass.name);
  const hasWall = findByName(document, wall).length > 0 || document.querySelector('[data-paywall]') !== null;
  const { root: ruled = null, engine = 'readability' } = find?.(page, witnesses) ?? {};
  const outline = drawOutline(document);
  const blocks = document.body && !ruled ? collectBlocks(document.body) : { blocks: [], frames: [] };
  return { document, page, passes, hasWall, ruled, engine, outline, blocks };
}

/** The article, clean, with its images and its plain text. */
function describe(root: Element, page: Page, reading: PageReading): void {
  tidyArticle(root, page);
  const { html, body } = sanitizeTree(root);
  reading.html = html;
  reading.images = listImages(body);
  reading.text = plainText(body);
}
