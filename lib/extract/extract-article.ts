/** A page into a `ClipDraft`: copy, passes, Readability, passes, sanitising, images, warnings. */
import type { SafeHtml } from '../model/article-html';
import type { CaptureReport, CaptureWarning, ClipDraft, ClipKind } from '../model/clip';
import { measureText } from '../model/text-length';
import { sanitizeTree } from '../sanitize';
import { isArticle } from './is-article';
import { chooseLeadImage, listImages } from './list-images';
import { cutExcerpt } from './metadata/excerpt';
import { chooseLanguage } from './metadata/language';
import { type PageMetadata, readMetadata } from './metadata/read-metadata';
import { markElements, type Page } from './page';
import { readParagraphs } from './paragraphs';
import { articlePasses, pagePasses } from './passes/registry';
import { plainText } from './plain-text';
import { readArticle } from './read-article';
import { copyPage, measurePage } from './safe-copy';
import { copySelection, hasContent } from './selection';
import type { ShadowRootOf } from './shadow-trees';
import { tidyArticle } from './tidy-article';
import { findWarnings, kindOfDocument } from './warnings';

export type ExtractOptions = {
  /** What the person selected; then only that is kept. An empty one counts as none. */
  selection?: DocumentFragment | null;
  /** Milliseconds of a steady clock, for the report. */
  now: () => number;
  /** How shadow trees are reached; open ones only when left out. */
  shadowRootOf?: ShadowRootOf;
};

/** Beyond these the page is read paragraph by paragraph: Readability would take seconds, or overflow the stack. */
const limit = { elements: 150_000, depth: 1000 };

/** What no article shows; taken out before the page is copied once more. JSON-LD stays: Readability reads it. */
const invisible = 'script:not([type*="ld+json" i]),style,link[rel~="stylesheet" i],svg,template,canvas';

type Content = { engine: CaptureReport['engine']; root: Element | null; passes: string[] };

/**
 * Reads `document`, which stays as it is. Never throws for what a page holds: `warnings` says what is doubtful, and a
 * draft without text has kind `bookmark`.
 */
export function extractArticle(document: Document, options: ExtractOptions): ClipDraft {
  const started = options.now();
  const size = measurePage(document, limit);
  const isTooLarge = size.elements > limit.elements || size.depth > limit.depth;
  const copy = isTooLarge ? readParagraphs(document) : copyPage(document, options.shadowRootOf ?? openShadowRoot);
  const page: Page = { document: copy, url: copy.URL };
  const metadata = readMetadata(page);
  const media = kindOfDocument(copy.contentType);
  const content = media ? nothing : readContent(page, metadata, options.selection ?? null, isTooLarge);
  const draft = makeDraft(page, metadata, content);
  draft.warnings = findWarnings({ draft, metadata, document: copy, media });
  draft.durationMs = Math.round((options.now() - started) * 10) / 10;
  return draft;
}

const nothing: Content = { engine: 'none', root: null, passes: [] };

function openShadowRoot(element: Element): ShadowRoot | null {
  return element.shadowRoot;
}

function readContent(
  page: Page,
  metadata: PageMetadata,
  selection: DocumentFragment | null,
  isTooLarge: boolean,
): Content {
  if (selection && hasContent(selection))
    return { engine: 'selection', root: copySelection(selection, page), passes: [] };
  if (isTooLarge) return { engine: 'none', root: page.document.body, passes: ['paragraphs'] };
  for (const element of page.document.querySelectorAll(invisible)) element.remove();
  const passes = pagePasses.filter((pass) => pass.run(page)).map((pass) => pass.name);
  const marked = markElements(page.document);
  const reading = readArticle(page.document.cloneNode(true) as Document);
  if (!reading || !isArticle(reading.root)) return { ...nothing, passes };
  const article = { root: reading.root, page, marked, metadata };
  passes.push(...articlePasses.filter((pass) => pass.run(article)).map((pass) => pass.name));
  if (!metadata.title) metadata.title = reading.title;
  if (!metadata.byline) metadata.byline = reading.byline;
  return { engine: 'readability', root: article.root, passes };
}

function makeDraft(page: Page, metadata: PageMetadata, content: Content): ClipDraft {
  if (content.root) tidyArticle(content.root, page);
  const { html, body } = sanitizeTree(content.root ? childrenOf(content.root) : '');
  const images = listImages(body);
  const text = plainText(body);
  const isEmpty = text === '' && images.length === 0;
  const kind: ClipKind = isEmpty ? 'bookmark' : content.engine === 'selection' ? 'selection' : 'article';
  return {
    kind,
    url: page.url,
    canonicalUrl: metadata.canonicalUrl,
    title: metadata.title || page.url,
    byline: metadata.byline || null,
    siteName: metadata.siteName || null,
    publishedAt: metadata.publishedAt,
    language: chooseLanguage(metadata.languages, text || metadata.title),
    excerpt: cutExcerpt(metadata.description || text),
    html: isEmpty ? ('' as SafeHtml) : html,
    text,
    length: measureText(text),
    images,
    leadImage: chooseLeadImage(images, metadata.image),
    engine: isEmpty ? 'none' : content.engine,
    passes: content.passes,
    warnings: [] as CaptureWarning[],
    durationMs: 0,
  };
}

/** Takes the children out of a root whose own tag says nothing: Readability's `div`, a page's `body`. */
function childrenOf(root: Element): DocumentFragment {
  const fragment = root.ownerDocument.createDocumentFragment();
  while (root.firstChild) fragment.append(root.firstChild);
  return fragment;
}
