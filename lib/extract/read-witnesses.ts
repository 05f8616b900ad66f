/** What a page says of its article, gathered as it stands; `metadata/` decides which of it to believe. */
import type { Witnesses } from '../model/page-reading';
import { cleanText, longestText, textOf } from './clean-text';
import { attribute, find, nameOf, select } from './dom';
import { findByName } from './page';

const beside = 'nav,aside,footer,[class*="related" i],[class*="recommend" i],[class*="sidebar" i],[class*="comment" i]';
/** Characters that travel: of the words around the headline, of all `<meta>` and of all JSON-LD. */
const most = { head: 1200, meta: 200_000, jsonLd: 1_000_000 };

/** Reads the safe copy before anything is cut from it. */
export function readWitnesses(document: Document): Witnesses {
  const heading = findHeading(document);
  const root = find(document, 'html') ?? document.createElement('html');
  return {
    heading: textOf(heading),
    documentTitle: textOf(find(document, 'title')),
    head: textAround(document, heading),
    byline: findByline(document),
    time: findTime(document, heading),
    languages: [attribute(root, 'lang'), attribute(root, 'xml:lang')],
    canonical: attribute(find(document, 'link[rel~="canonical" i]') ?? root, 'href'),
    meta: fitting(select(document, 'meta[content]').map(readMeta), most.meta, ([, content]) => content.length),
    jsonLd: fitting(
      select(document, 'script[type*="ld+json" i]').map((script) => script.textContent ?? ''),
      most.jsonLd,
      (text) => text.length,
    ),
    readerByline: '',
  };
}

function readMeta(tag: Element): [string, string] {
  const names = ['property', 'name', 'itemprop', 'http-equiv'].map((name) => attribute(tag, name));
  return [names.join(' ').slice(0, longestText), attribute(tag, 'content').slice(0, longestText)];
}

/** Those that fit into `room` together, in order; a page cannot make the browser carry more. */
function fitting<T>(items: readonly T[], room: number, sizeOf: (item: T) => number): T[] {
  let left = room;
  return items.filter((item) => {
    const fits = sizeOf(item) <= left;
    if (fits) left -= sizeOf(item) + 1;
    return fits;
  });
}

/** The page's headline: the `h1` that is not in the site's frame, else what else reads as the document's title begins. */
function findHeading(document: Document): Element | null {
  const headings = select(document, 'h1').filter((heading) => textOf(heading).length > 1 && !heading.closest(beside));
  return (
    headings.find((heading) => heading.closest('article,main,[itemprop="articleBody"],[role="main"]')) ??
    headings.find((heading) => /title|headline|标题/iu.test(nameOf(heading))) ??
    headings[0] ??
    findTitleBlock(document)
  );
}

const shortestTitle = 6;

/** Old pages have their headline in a plain block: it reads as the document's title begins. */
function findTitleBlock(document: Document): Element | null {
  const title = textOf(find(document, 'title'));
  for (const block of select(document, 'h2,h3,[class*="tit" i],[id*="tit" i],[class*="headline" i],strong,b,font')) {
    const length = block.textContent?.length ?? 0;
    if (length < shortestTitle || length > title.length * 2 + 40) continue;
    const text = textOf(block);
    if (text.length >= shortestTitle && title.startsWith(text)) return block;
  }
  return null;
}

const bylineName = /(?:^|\s)(?:byline|author|article-author|post-author)(?:\s|$)|byline-name|author[-_]name/iu;

function findByline(document: Document): string {
  const marked = select(document, '[rel~="author"],[itemprop~="author"]');
  for (const element of marked.length > 0 ? marked : findByName(document, bylineName)) {
    if (element.closest(beside)) continue;
    const name = find(element, '[itemprop="name"]') ?? element;
    const text = cleanText(name.getAttribute('content') ?? name.textContent);
    if (text.length > 1 && text.length < 100) return text;
  }
  return '';
}

function findTime(document: Document, heading: Element | null): string {
  const value = (element: Element): string =>
    attribute(element, 'datetime') || attribute(element, 'content') || textOf(element);
  const usable = select(document, 'time[datetime],[itemprop~="datePublished"]').filter(
    (element) => !element.closest(beside) && /\d{4}/u.test(value(element)),
  );
  const published = usable.find((element) => element.matches('[itemprop~="datePublished"],[pubdate]'));
  const after = usable.find(
    (element) => heading && heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const chosen = published ?? after ?? (heading ? undefined : usable[0]);
  return chosen ? value(chosen).slice(0, longestText) : '';
}

/** The words from the headline on, for a short way; without a headline, those of the page's start. */
function textAround(document: Document, heading: Element | null): string {
  const root = document.body;
  if (!root) return '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  if (heading) walker.currentNode = heading;
  let text = '';
  for (let node = walker.nextNode(); node && text.length < most.head; node = walker.nextNode()) {
    if (/^(?:script|style|noscript|option)$/u.test(node.parentElement?.localName ?? '')) continue;
    text += `${node.nodeValue ?? ''} `.replace(/\s+/gu, ' ');
  }
  return cleanText(text.slice(0, most.head));
}
